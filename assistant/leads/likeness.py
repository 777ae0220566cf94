"""How far what a lead has is what the ideal customer profile asks for, by its words."""

from collections.abc import Iterable
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

_TYPO_APART = 90
"""Of 100, rapidfuzz's ratio. Lower ones take Austria for Australia."""

_STEM, _ENDING = 6, 3
"""Letters: words that begin alike and differ in a short ending are the same word."""

_LONG_WORD = 5
_TELLING_WORD = 4
"""Shorter words ("of", "new", "the") relate nothing to anything."""

Likeness = Literal["same", "related", "different"]


def likeness(text: str, wanted: Iterable[str]) -> Likeness:
    """The best of the entries: all its words are there, one that tells something, or none.

    "Food manufacturing, Wisconsin" is the same as "manufacturing" and related to "metal
    manufacturing". Initials stand for their words: CFO, VP, UK.
    """
    words = _words(text)
    found = {_one(words, _words(entry)) for entry in wanted}
    if "same" in found:
        return "same"
    return "related" if "related" in found else "different"


def _one(words: list[str], entry: list[str]) -> Likeness:
    if entry and (all(_among(word, words) for word in entry) or _abbreviated(words, entry)):
        return "same"
    telling = [word for word in entry if len(word) >= _TELLING_WORD]
    return "related" if any(_among(word, words) for word in telling) else "different"


def _abbreviated(words: list[str], entry: list[str]) -> bool:
    return _initials(entry) in words or _initials(words) == "".join(entry)


def _initials(words: list[str]) -> str:
    kept = [word for word in words if word not in {"and", "for", "of", "the"}]
    return "".join(word[0] for word in kept) if len(kept) > 1 else ""


def _among(word: str, words: list[str]) -> bool:
    """Short words have to be the very same: CFO is not COO."""
    if len(word) < _LONG_WORD:
        return word in words
    return any(_same_word(word, other) for other in words)


def _same_word(one: str, other: str) -> bool:
    stem = Prefix.similarity(one, other)
    inflected = stem >= _STEM and max(len(one), len(other)) - stem <= _ENDING
    return inflected or fuzz.ratio(one, other) >= _TYPO_APART


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text.casefold()).split()
