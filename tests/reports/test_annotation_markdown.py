from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.domain.inert import make_inert
from assistant.reports.annotation_markdown import as_markdown, escaped
from tests.reports.making import HOSTILE, a_call, hostile

WHOLE = """\
# Acme, first call

- **Date:** 12 March 2026 (from the file)
- **With:** Dana (rep), Luis (prospect)
- **Kind:** call
- **Currency:** USD (said)
- **Read by:** engine 0.1.0, rules

## Verdict: nurture (by BANT 3, score 30 of 100)

**Next:** Nurture until there is money: ask when the next budget round is, and send a one-page \
case for it.

|   | Criterion | Status | Words |
|---|---|---|---|
| - | Budget | unmet | “there is no money at all” — Mei, 00:03:04 |
| - | Authority | unmet | “Priya signs” — Luis, 00:01:01 |
| + | Need | met | “We lose two orders a week” — Luis, 00:02:03 |
| ? | Timeline | unknown |  |

**Missing:** Timeline

**What if:** Need unmet would make it disqualified; Timeline unmet would make it disqualified.

3 answers behind this are not confirmed by a person.

## Gates of BANT

### Budget: blocked

- Budget is unmet

- [x] Ask budget.amount?
  - **no** (contradicted)
    > “there is no money at all” — Mei, 00:03:04
  - **about 40,000 USD a year** (hedged, superseded, contradicted)
    > “Roughly forty grand for the year” — Luis, 00:01:01
- [x] Ask budget.origin? (see above)

### Authority: blocked

- Authority is unmet

- [x] Ask authority.signs?
  - **Priya signs; speaker does not**
    > “Priya signs” — Luis, 00:01:01
- [x] Ask authority.others? (see above)

### Need: passed

- [x] Ask need.pain?
  - **lost orders**
    > “We lose two orders a week” — Luis, 00:02:03
- [x] Would you try it?
  - **yes**
    > “We tried” — Luis, 00:02:03

### Timeline: blocked

- Timeline is unknown

- [ ] Ask timeline.date?

## Also heard

- Current solution: **no: Zendesk** (confirmed)
  > “Zendesk” — Luis, 00:02:03
"""

READER = MarkdownIt("gfm-like", {"linkify": False})


def test_the_whole_report() -> None:
    assert as_markdown(a_call()) == WHOLE


def kinds(markdown: str) -> list[str]:
    """The structure that a reader finds, without the words."""
    return [token.type for token in _all(READER.parse(markdown)) if token.type != "text"]


def _all(tokens: list[Token]) -> list[Token]:
    return [one for token in tokens for one in (token, *_all(token.children or []))]


def test_hostile_text_adds_no_markup() -> None:
    assert kinds(as_markdown(hostile(HOSTILE))) == kinds(as_markdown(hostile("harmless")))
    assert "<script" not in READER.render(as_markdown(hostile(HOSTILE)))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_reader_sees_the_words_as_they_were(text: str) -> None:
    inline = READER.parse(f"“{escaped(text)}”")[1]
    assert {child.type for child in inline.children or []} == {"text"}
    assert "".join(child.content for child in inline.children or []) == f"“{make_inert(text)}”"


@given(st.text(alphabet="\\`*_{}[]<>()#|~&$!^=@:/.w \n-+1."))
def test_markup_in_a_table_cell_stays_in_its_cell(text: str) -> None:
    head = "| a | b |\n|---|---|\n"
    assert kinds(f"{head}| x{escaped(text)}x | y |") == kinds(f"{head}| xx | y |")


def test_links_and_mentions_are_broken() -> None:
    assert escaped("see https://evil.example, www.evil.example or @boss") == (
        "see https\\://evil.example, www\\.evil.example or \\@boss"
    )
