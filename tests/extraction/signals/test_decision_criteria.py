import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

FIELDS = {Field.DECISION_CRITERIA}


@pytest.mark.parametrize(
    "lines",
    [
        (
            "R: What will decide it for you?",
            "P: {{decision_criteria|yes|firm|*}}It has to work with our till{{/}}.",
        ),
        ("P: {{decision_criteria|yes|firm|*}}It has to integrate with Salesforce{{/}}.",),
        ("P: {{decision_criteria|yes|firm|*}}The data must stay in Canada{{/}}.",),
    ],
)
def test_said_in_a_call(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: It works with every till.", "P: Does it now."),
        ("P: I have to work on Saturday.",),
        ("P: You must be tired.",),
        ("P: The board has to approve it.",),
    ],
)
def test_what_looks_alike_gives_nothing(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("Must: {{decision_criteria|yes|firm|*}}French screens{{/}}",),
        ("must ask Ana about screens",),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS, kind=Kind.NOTES)
