import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

FIELDS = {Field.NEXT_STEP}


@pytest.mark.parametrize(
    "lines",
    [
        (
            "R: Could I come by on Tuesday?",
            "P: {{next_step|yes|firm|*}}Tuesday at ten works{{/}}.",
        ),
        ("R: Shall I call you in May?", "P: {{next_step|no|firm|*}}I'd rather you didn't{{/}}."),
        ("P: {{next_step|no|firm|*}}No need to follow up{{/}}.",),
        ("P: {{next_step|yes|firm|*}}Call me in June once the audit is over{{/}}.",),
    ],
)
def test_said_in_a_call(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: I'll send you the brochure.", "R: Anyway."),
        ("P: We were busy last Tuesday.",),
        ("P: They send the invoices every week.",),
        ("R: How was the game on Friday?", "P: We lost, badly."),
    ],
)
def test_what_looks_alike_gives_nothing(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("{{next_step|yes|firm|*}}demo Tues 17 March w/ the owner{{/}}",),
        ("send her the deck",),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS, kind=Kind.NOTES)
