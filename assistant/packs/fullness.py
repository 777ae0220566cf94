"""Which of two copies is the fuller: one store may keep the words for less long than another."""

from assistant.domain.frozen import Frozen
from assistant.domain.privacy import GONE


def fullness(one: Frozen) -> tuple[int, str]:
    """Orders copies: with words that are gone before those with all words, then by their text."""
    text = one.model_dump_json()
    return -text.count(GONE), text
