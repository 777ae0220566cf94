"""Words that rows have again and again, kept as their numbers.

A store has millions of answers, and nearly all that they say beside their words is one of a few.
The numbers are in every store: none ever changes its place, and a new word comes last, with a
new version of the schema, so that no older program reads it.
"""

from collections.abc import Mapping

from assistant.domain.answers import PERSON, TAGGER, Status
from assistant.domain.fields import Certainty, Field, Polarity, Side

WORDS: Mapping[str, tuple[str, ...]] = {
    "certainty": tuple(Certainty),
    "field": tuple(Field),
    "found_by": (TAGGER, PERSON),
    "polarity": tuple(Polarity),
    "side": tuple(Side),
    "source": ("transcript", "notes", "chat"),
    "status": tuple(Status),
}
"""The words of each column that has its words so, from number 0 on."""

_NUMBERS = {
    column: {word: number for number, word in enumerate(words)} for column, words in WORDS.items()
}


def coded(column: str, word: str | None) -> int | str | None:
    """The word's number in its column; a word that has none stays as it is."""
    return word if word is None else _NUMBERS[column].get(word, word)


def word(column: str, kept: int | str | None) -> str | None:
    """The word of what a column holds."""
    return str(WORDS[column][kept]) if isinstance(kept, int) else kept


def as_bytes(text: str | None) -> bytes | str | None:
    """The bytes of hexadecimal digits, half as long; any other text stays as it is."""
    try:
        kept = bytes.fromhex(text or "")
    except ValueError:
        return text
    return kept if kept.hex() == text else text


def as_text(kept: bytes | str | None) -> str | None:
    """The text that ``as_bytes`` was given."""
    return kept.hex() if isinstance(kept, bytes) else kept
