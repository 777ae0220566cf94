"""A time that was read, before its year is known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.extraction.values.periods.days import Days

Grain = Literal["day", "day_of_month", "week", "month", "quarter", "season", "half", "year", "span"]
Change = Callable[[Days], Days | None]
_YEARS_AHEAD = 9
"""A leap day is at most eight years away."""


@dataclass(frozen=True, slots=True)
class When:
    """Either ``days`` are known, or ``in_year`` gives them for any year.

    ``grain`` is how finely it was said. ``day`` is set for a bare day of the month.
    """

    grain: Grain
    days: Days | None = None
    in_year: Callable[[int], Days | None] | None = None
    day: int | None = None

    @property
    def needs_year(self) -> bool:
        """Whether the year is still open."""
        return self.days is None

    def from_day(self, today: date) -> Days | None:
        """The first such days that are not over on ``today``."""
        if self.in_year is None:
            return self.days
        for year in range(today.year - 1, today.year + _YEARS_AHEAD):
            days = self.in_year(year)
            if days is not None and days.end >= today:
                return days
        return None

    def within(self, said: Days) -> Days | None:
        """The first such days that share a day with those spoken of."""
        if self.in_year is None:
            return self.days
        for year in range(said.start.year - 1, said.end.year + 1):
            days = self.in_year(year)
            if days is not None and days.end >= said.start and days.start <= said.end:
                return days
        return None

    def before_day(self, today: date) -> Days | None:
        """The last such days that began before ``today``."""
        if self.in_year is None:
            return self.days
        for year in range(today.year, today.year - _YEARS_AHEAD, -1):
            days = self.in_year(year)
            if days is not None and days.start < today:
                return days
        return None

    def of_year(self, year: int) -> "When | None":
        """The same in that year; None if the year has none."""
        days = self.days if self.in_year is None else self.in_year(year)
        return None if days is None else When(self.grain, days)

    def changed(self, change: Change, grain: Grain) -> "When":
        """The part of it that ``change`` picks, the year still open if it was."""
        inner = self.in_year
        if inner is None:
            return When(grain, None if self.days is None else change(self.days))

        def in_year(year: int) -> Days | None:
            days = inner(year)
            return None if days is None else change(days)

        return When(grain, in_year=in_year)


def fixed(days: Days, grain: Grain = "day") -> When:
    """A time whose days are known."""
    return When(grain, days)


def yearly(in_year: Callable[[int], Days | None], grain: Grain) -> When:
    """A time that every year has."""
    return When(grain, in_year=in_year)
