"""How many there are of something, in words."""

import pytest

from assistant.domain.counting import counted


@pytest.mark.parametrize(
    ("count", "things", "words"),
    [
        (0, "turns", "0 turns"),
        (1, "answers", "1 answer"),
        (2, "answers", "2 answers"),
        (1, "entries", "1 entry"),
        (1, "saved queries", "1 saved query"),
        (1, "leases", "1 lease"),
        (2000, "other calls", "2,000 other calls"),
    ],
)
def test_one_is_told_in_the_singular(count: int, things: str, words: str) -> None:
    assert counted(count, things) == words
