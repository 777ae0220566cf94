import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

LOCATION = {Field.LOCATION}


@pytest.mark.parametrize(
    "lines",
    [
        ("R: Where are you based?", "P: {{location|yes|firm|Boise}}In Boise{{/}}."),
        ("P: We're {{location|yes|firm|Denver}}based in Denver{{/}}.",),
        ("R: Are you in Ottawa?", "P: {{location|yes|firm|*}}Yes{{/}}."),
    ],
)
def test_where_the_prospect_is(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=LOCATION)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: We're based in Dublin.", "P: Nice."),
        ("P: My sister lives in Toronto.",),
        ("P: He's at a conference in Berlin.",),
    ],
)
def test_other_places_are_no_location(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=LOCATION)


def test_notes(extractor: Extractor) -> None:
    line = "community hosp, 190 beds, {{location|yes|firm|Erie PA}}Erie PA{{/}}"
    check(extractor, line, fields=LOCATION, kind=Kind.NOTES)
