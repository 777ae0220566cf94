import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

CURRENT = {Field.CURRENT_SOLUTION}


@pytest.mark.parametrize(
    "lines",
    [
        ("P: {{current_solution|yes|firm|Salesforce}}We use Salesforce for that{{/}}.",),
        ("R: What do you use today?", "P: {{current_solution|yes|firm|Xero}}Xero{{/}}."),
        (
            "R: How do you track it?",
            "P: {{current_solution|yes|firm|whiteboard}}On a whiteboard{{/}}.",
        ),
    ],
)
def test_what_is_used(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=CURRENT)


@pytest.mark.parametrize(
    "lines",
    [
        ("P: We used to use Salesforce.",),
        ("R: We use Salesforce ourselves.", "P: I see."),
        ("P: It must integrate with Salesforce.",),
        ("P: We looked at Zendesk and got a demo.",),
    ],
)
def test_other_tools_are_not_in_use(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=CURRENT)


def test_notes(extractor: Extractor) -> None:
    line = "{{current_solution|yes|firm|Zendesk}}on Zendesk{{/}}"
    check(extractor, line, fields=CURRENT, kind=Kind.NOTES)
