"""Finds the sizes that a text gives."""

from typing import NamedTuple

from assistant.domain.values import Count
from assistant.extraction.values.counts.units import units
from assistant.extraction.values.found import Found
from assistant.extraction.values.function_words import is_noun_like
from assistant.extraction.values.money.currencies import currencies
from assistant.extraction.values.money.parts import mark_after, mark_before
from assistant.extraction.values.money.terms import terms as money_terms
from assistant.extraction.values.numbers.finding import may_hold_numbers, read_numbers
from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.words import Phrases, Words, is_hyphen, lower_at, split_words

_SMALLEST_REVENUE = 100_000
_BOUNDS = frozenset(
    {
        "about",
        "around",
        "roughly",
        "approx",
        "approximately",
        "some",
        "like",
        "maybe",
        "nearly",
        "a",
        "is",
        "at",
    }
    | {
        "somewhere",
        "between",
        "near",
        "over",
        "under",
        "just",
        "say",
        "probably",
        "something",
        "~",
        "to",
        "close",
        "almost",
        "of",
        "shy",
        "circa",
        "ca",
        ".",
    }
)


_BEFORE_YEARS = frozenset({"in", "by", "since", "of", "from", "until", "for"})
_SUFFIXES = frozenset({"ish", "odd", "+", "or", "so", "plus"})


class _Hit(NamedTuple):
    """A size in the words ``[first, after)``."""

    number: Number
    unit: str | None
    first: int
    after: int


def find_counts(
    text: str, *, currency: str | None = None, bare: bool = False
) -> tuple[Found[Count], ...]:
    """Numbers of people, seats, sites, vehicles and the like, and revenue, left to right.

    Of a range the lower end is kept. Revenue's unit is "USD revenue" with the currency that
    was said, else the call's ``currency``. ``bare`` is for words known to give a size ("How
    many are you?"): a number without a unit counts too, with the unit None. Volumes ("300
    calls a month") and customers are no size.
    """
    if not may_hold_numbers(text):
        return ()
    words = split_words(text)
    numbers = read_numbers(words)
    stops = [*(number.first for number in numbers[1:]), len(words)]
    found: list[Found[Count]] = []
    for number, stop in zip(numbers, stops, strict=False):
        hit = _hit(words, number, stop, currency, bare=bare)
        if hit is not None:
            first = (
                hit.first if not found or words[hit.first].start >= found[-1].end else number.first
            )
            found.append(_found(text, words, hit._replace(first=first)))
    return tuple(found)


def _hit(
    words: Words, number: Number, stop: int, currency: str | None, *, bare: bool
) -> _Hit | None:
    if number.code:
        return None
    taken = _revenue(words, number, currency)
    if taken is not None:
        return taken
    if mark_before(words, number) is not None or mark_after(words, number) is not None:
        return None
    return _counted(words, number, stop) or (_bare(words, number) if bare else None)


def _counted(words: Words, number: Number, stop: int) -> _Hit | None:
    """The number with the thing after it, before word ``stop``, or with "a team of" before it."""
    at = number.after
    for _ in range(units().words_between + 1):
        while at < len(words) and (is_hyphen(words[at]) or words[at].lower in _SUFFIXES):
            at += 1
        hit = units().after_number.at(words, at)
        if hit is not None:
            unit, after = hit
            volume = units().volumes.at(words, after) is not None
            lone = number.like_a_year and (
                at > number.after or lower_at(words, number.first - 1) in _BEFORE_YEARS
            )
            alone = number.low == 1 and lower_at(words, number.after) == "of"
            return None if volume or lone or alone else _Hit(number, unit, number.first, after)
        if not is_noun_like(words, at) or at + 1 >= stop:
            break
        at += 1
    return _introduced(words, number)


def _introduced(words: Words, number: Number) -> _Hit | None:
    hit = _before(units().before_number, words, number.first)
    if hit is None or _is_other(words, number.after):
        return None
    unit, first = hit
    return _Hit(number, unit, first, number.after)


def _revenue(words: Words, number: Number, currency: str | None) -> _Hit | None:
    """A large number as what the company takes in."""
    if number.low < _SMALLEST_REVENUE:
        return None
    mark = mark_before(words, number) or mark_after(words, number)
    after = number.after if mark is None or mark.after <= number.after else mark.after
    after += after < len(words) and is_hyphen(words[after])
    hit = units().takings_after.at(words, after)
    first = number.first
    if hit is None and lower_at(words, after) in {"dollar", "euro", "pound", "rand"}:
        hit = units().takings_after.at(words, after + 1)
    if hit is None:
        before = _before(units().takings_before, words, number.first)
        period = units().takings_period.at(words, after)
        plain = before is not None and before[0] in {
            "did",
            "do",
            "we do",
            "we did",
            "doing",
            "made",
        }
        if before is None or (plain and period is None):
            return None
        first, after = before[1], after if period is None else period[1]
    else:
        after = hit[1]
    if mark is not None:
        currency = mark.code or currencies().meant(str(mark.family), currency, None)
    return _Hit(number, f"{currency} revenue" if currency else "revenue", first, after)


def _before(phrases: Phrases[str], words: Words, at: int) -> tuple[str, int] | None:
    """What ends before word ``at``, with its first word; "about" and the like are passed."""
    hit = phrases.ending(words, at)
    while hit is None and at > 0 and lower_at(words, at - 1) in _BOUNDS:
        at -= 1
        hit = phrases.ending(words, at)
    return hit


def _bare(words: Words, number: Number) -> _Hit | None:
    """A number that may be a size where the question was for one."""
    pointing = lower_at(words, number.first - 1) in money_terms().named_by
    small = number.low in {0, 1} and not number.written
    if number.like_a_year or pointing or small or _is_other(words, number.after):
        return None
    return _Hit(number, None, number.first, number.after)


def _is_other(words: Words, at: int) -> bool:
    hit = money_terms().other_measures.at(words, at)
    if hit is None:
        return False
    counted = units().after_number.at(words, at) is not None
    return not counted and not hit[0].startswith("of ")


def _found(text: str, words: Words, hit: _Hit) -> Found[Count]:
    start, end = words[hit.first].start, words[hit.after - 1].end
    count = Count(count=hit.number.low, unit=hit.unit, raw=text[start:end])
    return Found(start=start, end=end, value=count)
