"""Days as queries write them: 2026, 2026-05, 2026-05-03, may, today, yesterday, 30d, 6w, 3m, 1y."""

import re
from calendar import monthrange
from datetime import date, timedelta

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WRITTEN = "Write a day like 2026-05-03, 2026-05, 2026, may, today, yesterday, 30d, 6w, 3m or 1y."

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)


def span_of(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of what is written; None where it is no day.

    A month's name is the latest one that has begun; ``3m`` is the day three months ago.
    """
    text = text.strip().casefold()
    try:
        return _counted(text) or _named(text, today) or _ago(text, today)
    except (ValueError, OverflowError):
        return None


def _counted(text: str) -> tuple[date, date] | None:
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is None:
        return date(year or 0, 1, 1), date(year or 0, 12, 31)
    if day is None:
        return _month(year or 0, month)
    return (whole := date(year or 0, month, day)), whole


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _named(text: str, today: date) -> tuple[date, date] | None:
    if text in {"today", "yesterday"}:
        day = today - timedelta(days=text == "yesterday")
        return day, day
    for number, month in enumerate(MONTHS, start=1):
        if text in {month, month[:3]}:
            return _month(today.year - (number > today.month), number)
    return None


def _ago(text: str, today: date) -> tuple[date, date] | None:
    found = _AGO.fullmatch(text)
    if found is None:
        return None
    count, unit = int(found[1]), found[2]
    if unit in "dw":
        day = today - timedelta(days=count * (7 if unit == "w" else 1))
        return day, day
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    last = monthrange(year, month + 1)[1]
    day = date(year, month + 1, min(today.day, last))
    return day, day
