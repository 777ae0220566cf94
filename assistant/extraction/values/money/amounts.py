"""Puts amounts together from a number and what surrounds it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.domain.values import Bound
from assistant.extraction.values.function_words import is_noun_like
from assistant.extraction.values.money.currencies import currencies
from assistant.extraction.values.money.figures import read_figures
from assistant.extraction.values.money.parts import (
    Mark,
    Rate,
    bound_after,
    bound_before,
    mark_after,
    mark_before,
    rate_after,
    rate_before,
)
from assistant.extraction.values.money.speech import GLUED_RATES, Repair, repairs
from assistant.extraction.values.money.terms import terms
from assistant.extraction.values.numbers.finding import read_numbers
from assistant.extraction.values.numbers.number import Number
from assistant.extraction.values.words import Words, glued, is_hyphen, lower_at, split_words

_RETIREMENT_PLAN = 401_000
"""A "401k" is a savings plan."""
_RUN_TOGETHER = re.compile(r"\d+\.\d{4,}|\d{7,}")
"""What speech recognition makes of two amounts ("72.7400"): nobody can tell them apart."""
_WITH_CENTS = re.compile(r"\d+[.,]\d\d")
_SCALES = frozenset({"thousand", "million", "billion", "lakh", "crore"})
_INDIAN = frozenset({"lakh", "lakhs", "lac", "lacs", "crore", "crores"})
_OWNING = frozenset({"the", "our", "my", "your", "his", "her", "their", "those", "these"})
"""They point at three ("the three") but not at thirty ("the thirty we kept back")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in the words ``[first, after)``.

    ``certain`` says that it shows by itself to be money; ``complete`` that no thousands
    can have been left out.
    """

    low: float
    high: float
    first: int
    after: int
    mark: Mark | None
    rate: Rate
    bound: Bound | None
    certain: bool
    complete: bool


def read_amounts(text: str) -> list[Amount]:
    """Every number of the text that can be money, left to right."""
    words = split_words(text)
    fixed = repairs(text)
    spots = [_spot(words, repair) for repair in fixed]
    taken = {at for first, after in spots for at in range(first, after)}
    numbers = _with_articles(words, [n for n in read_numbers(words) if n.first not in taken])
    found = [_repaired(repair, *spot) for repair, spot in zip(fixed, spots, strict=True)]
    found += _figures(words)
    at = 0
    while at < len(numbers):
        amount, at = _amount(words, numbers, at)
        if amount is not None:
            found.append(amount)
    return _between_bounds(words, _apart(sorted(found, key=lambda amount: amount.first)))


def _apart(amounts: list[Amount]) -> list[Amount]:
    """The amounts without words that one before has taken ("4 SGD 3", "14 or so, about 20")."""
    apart: list[Amount] = []
    for amount in amounts:
        floor = apart[-1].after if apart else 0
        if amount.after > floor:
            apart.append(replace(amount, first=max(amount.first, floor)))
    return apart


def _between_bounds(words: Words, amounts: list[Amount]) -> list[Amount]:
    """The amounts, with two bounds as one range: "more than 20k but less than 50k"."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        if last is not None and _is_span(words, last, amount):
            mark = last.mark or amount.mark
            joined[-1] = replace(
                amount, low=last.low, first=last.first, mark=mark, bound=None,
                certain=last.certain or amount.certain,
            )  # fmt: skip
        else:
            joined.append(amount)
    return joined


def _is_span(words: Words, low: Amount, high: Amount) -> bool:
    between = {words[at].lower for at in range(low.after, high.first)}
    bounds = (low.bound, high.bound) == ("at_least", "up_to")
    return bounds and low.high < high.low and between <= {"and", "but", ","} and bool(between)


def _amount(words: Words, numbers: list[Number], at: int) -> tuple[Amount | None, int]:
    """The amount of number ``at``, and the index of the number after it."""
    number = numbers[at]
    before, after = mark_before(words, number), mark_after(words, number)
    if _is_other(words, number) or (number.code and (before is None or before.code is None)):
        return None, at + 1
    mark = before or after
    if mark is None and _is_scale_alone(words, number):
        return None, at + 1
    if before is not None and after is not None:
        mark = replace(before, factor=after.factor)
    end = after.after if after is not None else number.after
    number, end, at = _with_cents(words, numbers, at, after, end)
    stop = numbers[at + 1].first if at + 1 < len(numbers) else len(words)
    first = min(number.first, before.first if before else number.first)
    amount = _surrounded(words, number, first, end, stop, mark)
    return (amount if amount.certain or _may_be_bare(words, number, amount) else None), at + 1


def _is_scale_alone(words: Words, number: Number) -> bool:
    """Whether "thousand" or "million" only says what a number before it was counted in."""
    alone = number.after == number.first + 1 and lower_at(words, number.first) in _SCALES
    return alone and not is_noun_like(words, number.after)


def _surrounded(
    words: Words, number: Number, first: int, end: int, stop: int, mark: Mark | None
) -> Amount:
    """The number with the rate and bound around it."""
    high_bound, end_of_bound = bound_after(words, end)
    rate = rate_after(words, end_of_bound, stop)
    end = max(end_of_bound, rate.after)
    if high_bound is None:
        high_bound, end = bound_after(words, end)
    low_bound, first_of_bound = bound_before(words, first)
    bound = next((b for b in (low_bound, high_bound) if b not in {None, "about"}), None)
    certain = mark is not None or _is_scaled_money(words, number)
    mark = mark or _mark_of_scale(words, number)
    per = rate.per or rate_before(words, first_of_bound)
    return Amount(
        low=number.low,
        high=number.high,
        first=first_of_bound,
        after=end,
        mark=mark,
        rate=replace(rate, per=per),
        bound=bound or low_bound or high_bound,
        certain=certain,
        complete=number.scale >= 1000 or mark is not None or _has_cents(words, number),
    )


def _has_cents(words: Words, number: Number) -> bool:
    """Whether digits are written as a price in full: "2.10", "0.8"."""
    if not number.written or number.scale != 1:
        return False
    return number.high < 1 or _WITH_CENTS.fullmatch(words[number.first].text) is not None


def _mark_of_scale(words: Words, number: Number) -> Mark | None:
    """Rupees, where the number was said in lakhs or crores."""
    said = {words[at].lower for at in range(number.first, number.after)}
    return None if said.isdisjoint(_INDIAN) else Mark(number.first, number.after, family="rupee")


def _is_scaled_money(words: Words, number: Number) -> bool:
    """Whether "40k", "two grand" or "twelve thousand" stands without a noun that claims it."""
    if lower_at(words, number.after) in GLUED_RATES and glued(words, number.after):
        return True
    if number.scale < 1000 or (number.low == _RETIREMENT_PLAN and number.written):
        return False
    said = {words[at].lower for at in range(number.first, number.after)}
    return (
        "grand" in said
        or not is_noun_like(words, number.after)
        or lower_at(words, number.after) in terms().goes_on
        or terms().rates.at(words, number.after) is not None
    )


def _may_be_bare(words: Words, number: Number, amount: Amount) -> bool:
    """Whether a number without any mark can be money where money is talked about."""
    if number.code or (number.like_a_year and amount.rate.per is None):
        return False
    if number.written and _RUN_TOGETHER.fullmatch(words[number.first].text):
        return False
    before = lower_at(words, number.first - 1)
    if number.low < 10 and not number.is_range and float(number.low).is_integer():
        claimed = is_noun_like(words, number.after) or before in terms().named_by
        return number.low > 1 and not claimed
    return number.low > 0 and before not in terms().named_by - _OWNING


def _is_other(words: Words, number: Number) -> bool:
    """Whether the number counts or measures something else: "10%", "12 people", "5 pm"."""
    at = number.after
    if at < len(words) and is_hyphen(words[at]):
        at += 1
    if number.high <= 12 and number.scale == 1 and lower_at(words, at) in {"pm", "p"}:
        return not (glued(words, at) and lower_at(words, at) == "p")
    return terms().other_measures.at(words, at) is not None


def _with_cents(
    words: Words, numbers: list[Number], at: int, mark: Mark | None, end: int
) -> tuple[Number, int, int]:
    """The number with the hundredths after its currency: "ten bucks fifty", "a buck eighty"."""
    number = numbers[at]
    if (
        mark is None
        or mark.family is None
        or mark.factor != 1
        or number.is_range
        or at + 1 == len(numbers)
    ):
        return number, end, at
    cents = numbers[at + 1]
    start = mark.after + (lower_at(words, mark.after) == "and")
    named = lower_at(words, cents.after) in currencies().hundredths
    small = cents.scale == 1 and not cents.is_range and cents.low < 100
    if cents.first != start or not small or (start > mark.after and not named):
        return number, end, at
    short = cents.low < 10 or not _ends_here(words, cents.after)
    if not named and (cents.low < 5 or (cents.written and short)):
        return number, end, at
    if not named and is_noun_like(words, cents.after):
        return number, end, at
    value = number.low + cents.low / 100
    return replace(number, low=value, high=value), cents.after + named, at + 1


def _ends_here(words: Words, at: int) -> bool:
    return at >= len(words) or not words[at].text[0].isalnum()


def _with_articles(words: Words, numbers: list[Number]) -> list[Number]:
    """The numbers and the "a" of "a buck fifty" or "a quid a head", which stands for one."""
    taken = {at for number in numbers for at in range(number.first, number.after)}
    starts = {number.first for number in numbers}
    for at in range(len(words) - 1):
        if words[at].lower != "a" or at in taken or at + 1 in taken:
            continue
        named = currencies().named.at(words, at + 1)
        if named is not None and (
            named[1] in starts or rate_after(words, named[1], named[1] + 2).after > named[1]
        ):
            numbers.append(Number(1, 1, at, at + 1))
    return sorted(numbers, key=lambda number: number.first)


def _figures(words: Words) -> Iterator[Amount]:
    """The amounts that are known by their number of digits."""
    for at in range(1, len(words)):
        size = read_figures(words, at)
        if size is None:
            continue
        bound, first = bound_before(words, size.first)
        rate = rate_after(words, size.after, size.after + 8)
        yield Amount(
            low=size.low,
            high=size.high,
            first=first,
            after=max(size.after, rate.after),
            mark=None,
            rate=rate,
            bound=bound,
            certain=True,
            complete=True,
        )


def _spot(words: Words, repair: Repair) -> tuple[int, int]:
    """The words that a repair covers: the first, and the one after the last."""
    first = bisect_left(words, repair.start, key=lambda word: word.start)
    return first, bisect_left(words, repair.end, key=lambda word: word.start)


def _repaired(repair: Repair, first: int, after: int) -> Amount:
    """A repaired amount in the words ``[first, after)``."""
    return Amount(
        low=repair.amount,
        high=repair.amount,
        first=first,
        after=after,
        mark=None if repair.per else Mark(first, after, family="dollar"),
        rate=Rate(repair.per, None, after),
        bound=None,
        certain=True,
        complete=True,
    )
