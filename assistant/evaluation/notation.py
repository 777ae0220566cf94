"""GUIDE's value notation, read into the domain's values."""

import re
from calendar import monthrange
from datetime import date
from typing import Literal, cast, get_args

from assistant.domain.errors import BadInput
from assistant.domain.fields import Field
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.values import Count, Decider, Deciders, Label, Money, Per, Period, Value

_BUDGET = re.compile(r"([\d.]+)(?:-([\d.]+))? ([A-Z]{3})((?:/[a-z]+)*)")
_SPEAKER = re.compile(r"speaker=(yes|no|shared)")
_TITLE = re.compile(r"\((.*?)\)")
_COUNT = re.compile(r"([\d.,]+)\s*(M|K|B|k|m)?\b")
_TIMES = {"M": 1e6, "m": 1e6, "K": 1e3, "k": 1e3, "B": 1e9}
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Span = tuple[date, date]


def read_notation(field: Field, text: str) -> Value | None:
    """The value that a mark's notation means; None for ``?``, which says that there is none.

    What does not follow the field's notation is a ``Label`` of the text, and a timeline
    that names no date a ``Period`` without days. Raises ValueError for days that no
    calendar has, and for ranges that run backwards.
    """
    if text in ("?", ""):
        return None
    if field is Field.TIMELINE:
        return _timeline(text)
    if field is Field.BUDGET and (budget := _BUDGET.fullmatch(text)):
        return _budget(budget)
    if field is Field.AUTHORITY:
        return _authority(text)
    if field is Field.COMPANY_SIZE and (count := _COUNT.match(text)):
        number = float(count[1].replace(",", "")) * _TIMES.get(count[2] or "", 1)
        return Count(count=number, unit=text[count.end() :].strip() or None, raw=text)
    return Label(text=text, raw=text)


def value_of(call: MarkedCall, mark: MarkedAnswer) -> Value | None:
    """The value of one of the call's marks. Raises BadInput that says where it cannot be."""
    try:
        return read_notation(mark.field, mark.notation)
    except ValueError:
        raise BadInput(
            f"the {mark.field} mark's value {mark.notation!r} is no day or range that can be",
            file=f"{call.id}.call",
            line=call.turns[mark.turn].line,
        ) from None


def _timeline(text: str) -> Period:
    if text == "asap":
        return Period(start=None, end=None, asap=True, raw=text)
    spans = [_span(part) for part in text.split("..")]
    first, last = spans[0], spans[-1]
    if first is None or last is None or None in spans:
        return Period(start=None, end=None, raw=text)
    return Period(start=first[0], end=last[1], raw=text)


def _span(text: str) -> Span | None:
    """First and last day of ``2026-Q3``, ``2026-H2``, ``2026-06``, ``2026``, ``2026-06-30``."""
    if found := _QUARTER.fullmatch(text):
        quarter = int(found[2])
        return _months(int(found[1]), 3 * quarter - 2, 3 * quarter)
    if found := _HALF.fullmatch(text):
        half = int(found[2])
        return _months(int(found[1]), 6 * half - 5, 6 * half)
    if found := _MONTH.fullmatch(text):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if _YEAR.fullmatch(text):
        return _months(int(text), 1, 12)
    if _DAY.fullmatch(text):
        return date.fromisoformat(text), date.fromisoformat(text)
    return None


def _months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _budget(found: re.Match[str]) -> Money:
    low, high, currency, rest = found.groups()
    parts = [part for part in rest.split("/") if part]
    per = next((part for part in parts if part in get_args(Per)), None)
    return Money(
        low=float(low),
        high=float(high or low),
        currency=currency,
        per=cast("Per | None", per),
        unit=next((part for part in parts if part != per), None),
        raw=found[0],
    )


def _authority(text: str) -> Deciders:
    speaker = _SPEAKER.search(text)
    parts = [part.strip() for part in text.split(";")]
    named = [part for part in parts if part and not part.startswith("speaker=")]
    return Deciders(
        speaker=cast("Literal['yes', 'no', 'shared']", speaker[1]) if speaker else None,
        people=tuple(map(_decider, named)),
        raw=text,
    )


def _decider(text: str) -> Decider:
    title = _TITLE.search(text)
    return Decider(name=_TITLE.sub("", text).strip() or None, title=title[1] if title else None)
