import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

TIMELINE = {Field.TIMELINE}


@pytest.mark.parametrize(
    "lines",
    [
        ("R: When do you want it?", "P: {{timeline|yes|firm|2026-06-01..2026-06-30}}June{{/}}."),
        ("P: {{timeline|yes|firm|*}}We need it live by the end of June{{/}}.",),
        ("P: {{timeline|yes|firm|*}}We want to sign before Easter{{/}}.",),
        ("P: {{timeline|yes|hedged|*}}Maybe we can sign in May{{/}}.",),
        ("P: {{timeline|no|firm|*}}We want to start in March 2028{{/}}.",),
        ("P: {{timeline|no|firm|*}}Nothing happens before September{{/}}.",),
        ("P: {{timeline|no|firm|*}}We are locked in until May 2028{{/}}.",),
        ("P: {{timeline|no|firm|?}}There is no date{{/}}.",),
        ("P: {{timeline|no|firm|?}}I won't give you a date{{/}}.",),
        (
            "R: When would you start?",
            "P: {{timeline|open|firm|?}}It all hangs on the grant{{/}}.",
        ),
    ],
)
def test_when(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=TIMELINE)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: We could have you live by the end of June.",),
        ("P: We bought the warehouse in March.",),
        ("P: Last June we started with two vans.",),
        ("P: My sister wants to sign by June.",),
        ("P: Lunch is on Friday.",),
        ("P: Would you be able to start in June?",),
    ],
)
def test_other_dates(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=TIMELINE)


@pytest.mark.parametrize(
    "lines",
    [
        ("When: {{timeline|yes|firm|2026-06-01..2026-06-30}}June{{/}}",),
        ("{{timeline|yes|firm|*}}live by end of June{{/}}",),
        ("{{timeline|no|firm|?}}nothing moves until the merger{{/}}",),
        ("call her in June",),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=TIMELINE, kind=Kind.NOTES)
