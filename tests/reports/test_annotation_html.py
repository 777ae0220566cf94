import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.fields import Field
from assistant.domain.inert import make_inert
from assistant.reports.annotation_html import as_html
from tests.reports.making import HOSTILE, a_call, hostile
from tests.reports.reading_html import Page


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(as_html(a_call()))


def test_every_link_leads_to_words_on_the_page(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = [href for href in page.values("href") if href != "data:,"]
    assert {target.removeprefix("#") for target in targets} <= set(ids)
    marked = {f"a-{answer.id}" for answer in a_call().answers}
    assert marked <= set(ids)
    assert {f"#{one}" for one in marked} <= set(targets)


def test_the_page_says_what_the_verdict_rests_on(page: Page) -> None:
    shown = (data for tag, data in page.texts if tag != "style")
    text = " ".join(" ".join(shown).split())
    for words in (
        "Acme, first call",
        "Date 12 March 2026 (from the file)",
        "Nurture by BANT version 3 30 of 100",
        "Next Nurture until there is money",
        "- Budget unmet there is no money at all Mei, 00:03:04",
        "? Timeline unknown Nothing was heard about it.",
        "Missing Timeline",
        "Need unmet would make it disqualified",
        "3 answers behind this are not confirmed by a person.",
        "Budget blocked Budget is unmet Ask budget.amount?",
        "about 40,000 USD a year hedged superseded contradicted",
        "Ask budget.origin? Answered above.",
        "Need passed",
        "Ask timeline.date? Not answered.",
        "Also heard - Current solution no: Zendesk confirmed",
    ):
        assert words in text


def test_the_transcript_is_whole_with_signs_beside_the_colours() -> None:
    html = as_html(a_call())
    said = html[html.index('id="transcript"') :]
    lines = [" ".join(line.split()) for line in re.findall(r'<p class="words".*?</p>', said)]
    assert [Page(line).text() for line in lines] == [
        "Have you put money aside?",
        "+ Budget (does not hold) Roughly forty grand for the year, but - Authority Priya signs.",
        (
            "+ Need We lose two orders a week. + Would you try it? We tried - Current solution "
            "Zendesk."
        ),
        "No, - Budget there is no money at all.",
    ]


def test_one_file_that_runs_nothing_and_asks_for_nothing() -> None:
    html = as_html(hostile())
    page = Page(html)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "iframe", "object", "embed", "form", "base", "video"}
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    assert "style" not in {name for _, attrs in page.elements for name in attrs}
    loaded = page.values("href") + page.values("src")
    assert {link for link in loaded if not link.startswith("#")} == {"data:,"}
    style = page.text("style")
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_our_stylesheet_alone(page: Page) -> None:
    policy = next(
        attrs["content"]
        for tag, attrs in page.elements
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )
    digest = b64encode(sha256(page.text("style").encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def test_every_field_has_a_colour() -> None:
    style = Page(as_html(a_call())).text("style")
    assert [field for field in Field if f".f-{field}" not in style] == []


def test_hostile_text_is_shown_as_text() -> None:
    harmless = Page(as_html(hostile("harmless")))
    page = Page(as_html(hostile(HOSTILE)))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in harmless.elements]
    assert page.text("h1") == make_inert(HOSTILE)
    assert page.text("title") == make_inert(HOSTILE)
    assert not set(page.text()) & set("\x1b\x00\u202e")


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(exclude_categories=())).filter(bool))
def test_any_text_changes_words_and_never_the_page(text: str) -> None:
    page = Page(as_html(hostile(text)))
    harmless = Page(as_html(hostile("harmless")))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in harmless.elements]
    assert page.text("h1") == make_inert(text)
