"""What screens and commands ask of the search, on a real store."""

from pathlib import Path

import pytest

from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.fields import Kind
from assistant.workflows import searching
from assistant.workflows.annotating import AnnotateOptions, annotate_file
from assistant.workflows.saving import save_annotation
from assistant.workflows.wiring import Workbench

SAID = "Dana: ask: budget.amount\nLuis: budget: forty thousand dollars\nLuis: need: scheduling\n"
CORRECTED = SAID + "Luis: budget!: no budget\n"


@pytest.fixture
def saved(bench: Workbench, tmp_path: Path) -> Workbench:
    """A workbench on a store with a call in which the budget was corrected."""
    file = tmp_path / "acme.txt"
    file.write_text(CORRECTED, encoding="utf-8")
    save_annotation(bench, annotate_file(bench, file, AnnotateOptions(kind=Kind.CALL)))
    return bench


def test_what_is_wrong_is_told_while_it_is_typed(bench: Workbench) -> None:
    assert searching.check_query("  ") == searching.QueryCheck()
    assert searching.check_query("price rep:me") == searching.QueryCheck()
    check = searching.check_query("price polarity:maybe")
    assert (check.at, check.what) == (15, '"polarity" is never "maybe".')
    assert check.instead == "Write yes, no or open."


def test_only_the_last_word_on_a_budget_is_found(saved: Workbench) -> None:
    page = searching.search(saved, "field:budget rep:me")

    assert [hit.text for hit in page.hits] == ["no budget"]


def test_calls_are_filtered_and_a_blank_filter_leaves_all(saved: Workbench) -> None:
    every = searching.filter_calls(saved, "").calls

    assert len(every) == 1
    assert searching.filter_calls(saved, "thousand is:unassigned").calls == every
    assert searching.filter_calls(saved, "-field:budget").calls == ()


@pytest.mark.parametrize(
    ("query", "found", "marked"),
    [
        ("scheduled", ["need: scheduling"], {"scheduling"}),
        ("SCHEDULES dollar", [], set()),
        ("dollar", ["budget: forty thousand dollars"], {"dollars"}),
        ('"dollar"', [], set()),
        ('"dollars"', ["budget: forty thousand dollars"], {"dollars"}),
        ("dollar*", ["budget: forty thousand dollars"], {"dollars"}),
        ('"thousand dollar"', [], set()),
        ("-scheduled dollar", ["budget: forty thousand dollars"], {"dollars"}),
        ("value:scheduled", ["scheduling"], set()),
        ('value:"scheduled"', [], set()),
    ],
)
def test_a_word_is_found_in_all_its_forms_and_in_quotes_as_it_is(
    saved: Workbench, query: str, found: list[str], marked: set[str]
) -> None:
    hits = searching.search(saved, query).hits

    assert [hit.text for hit in hits] == found
    if marked:
        assert {hit.text[start:end] for hit in hits for start, end in hit.marks} == marked


def test_pages_are_joined_up_to_the_limit(saved: Workbench) -> None:
    page = searching.search_all(saved, "dollars or scheduling", limit=1)

    assert len(page.hits) == 1
    assert page.after is not None


def test_values_come_from_the_store_and_me_is_one(saved: Workbench) -> None:
    done = searching.complete_query(saved, "rep:", 4)
    assert [offer.text for offer in done.offers] == ["rep:me", 'rep:"Dana Reyes"', "rep:dana"]


def test_a_saved_query_is_checked_before_it_is_kept(bench: Workbench) -> None:
    assert searching.save_query(bench, " mine ", "price  and (rep:me)").query == "price rep:me"
    assert searching.saved_query(bench, "mine").query == "price rep:me"
    for name, query in (("", "price"), ("a\x1b", "price"), ("b", "polarity:maybe")):
        with pytest.raises(WrongUsage):
            searching.save_query(bench, name, query)
    with pytest.raises(NotFound, match="There are: mine"):
        searching.remove_query(bench, "other")


def test_nothing_asked_is_wrong_usage(bench: Workbench) -> None:
    with pytest.raises(WrongUsage, match="Say what to look for"):
        searching.search(bench, " ")
