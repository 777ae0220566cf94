"""Sizes in digits: "mid five figures", "low six figures", "upwards of six figures"."""

from dataclasses import dataclass

from assistant.extraction.values.money.terms import terms
from assistant.extraction.values.numbers.numerals import numerals
from assistant.extraction.values.words import Words, is_hyphen, lower_at

_FEWEST_DIGITS, _MOST_DIGITS = 3, 9


@dataclass(frozen=True, slots=True)
class Figures:
    """An amount known by its number of digits, in the words ``[first, after)``."""

    low: float
    high: float
    first: int
    after: int


def read_figures(words: Words, at: int) -> Figures | None:
    """The size whose word "figures" is at ``at``."""
    table = terms().figures
    if lower_at(words, at) not in table.words:
        return None
    first = at - 1
    if first >= 0 and is_hyphen(words[first]):
        first -= 1
    digits = _digits(lower_at(words, first))
    if digits is None:
        return None
    unit = 10.0 ** (digits - 1)
    band, first = _band(words, first)
    low, high = band or (1, 10)
    return Figures(low * unit, high * unit - (1 if high == 10 else 0), first, at + 1)


def _digits(word: str) -> int | None:
    value = int(word) if word.isdecimal() and len(word) == 1 else numerals().digits.get(word)
    return value if value is not None and _FEWEST_DIGITS <= value <= _MOST_DIGITS else None


def _band(words: Words, first: int) -> tuple[tuple[int, int] | None, int]:
    """The leading digits that "low", "mid to high" and so on stand for."""
    bands = terms().figures.bands
    band: tuple[int, int] | None = None
    at = first - 1
    while at >= 0 and (lower_at(words, at) in bands or lower_at(words, at) in {"to", "or", "-"}):
        found = bands.get(lower_at(words, at))
        if found is not None:
            band = found if band is None else (found[0], band[1])
            first = at
        at -= 1
    return band, first
