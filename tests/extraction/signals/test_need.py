import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

FIELDS = {Field.NEED}


@pytest.mark.parametrize(
    "lines",
    [
        (
            (
                "P: {{need|yes|firm|*}}We lost three customers in March{{/}}"
                " because nobody chased the renewals."
            ),
        ),
        (
            (
                "P: {{need|yes|firm|*}}Our server crashed four times last month{{/}}"
                " and nobody knows why."
            ),
        ),
        ("R: Any problems with it?", "P: {{need|no|firm|*}}No complaints at all{{/}}."),
        ("P: {{need|no|firm|*}}Nothing's wrong with them{{/}}.",),
    ],
)
def test_said_in_a_call(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: A client of ours lost three customers in March over renewals.", "P: I see."),
        ("P: We have eleven people in the office.",),
        ("P: My sister lost three customers in March at her place.",),
        ("P: No problem, go ahead.",),
        ("P: What happens when an order gets lost?",),
    ],
)
def test_what_looks_alike_gives_nothing(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("Pain: {{need|yes|firm|*}}two pallets bounced in May{{/}}",),
        ("{{need|no|firm|*}}no complaints w/ the current lot{{/}}",),
        ("Pain: ",),
        ("ask about errors??",),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=FIELDS, kind=Kind.NOTES)
