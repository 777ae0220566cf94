import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

INDUSTRY = {Field.INDUSTRY}


@pytest.mark.parametrize(
    "lines",
    [
        ("P: {{industry|yes|firm|credit union}}We're a credit union{{/}}.",),
        ("R: What do you make?", "P: {{industry|yes|firm|*}}We make porch furniture{{/}}."),
    ],
)
def test_trades(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=INDUSTRY)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: We're a software company.", "P: I see."),
        ("P: The bank wants it by Friday.",),
        ("P: We make mistakes every week.",),
    ],
)
def test_other_trades_are_no_industry(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=INDUSTRY)


def test_notes(extractor: Extractor) -> None:
    line = "{{industry|yes|firm|travel agency}}travel agency{{/}}, 12 desks"
    check(extractor, line, fields=INDUSTRY, kind=Kind.NOTES)
