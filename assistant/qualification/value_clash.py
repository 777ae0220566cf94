"""Whether two values of one field can both be right."""

from datetime import date
from math import inf

from assistant.domain.values import Count, Deciders, Label, Money, Period, Value

_A_YEAR = {"year": 1, "quarter": 4, "month": 12, "week": 52, "day": 260, "hour": 2080}
_NEAR = 0.02
"""Amounts and counts that differ by less than this share are the same, said roughly."""

LEVELS = frozenset({"high", "medium", "low"})


def clash(one: Value | None, other: Value | None) -> bool:
    """Whether both say something, of the same kind, and it differs.

    A range that overlaps the other one, a unit that cannot be compared, a yearly sum beside
    one that is paid once, a date beside "as soon as possible" and a further name only add.
    So do further words, unless both are levels of a priority.
    """
    match one, other:
        case Money(), Money():
            return _comparable(one, other) and not _overlap(_amounts(one, other))
        case Period(), Period():
            return not (one.asap or other.asap) and not _overlap((_days(one), _days(other)))
        case Count(), Count():
            same_unit = not one.unit or not other.unit or _stem(one.unit) == _stem(other.unit)
            return same_unit and not _overlap((_about(one.count), _about(other.count)))
        case Deciders(), Deciders():
            return bool(one.speaker and other.speaker) and one.speaker != other.speaker
        case Label(), Label():
            levels = {one.text.strip().lower(), other.text.strip().lower()}
            return levels <= LEVELS and len(levels) == 2
    return False


def agree(one: Value | None, other: Value | None) -> bool:
    """Whether both name a figure or date, and it is the same one."""
    dated = isinstance(one, Money | Period) and type(one) is type(other)
    return dated and not clash(one, other)


def _comparable(one: Money, other: Money) -> bool:
    same_currency = not one.currency or not other.currency or one.currency == other.currency
    same_unit = _stem(one.unit or "") == _stem(other.unit or "")
    alike = (one.low, one.high) == (other.low, other.high)
    return same_currency and same_unit and (bool(one.per) == bool(other.per) or alike)


def _amounts(one: Money, other: Money) -> tuple[tuple[float, float], tuple[float, float]]:
    """Both ranges, in the same period of time where both name one."""
    low, high = _range(one)
    other_low, other_high = _range(other)
    if one.per and other.per:
        times, other_times = _A_YEAR[one.per], _A_YEAR[other.per]
        return (low * times, high * times), (other_low * other_times, other_high * other_times)
    return (low, high), (other_low, other_high)


def _range(money: Money) -> tuple[float, float]:
    low = 0 if money.bound == "up_to" else money.low
    high = inf if money.bound == "at_least" else money.high
    return low * (1 - _NEAR), high * (1 + _NEAR)


def _about(number: float) -> tuple[float, float]:
    return number * (1 - _NEAR), number * (1 + _NEAR)


def _days(period: Period) -> tuple[float, float]:
    start, end = period.start or date.min, period.end or date.max
    return start.toordinal(), end.toordinal()


def _overlap(ranges: tuple[tuple[float, float], tuple[float, float]]) -> bool:
    (low, high), (other_low, other_high) = ranges
    return low <= other_high and other_low <= high


def _stem(unit: str) -> str:
    return unit.strip().lower().removesuffix("s")
