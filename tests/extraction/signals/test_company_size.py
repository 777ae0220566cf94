import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

SIZE = {Field.COMPANY_SIZE}


@pytest.mark.parametrize(
    "lines",
    [
        ("R: How many people are you?", "P: {{company_size|yes|firm|31}}Thirty-one{{/}}."),
        ("P: {{company_size|yes|firm|11 employees}}There's eleven of us{{/}}.",),
        ("R: How many trucks?", "P: {{company_size|yes|hedged|40}}About forty{{/}}."),
    ],
)
def test_sizes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=SIZE)


@pytest.mark.parametrize(
    "lines",
    [
        ("P: We get three hundred calls a day.",),
        ("P: We have four thousand customers.",),
        ("R: We have two hundred employees.", "P: Nice."),
    ],
)
def test_volumes_and_customers_are_no_size(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=SIZE)


def test_notes(extractor: Extractor) -> None:
    line = "Rockford, {{company_size|yes|firm|48 employees}}48 people{{/}}"
    check(extractor, line, fields=SIZE, kind=Kind.NOTES)
