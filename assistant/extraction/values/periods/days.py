"""Arithmetic on days: months, quarters, weeks, Easter, the third Monday."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

_FIRST_YEAR, _LAST_YEAR = MINYEAR + 1, MAXYEAR - 1


class Days(NamedTuple):
    """A stretch of days, both ends inclusive."""

    start: date
    end: date

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1


def one_day(day: date) -> Days:
    """The stretch of a single day."""
    return Days(day, day)


def day_of(year: int, month: int, day: int) -> Days | None:
    """The day, or None where there is none (30 February, the year 0)."""
    try:
        return one_day(date(year, month, day))
    except ValueError:
        return None


def months_of(year: int, first: int, last: int) -> Days:
    """The months ``first`` to ``last`` of the year; a ``last`` before ``first`` is next year's."""
    end_year = year + 1 if last < first else year
    return Days(date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1]))


def month_of(day: date) -> Days:
    """The calendar month of the day."""
    return months_of(day.year, day.month, day.month)


def quarter_of(day: date) -> Days:
    """The calendar quarter of the day."""
    first = 3 * ((day.month - 1) // 3) + 1
    return months_of(day.year, first, first + 2)


def year_of(year: int) -> Days:
    """The calendar year."""
    return months_of(year, 1, 12)


def fiscal_year(named: int, start_month: int) -> Days:
    """The fiscal year that is named for the calendar year it ends in."""
    if start_month == 1:
        return year_of(named)
    return months_of(named - 1, start_month, start_month - 1)


def fiscal_year_of(day: date, start_month: int) -> int:
    """The name of the fiscal year that the day is in."""
    return day.year + 1 if start_month > 1 and day.month >= start_month else day.year


def working_week_of(day: date) -> Days:
    """Monday to Friday of the day's week."""
    monday = shifted(day, days=-day.weekday())
    return Days(monday, shifted(monday, days=4))


def shifted(day: date, *, days: int = 0, months: int = 0) -> date:
    """The day so many months and days on; a day that a month lacks becomes its last.

    The result stays within the years that the calendar knows.
    """
    number = day.year * 12 + day.month - 1 + months
    year = min(max(number // 12, _FIRST_YEAR), _LAST_YEAR)
    month = number % 12 + 1
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    try:
        return moved + timedelta(days=days)
    except OverflowError:
        return moved


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The ``nth`` such weekday of the month (Monday is 0); -1 is the last one."""
    last = monthrange(year, month)[1]
    if nth > 0:
        day = 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (nth - 1)
    else:
        day = last - (date(year, month, last).weekday() - weekday) % 7 + 7 * (nth + 1)
    return date(year, month, day) if 1 <= day <= last else None


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous computus of Butcher's, 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, common = divmod(century, 4)
    skipped = (century + 8) // 25
    moon = (19 * golden + century - leap - (century - skipped + 1) // 3 + 15) % 30
    weekday = (32 + 2 * common + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
