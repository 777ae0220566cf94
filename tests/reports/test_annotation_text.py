import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.lines_of_text import LEAST_WIDTH, cells, lines_of
from assistant.reports.annotation_text import as_text
from tests.reports.making import HOSTILE, a_call, hostile

WHOLE = """\
Acme, first call
Date      12 March 2026 (from the file)
With      Dana (rep), Luis (prospect)
Kind      call
Currency  USD (said)
Read by   engine 0.1.0, rules

NURTURE by BANT 3, score 30 of 100
  - Budget: unmet
    “there is no money at all” Mei, 00:03:04
  - Authority: unmet
    “Priya signs” Luis, 00:01:01
  + Need: met
    “We lose two orders a week” Luis, 00:02:03
  ? Timeline: unknown
Next: Nurture until there is money: ask when the next budget round is,
      and send a one-page case for it.
Missing: Timeline
What if: Need unmet would make it disqualified; Timeline unmet would
         make it disqualified.
3 answers behind this are not confirmed by a person.

GATES OF BANT
[blocked] Budget: Budget is unmet
  Ask budget.amount?
    - no (contradicted)
      “there is no money at all” Mei, 00:03:04
    + about 40,000 USD a year (hedged, superseded, contradicted)
      “Roughly forty grand for the year” Luis, 00:01:01
  (see above) Ask budget.origin?
[blocked] Authority: Authority is unmet
  Ask authority.signs?
    - Priya signs; speaker does not
      “Priya signs” Luis, 00:01:01
  (see above) Ask authority.others?
[passed]  Need
  Ask need.pain?
    + lost orders
      “We lose two orders a week” Luis, 00:02:03
  Would you try it?
    + yes
      “We tried” Luis, 00:02:03
[blocked] Timeline: Timeline is unknown
  (open) Ask timeline.date?

ALSO HEARD
  - Current solution: no: Zendesk (confirmed)
    “Zendesk” Luis, 00:02:03
"""


def test_the_whole_report() -> None:
    assert as_text(a_call(), width=72) == WHOLE


def test_hostile_text_is_shown_and_steers_nothing() -> None:
    shown = as_text(hostile(), width=80)
    assert not [char for char in shown if unicodedata.category(char) == "Cc" and char != "\n"]
    assert "\u202e" not in shown
    words = shown.replace("\n", " ")
    assert "␛[31m␀<script>document.title='owned'</script><img src=x" in words
    assert "⟨U+202E⟩txt.exe␍␊]" in words


@pytest.mark.parametrize("width", [1, 20, 33, 60, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for annotation in (a_call(), hostile("語" * 70), hostile(HOSTILE)):
        text = as_text(annotation, width=width)
        assert max(map(cells, text.splitlines())) <= max(width, LEAST_WIDTH)


@pytest.mark.parametrize(
    ("text", "width", "first", "lines"),
    [
        ("", 30, "- ", ["- "]),
        ("one two three", 20, "", ["one two three"]),
        ("one two three four five", 20, "- ", ["- one two three four", "  five"]),
        ("x" * 25, 20, "", ["x" * 20, "x" * 5]),
        ("語" * 12, 20, "", ["語" * 10, "語" * 2]),
        ("e\u0301" * 20, 20, "", ["e\u0301" * 20]),
        ("a\nb\x1bc", 20, "", ["a␊b␛c"]),
        ("two  spaces ", 20, "", ["two spaces"]),
    ],
)
def test_lines(text: str, width: int, first: str, lines: list[str]) -> None:
    assert lines_of(text, width, first) == lines


@given(st.text(), st.integers(1, 90), st.sampled_from(["", "  - ", "Warning: "]))
def test_lines_fit_and_lose_nothing(text: str, width: int, first: str) -> None:
    lines = lines_of(text, width, first)
    assert max(map(cells, lines)) <= max(width, LEAST_WIDTH)
    indent = " " * len(first)
    kept = [line.removeprefix(first if at == 0 else indent) for at, line in enumerate(lines)]
    whole = "".join(lines_of(text, 10**6))
    assert "".join(kept).replace(" ", "") == whole.replace(" ", "")
