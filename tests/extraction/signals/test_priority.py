import pytest

from assistant.domain.engine import Extractor
from assistant.domain.fields import Field, Kind
from tests.extraction.marked_text import check

PRIORITY = {Field.PRIORITY}


@pytest.mark.parametrize(
    "lines",
    [
        ("P: {{priority|yes|firm|high}}It's at the top of my list{{/}}.",),
        ("P: {{priority|yes|firm|high}}Nothing else on my desk matters{{/}}.",),
        ("P: {{priority|no|firm|low}}It's on the back burner{{/}}.",),
        ("P: {{priority|no|firm|low}}It's at the bottom of the pile{{/}}.",),
        ("P: {{priority|no|firm|low}}It's not on fire{{/}}.",),
        (
            "R: Where does this sit against everything else?",
            "P: {{priority|no|firm|low}}Behind the roof{{/}}.",
        ),
        (
            "R: What happens if it slips?",
            "P: {{priority|yes|firm|high}}We lose the contract{{/}}.",
        ),
    ],
)
def test_how_urgent(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=PRIORITY)


@pytest.mark.parametrize(
    "lines",
    [
        ("R: For most firms it's at the top of the list.",),
        ("P: The button is at the top of the screen.",),
        ("P: There was a fire in the kitchen.",),
        ("P: What is your top priority?",),
        ("P: I parked behind the roof.",),
    ],
)
def test_what_ranks_nothing(extractor: Extractor, lines: tuple[str, ...]) -> None:
    check(extractor, *lines, fields=PRIORITY)


def test_notes(extractor: Extractor) -> None:
    check(
        extractor,
        "{{priority|no|firm|low}}bottom of the pile{{/}}",
        "{{priority|yes|firm|high}}top of her list{{/}}",
        fields=PRIORITY,
        kind=Kind.NOTES,
    )
