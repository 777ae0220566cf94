"""The domain's values, written in GUIDE's notation; ``notation`` reads it back."""

import re
from calendar import monthrange
from datetime import date
from math import isfinite

from assistant.domain.fields import Field
from assistant.domain.values import Count, Decider, Deciders, Label, Money, Period, Value

NONE = "?"
_CURRENCY = re.compile(r"[A-Z]{3}")
_UNIT = re.compile(r"[a-z]+")
_BETWEEN_PARTS = re.compile(r"[;()\s]+")


def notation_of(field: Field, value: Value | None, currency: str | None = None) -> str:
    """The value as a mark of this field says it; ``?`` where the notation can't.

    ``currency`` is that of the call, for amounts that name none: GUIDE has no amount without.
    """
    match field, value:
        case Field.BUDGET, Money():
            return _money(value, currency)
        case Field.TIMELINE, Period():
            return _period(value)
        case (Field.BUDGET | Field.TIMELINE, _) | (_, None):
            return NONE
        case _, Deciders():
            return _deciders(value)
        case _, Count():
            return _joined((_number(value.count), value.unit), " ")
        case _, Money():
            return _money(value, currency)
        case _, Period():
            return _period(value)
        case _, Label():
            return value.text.strip() or NONE


def _money(money: Money, currency: str | None) -> str:
    code = money.currency or currency or ""
    low, high = _number(money.low), _number(money.high)
    if not _CURRENCY.fullmatch(code) or not low or not high:
        return NONE
    amount = low if low == high else f"{low}-{high}"
    unit = _UNIT.search((money.unit or "").lower())
    return _joined((f"{amount} {code}", unit[0] if unit else None, money.per), "/")


def _number(number: float) -> str:
    """Digits that the notation's readers take; "" for what is no amount."""
    if not isfinite(number) or number < 0:
        return ""
    return f"{abs(number):.4f}".rstrip("0").rstrip(".")


def _period(period: Period) -> str:
    start, end = period.start or period.end, period.end or period.start
    if start is None or end is None:
        return "asap" if period.asap else NONE
    if start == end:
        return start.isoformat()
    if _whole_months(start, end):
        return _months(start, end)
    return f"{start.isoformat()}..{end.isoformat()}"


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _months(start: date, end: date) -> str:
    """``2026``, ``2026-H2``, ``2026-Q3``, ``2026-06``, or ``2026-05..2026-07``."""
    year = f"{start.year:04}"
    if start.year == end.year:
        match end.month - start.month + 1:
            case 12:
                return year
            case 6 if start.month in {1, 7}:
                return f"{year}-H{end.month // 6}"
            case 3 if start.month % 3 == 1:
                return f"{year}-Q{end.month // 3}"
            case 1:
                return f"{year}-{start.month:02}"
    return f"{year}-{start.month:02}..{end.year:04}-{end.month:02}"


def _deciders(deciders: Deciders) -> str:
    speaker = f"speaker={deciders.speaker}" if deciders.speaker else None
    return _joined((speaker, *map(_decider, deciders.people)), "; ")


def _decider(person: Decider) -> str:
    name, title = (_part(text) for text in (person.name, person.title))
    return f"{name} ({title})" if name and title else name or title


def _part(text: str | None) -> str:
    return _BETWEEN_PARTS.sub(" ", text or "").strip()


def _joined(parts: tuple[str | None, ...], between: str) -> str:
    return between.join(part for part in parts if part) or NONE
