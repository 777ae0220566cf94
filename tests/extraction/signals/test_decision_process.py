import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

FIELDS = {Field.DECISION_PROCESS}


@pytest.mark.parametrize(
    "lines",
    [
        (
            "R: What has to happen before you sign?",
            (
                "P: {{decision_process|yes|firm|*}}Legal reads the contract{{/}}, and then"
                " {{decision_process|yes|firm|*}}procurement wants three quotes{{/}}."
            ),
        ),
        ("P: {{decision_process|yes|firm|*}}Our lawyer has to read the contract{{/}}.",),
        ("P: {{decision_process|no|firm|*}}We don't need a tender for this{{/}}.",),
    ],
)
def test_said_in_a_call(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: Most buyers run a tender.", "P: Is that so."),
        ("P: My cousin is a lawyer in Leeds.",),
        ("P: The pilot was drunk on our flight.",),
    ],
)
def test_what_looks_alike_gives_nothing(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("{{decision_process|yes|firm|*}}legal reads the msa first{{/}}",),
        ("ask abt legal??",),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS, kind=Kind.NOTES)
