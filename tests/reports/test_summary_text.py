from assistant.domain.inert import make_inert
from assistant.reports.summary_text import as_summary
from tests.reports.making import HOSTILE, a_call, hostile

WHOLE = """\
Call: Acme, first call - Luis Park, Acme - 12 March 2026
Verdict: nurture, 30 of 100
- Budget unmet: “there is no money at all”
- Authority unmet: Priya signs; speaker does not (“Priya signs”)
- Need met: lost orders (“We lose two orders a week”)
- Timeline unknown
Missing: Timeline
Next: Nurture until there is money: ask when the next budget round is, and send a one-page case \
for it.
"""


def test_a_call_in_a_few_lines() -> None:
    assert as_summary(a_call(), with_whom="Luis Park, Acme") == WHOLE


def test_hostile_words_are_shown_as_they_are_in_lines_of_their_own() -> None:
    lines = as_summary(hostile()).splitlines()

    assert [make_inert(line) for line in lines] == lines
    first_words = [line.partition(" ")[0] for line in lines]
    title = make_inert(HOSTILE).partition(" ")[0]
    assert first_words == ["Call:", title, "Verdict:", *["-"] * 4, "Next:", "Agreed:"]
