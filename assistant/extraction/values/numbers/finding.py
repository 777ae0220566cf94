"""Finds the numbers of a text, ranges joined."""

from collections.abc import Callable
from functools import lru_cache

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading
from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.numbers.numerals import numerals
from assistant.extraction.values.numbers.ranges import joined
from assistant.extraction.values.numbers.spoken import read_spoken
from assistant.extraction.values.numbers.written import read_written
from assistant.extraction.values.words import Words, glued, lower_at, split_words, trigger

_CHAIN_MARKS = frozenset("/:-")
_ARTICLES = frozenset({"a", "an", "another"})
_POINTING = frozenset({"this", "that", "which", "the", "each", "every", "another", "any"})


class FoundNumber(Frozen):
    """A number, or a range from ``low`` to ``high``, in ``[start, end)`` of the text."""

    start: int
    end: int
    low: float
    high: float


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Every number of the text, in words or digits, left to right, none overlapping.

    Ordinals, times, dates with marks, and digits glued to letters ("T4") are none.
    """
    if not _may_hold_numbers()(text):
        return ()
    words = split_words(text)
    return tuple(
        _found(words, number)
        for number in read_numbers(words)
        if not number.code and not _is_no_number(words, number)
    )


def _found(words: Words, number: Number) -> FoundNumber:
    sign = _is_sign(words, number.first - 1)
    low, high = (-number.high, -number.low) if sign else (number.low, number.high)
    first = number.first - sign
    return FoundNumber(
        start=words[first].start, end=words[number.after - 1].end, low=low, high=high
    )


def _is_sign(words: Words, at: int) -> bool:
    """Whether the word makes the number after it negative: "minus five", "-5" but not "3-5"."""
    if lower_at(words, at) in {"minus", "negative"}:
        return True
    hyphen = lower_at(words, at) == "-" and glued(words, at + 1)
    return hyphen and at > 0 and not glued(words, at) and words[at - 1].is_letters


def _is_no_number(words: Words, number: Number) -> bool:
    """Whether it is a time of day ("2 pm") or stands for something ("that one")."""
    if lower_at(words, number.after) in {"am", "pm"} and number.high <= 13:
        return True
    pointed = lower_at(words, number.first - 1) in _POINTING
    return pointed and number.after == number.first + 1 and lower_at(words, number.first) == "one"


def may_hold_numbers(text: str) -> bool:
    """The cheap test: whether the text holds a digit or the beginning of a numeral."""
    return _may_hold_numbers()(text)


@at_loading
def _may_hold_numbers() -> Callable[[str], bool]:
    return trigger(numerals().starters)


@lru_cache(maxsize=8)
def read_numbers(words: Words) -> tuple[Number, ...]:
    """The numbers among the words, ranges joined, codes included.

    Those of the last few texts are remembered: money, dates and counts all ask for them.
    """
    found: list[Number] = []
    after = 0
    for at, word in enumerate(words):
        if at < after or not (word.is_digits or word.lower in _begins()):
            continue
        after = _chain_end(words, at)
        number = None if after else _read(words, at)
        if number is None:
            continue
        after = number.after
        if found and (both := joined(words, found[-1], number)) is not None:
            found[-1] = both
        else:
            found.append(number)
    return tuple(found)


@at_loading
def _begins() -> frozenset[str]:
    """The words that a number begins with."""
    return numerals().starters | _ARTICLES


def _read(words: Words, at: int) -> Number | None:
    return read_written(words, at) if words[at].is_digits else read_spoken(words, at)


def _chain_end(words: Words, at: int) -> int:
    """The word after a date, time or telephone number in digits at ``at``; 0 for none."""
    if not words[at].is_digits:
        return 0
    end, marks = at + 1, ""
    while (
        end + 1 < len(words)
        and lower_at(words, end) in _CHAIN_MARKS
        and words[end + 1].is_digits
        and glued(words, end)
        and glued(words, end + 1)
    ):
        marks += words[end].text
        end += 2
    single_hyphen = marks == "-" and not any(words[i].text.startswith("0") for i in (at, at + 2))
    return 0 if not marks or single_hyphen else end
