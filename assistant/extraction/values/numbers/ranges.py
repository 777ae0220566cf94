"""Joins two numbers into a range: "40 to 60k", "eighty ninety thou", "two and two and a half"."""

from dataclasses import replace
from unicodedata import category

from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.numbers.numerals import numerals
from assistant.extraction.values.words import Word, Words, is_hyphen, lower_at

_STRONG_RATIO = 25.0
_WEAK_RATIO = 1.5


def joined(words: Words, first: Number, second: Number) -> Number | None:
    """Both as one range, the scale carried back to the first; None if they are two numbers."""
    link = _link(words, first, second)
    if link is None or first.is_range or first.code:
        return None
    second = _in_same_scale(words, first, second)
    low = _carried(first, second)
    limit = _STRONG_RATIO if link == "strong" else _WEAK_RATIO
    if not low < second.high or second.high > max(low, 1) * limit:
        return None
    scale = second.scale if low != first.low else min(first.scale, second.scale)
    return replace(first, low=low, high=second.high, after=second.after, scale=scale)


def _in_same_scale(words: Words, first: Number, second: Number) -> Number:
    """The second number in the first's thousands: "between three thousand and three and a half"."""
    opened = lower_at(words, first.first - 1) == "between"
    if (
        not opened
        or first.scale < 1000
        or second.scale > 1
        or second.low * first.scale <= first.low
    ):
        return second
    scaled = second.high * first.scale
    return replace(second, low=scaled, high=scaled, scale=first.scale)


def _carried(first: Number, second: Number) -> float:
    """The first number with the second's scale, where that keeps it below the second."""
    if first.scale >= second.scale or first.scale >= 1000:
        return first.low
    carried = first.low * second.scale
    return carried if carried <= second.low else first.low


def _link(words: Words, first: Number, second: Number) -> str | None:
    """How the words between two numbers join them: strongly, weakly or not at all."""
    table = numerals()
    between = [words[at] for at in range(first.after, second.first) if not _is_sign(words[at])]
    if len(between) > 3:
        return None
    said = [word.lower for word in between]
    if len(between) == 1 and (is_hyphen(between[0]) or between[0].text == "~"):
        return "strong"
    kept = [word for word in said if word not in table.weak_joiners and word not in {",", "about"}]
    if len(kept) == 1 and kept[0] in table.joiners:
        return "strong"
    if kept == ["and"]:
        opened = {lower_at(words, first.first - back) for back in (1, 2, 3)} & table.openers
        return "strong" if opened else None
    if kept:
        return None
    # Words and digits next to each other are two numbers ("one 2", "5 20").
    alike = first.written == second.written and (not first.written or "," not in said)
    return "weak" if alike and (not first.written or said) else None


def _is_sign(word: Word) -> bool:
    """Whether it is a currency's sign, which both ends of a range may have: "$40 to $60"."""
    return category(word.text[0]) == "Sc"
