import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

FIELDS = {Field.GOAL}


@pytest.mark.parametrize(
    "lines",
    [
        (
            "R: What would good look like in a year?",
            "P: {{goal|yes|firm|*}}Every quote out the door within two days{{/}}.",
        ),
        (
            "R: What are you hoping for?",
            "P: {{goal|yes|firm|*}}I'd love to cut the waste in half{{/}}.",
        ),
    ],
)
def test_said_in_a_call(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: Our customers cut their waste in half.", "P: Good for them."),
        ("P: I'd love a coffee.",),
        ("P: I cut my finger in half a minute.",),
        ("P: It took two days last year.",),
    ],
)
def test_what_looks_alike_gives_nothing(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("Target: {{goal|yes|firm|*}}replies in 2 hrs{{/}}",),
        ("wants a call next week",),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS, kind=Kind.NOTES)
