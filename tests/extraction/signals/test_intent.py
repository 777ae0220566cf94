import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

INTENT = {Field.INTENT}


@pytest.mark.parametrize(
    "lines",
    [
        ("P: {{intent|no|firm|*}}We're not in the market{{/}}.",),
        ("P: {{intent|no|firm|*}}We're not going to buy anything{{/}}.",),
        ("P: {{intent|no|firm|*}}I'm not shopping for it{{/}}.",),
        ("P: {{intent|no|firm|*}}I'm just browsing{{/}}.",),
        ("P: {{intent|yes|firm|*}}We're definitely replacing it{{/}}.",),
        ("P: {{intent|yes|firm|*}}If it works I'll sign{{/}}.",),
        ("R: Are you looking to buy?", "P: {{intent|open|firm|*}}I'm on the fence{{/}}."),
    ],
)
def test_whether_they_buy(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=INTENT)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: You're not in the market, are you?",),
        ("P: My brother isn't buying a house.",),
        ("P: I'm not looking at the screen.",),
        ("P: I'm looking forward to it.",),
        ("P: We bought a van.",),
    ],
)
def test_what_says_nothing_of_buying(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=INTENT)


def test_notes(extractor: Extractor) -> None:
    check(
        extractor,
        "{{intent|no|firm|*}}not buying{{/}}, nice chat",
        "told her not to rush",
        fields=INTENT,
        kind=Kind.NOTES,
    )
