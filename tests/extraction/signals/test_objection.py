import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

FIELDS = {Field.OBJECTION}


@pytest.mark.parametrize(
    "lines",
    [
        (
            "R: Anything about us that worries you?",
            "P: {{objection|yes|firm|*}}You're a very small company{{/}}.",
        ),
        ("P: {{objection|yes|firm|*}}I'm nervous about moving all our data{{/}}.",),
        ("P: {{objection|yes|firm|*}}My worry is that the drivers won't use it{{/}}.",),
    ],
)
def test_said_in_a_call(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: Some people are nervous about the cloud.", "P: Sure."),
        ("P: No worries, take your time.",),
        ("P: The auditor was worried last year.",),
        ("P: We have three vans.",),
    ],
)
def test_what_looks_alike_gives_nothing(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("{{objection|yes|firm|*}}worried abt lock-in{{/}}",),
        ("any concerns?? ask",),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS, kind=Kind.NOTES)
