import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

AUTHORITY = {Field.AUTHORITY}


@pytest.mark.parametrize(
    "lines",
    [
        ("R: Who signs it?", "P: {{authority|yes|firm|speaker=yes}}Me{{/}}."),
        ("P: {{authority|yes|firm|speaker=yes}}That's my decision{{/}}.",),
        ("P: {{authority|yes|firm|speaker=yes}}It is mine to approve{{/}}.",),
        ("R: So it's your call?", "P: {{authority|yes|firm|speaker=yes}}Yep{{/}}."),
        ("R: Who decides?", "P: {{authority|no|firm|speaker=no; (CFO)}}Our CFO{{/}}."),
        ("P: {{authority|no|firm|speaker=no; (CFO)}}Our CFO signs everything{{/}}.",),
        ("P: {{authority|no|firm|speaker=no}}I have no say in it{{/}}.",),
        ("P: {{authority|no|firm|speaker=no}}It's out of my hands{{/}}.",),
        ("R: Who decides?", "P: {{authority|yes|firm|*}}My wife and me{{/}}."),
        ("P: {{authority|yes|firm|speaker=shared}}It takes both our signatures{{/}}.",),
        ("P: {{authority|yes|firm|speaker=shared}}I choose, he signs{{/}}.",),
    ],
)
def test_who_decides(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=AUTHORITY)


def test_a_decider_on_the_call_is_a_yes(extractor: Extractor) -> None:
    check(
        extractor,
        "R: Who decides?",
        "P: {{authority|yes|firm|speaker=no; Mei}}Mei decides{{/}}.",
        fields=AUTHORITY,
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("R: I sign the contracts here, it's my call.",),
        ("P: The drivers sign the sheet in the morning.",),
        ("P: We decided to paint the office blue.",),
        ("P: My wife makes a lovely cake.",),
        ("P: The board has an ice rink.",),
        ("R: Who else are you looking at?", "P: Samsara and Geotab."),
    ],
)
def test_what_names_no_decider(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=AUTHORITY)


@pytest.mark.parametrize(
    "lines",
    [
        ("{{authority|yes|firm|speaker=yes}}her call{{/}}, deal size 40k",),
        ("{{authority|no|firm|speaker=no; (CFO)}}CFO signs{{/}}",),
        ("ask who signs??",),
    ],
)
def test_notes(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=AUTHORITY, kind=Kind.NOTES)
