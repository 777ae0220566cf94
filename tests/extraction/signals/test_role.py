import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

ROLE = {Field.ROLE}


@pytest.mark.parametrize(
    "lines",
    [
        ("P: {{role|yes|firm|HR manager}}I'm the HR manager{{/}}.",),
        ("R: What's your role?", "P: {{role|yes|firm|Operations manager}}Operations manager{{/}}."),
        ("R: And you're the?", "P: {{role|yes|firm|*}}studio manager{{/}}"),
        ("R: What do you each do?", "P: {{role|yes|firm|claims}}I run claims{{/}}."),
    ],
)
def test_own_title(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=ROLE)


@pytest.mark.parametrize(
    "lines",
    [
        ("P: Our CFO signs anything over ten.",),
        ("P: The board decides in June.",),
        ("R: I'm the account manager for your region.",),
        ("P: I'm talking to the office manager about it.",),
    ],
)
def test_titles_of_others_are_no_role(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=ROLE)


def test_notes_write_short_forms_out(extractor: Extractor) -> None:
    line = "bev hartnell = {{role|yes|firm|operations manager}}ops manager{{/}}"
    check(extractor, line, fields=ROLE, kind=Kind.NOTES)
