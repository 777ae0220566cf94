"""Splits a text into words, and looks up phrases of several words among them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_REMEMBERED = 32
"""Texts whose words are kept: a turn's and its quotes', which several finders ask for."""

# A scale glued to a currency's code ("1.4 MSEK") is a word of its own, and so is "'s".
_WORD = re.compile(
    r"""\d+(?:[.,]\d+)*
    | (?:(?<=\d)|(?<=\d\s))[KMkm](?=[A-Z]{3}\b)
    | ['\u2019]s\b
    | [^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)*
    | [^\w\s] | _""",
    re.VERBOSE,
)
_HYPHENS = frozenset("-\u2010\u2011\u2013")


class Word(NamedTuple):
    """A run of letters, a number as written, or one mark; ``[start, end)`` of the text."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        """Whether it is a number in digits (``1,200.50``)."""
        return self.text[0].isdecimal()

    @property
    def is_letters(self) -> bool:
        """Whether it is a word in the everyday sense."""
        return self.text[0].isalpha()


Words = tuple[Word, ...]


@lru_cache(maxsize=_REMEMBERED)
def split_words(text: str) -> Words:
    """The words of the text. The last few texts are remembered: several finders ask."""
    return tuple(
        Word(raw, raw.lower().replace("\u2019", "'"), match.start(), match.end())
        for match in _WORD.finditer(text)
        for raw in (match.group(),)
    )


DIGITS = "0"
"""What ``said_in`` holds where the text has any number in digits."""


@lru_cache(maxsize=_REMEMBERED)
def said_in(text: str) -> frozenset[str]:
    """The lower-case words and marks of the text, for cheap tests of what it may hold."""
    words = split_words(text)
    said = frozenset(word.lower for word in words)
    return said | {DIGITS} if any(word.is_digits for word in words) else said


def is_hyphen(word: Word) -> bool:
    """Whether the word is a hyphen or a short dash."""
    return word.text in _HYPHENS


def glued(words: Sequence[Word], at: int) -> bool:
    """Whether word ``at`` follows the one before it without a space."""
    return 0 < at < len(words) and words[at].start == words[at - 1].end


def lower_at(words: Sequence[Word], at: int) -> str:
    """The lower-case word at ``at``, or an empty string beyond either end."""
    return words[at].lower if 0 <= at < len(words) else ""


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it stands for; the longest match wins.

    A phrase "vice president" also matches "vice-president".
    """

    def __init__(self, entries: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        pairs = entries.items() if isinstance(entries, Mapping) else entries
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in pairs:
            parts = tuple(word for word in _lower_words(phrase) if word not in _HYPHENS)
            self._by_first.setdefault(parts[0], []).append((parts, value))
        for choices in self._by_first.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    def at(self, words: Sequence[Word], at: int) -> tuple[T, int] | None:
        """What starts at word ``at``, with the index of the word after it."""
        if not 0 <= at < len(words):
            return None
        for parts, value in self._by_first.get(words[at].lower, ()):
            after = _match(words, at, parts)
            if after is not None:
                return value, after
        return None

    def all(self, words: Sequence[Word]) -> Iterator[tuple[T, int, int]]:
        """What the words hold, left to right, each with its first word and the word after."""
        after = 0
        for first, word in enumerate(words):
            if first < after or word.lower not in self._by_first:
                continue
            hit = self.at(words, first)
            if hit is not None:
                after = hit[1]
                yield hit[0], first, after

    def ending(self, words: Sequence[Word], at: int, reach: int = 5) -> tuple[T, int] | None:
        """What ends just before word ``at``, with the index of its first word."""
        for first in range(max(0, at - reach), at):
            hit = self.at(words, first)
            if hit is not None and hit[1] == at:
                return hit[0], first
        return None

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that a phrase can begin with."""
        return frozenset(self._by_first)


def _lower_words(text: str) -> list[str]:
    """The lower-case words of a text, as ``split_words`` has them."""
    return [raw.lower().replace("\u2019", "'") for raw in _WORD.findall(text)]


def _match(words: Sequence[Word], at: int, parts: tuple[str, ...]) -> int | None:
    for index, part in enumerate(parts):
        if index and at < len(words) and is_hyphen(words[at]):
            at += 1
        if at >= len(words) or words[at].lower != part:
            return None
        at += 1
    return at


def key_words(phrases: Iterable[str]) -> frozenset[str]:
    """A word of each phrase that no text with it lacks: its longest, the last of equals."""
    return frozenset(max(reversed(_lower_words(phrase)), key=len) for phrase in phrases)


def trigger(words: Iterable[str], *, digits: bool = True) -> Callable[[str], bool]:
    """A cheap test of a text: whether it holds a digit (if asked) or one of the words."""
    keys = key_words(words) | ({DIGITS} if digits else set())
    return lambda text: not keys.isdisjoint(said_in(text))
