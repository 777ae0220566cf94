import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

COMPETITION = {Field.COMPETITION}
ASKED = "R: Who else are you looking at?"


@pytest.mark.parametrize(
    "lines",
    [
        (ASKED, "P: {{competition|yes|firm|Zendesk; Freshdesk}}Zendesk and Freshdesk{{/}}."),
        (ASKED, "P: {{competition|no|firm|none}}Nobody{{/}}."),
        (ASKED, "P: {{competition|yes|firm|Blorpo}}Blorpo sent us a quote{{/}}."),
    ],
)
def test_rivals(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=COMPETITION)


@pytest.mark.parametrize(
    "lines",
    [
        ("P: We use Salesforce for that.",),
        ("R: Zendesk is a competitor of ours.", "P: I see."),
        ("P: The weather is awful.",),
    ],
)
def test_other_names_are_no_rivals(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=COMPETITION)


def test_notes(extractor: Extractor) -> None:
    line = "{{competition|yes|firm|Proofpoint}}vs Proofpoint{{/}}"
    check(extractor, line, fields=COMPETITION, kind=Kind.NOTES)
