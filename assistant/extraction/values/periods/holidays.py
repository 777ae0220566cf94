"""Holidays, from ``holidays.yaml``."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from pydantic import Field as Attribute

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.function_words import is_noun_like
from assistant.extraction.values.periods.days import (
    Days,
    day_of,
    easter,
    nth_weekday,
    one_day,
    working_week_of,
)
from assistant.extraction.values.periods.scene import Reading, Scene
from assistant.extraction.values.periods.when import yearly
from assistant.extraction.values.words import Phrases

_TIMES = frozenset(
    {
        "time",
        "day",
        "weekend",
        "break",
        "morning",
        "works",
        "next",
        "this",
        "last",
        "ideally",
        "falls",
    }
)


class Holiday(Frozen):
    """How a holiday's day is found; exactly one rule is set."""

    names: tuple[str, ...]
    fixed: tuple[int, int] | None = None
    weekday: tuple[int, int, int] | None = None
    easter: int | None = None
    table: tuple[date, ...] = ()
    plus: int = 0
    countries: tuple[str, ...] = Attribute(default=(), alias="in")

    def in_year(self, year: int) -> Days | None:
        """Its day in that year; None where the table has none."""
        if self.fixed is not None:
            return day_of(year, *self.fixed)
        if self.easter is not None:
            return one_day(easter(year) + timedelta(days=self.easter))
        if self.weekday is not None:
            day = nth_weekday(year, *self.weekday)
            return None if day is None else one_day(day + timedelta(days=self.plus))
        return next((one_day(day) for day in self.table if day.year == year), None)


class _Holidays(Frozen):
    holidays: tuple[Holiday, ...]


def read_holiday(scene: Scene, at: int) -> Reading | None:
    """The holiday whose name begins at word ``at``."""
    hit = _names(scene.country).at(scene.words, at)
    if hit is None:
        return None
    in_year, after = hit
    if scene.lower(after) == "week":
        return Reading(yearly(lambda year: _week_around(in_year(year)), "week"), after + 1)
    if is_noun_like(scene.words, after) and scene.lower(after) not in _TIMES:
        return None  # "the Christmas appeal" is no day
    return Reading(yearly(in_year, "day"), after)


def _week_around(days: Days | None) -> Days | None:
    return None if days is None else working_week_of(days.start)


@at_loading
def holiday_names() -> tuple[str, ...]:
    """What the holidays are called."""
    return tuple(name for holiday in _holidays() for name in holiday.names)


@at_loading
def _holidays() -> tuple[Holiday, ...]:
    return load_data(_Holidays, Path(__file__).with_name("holidays.yaml")).holidays


@cache
def _names(country: str | None) -> Phrases[Callable[[int], Days | None]]:
    return Phrases(
        {
            name: holiday.in_year
            for holiday in _holidays()
            if not holiday.countries or country in holiday.countries
            for name in holiday.names
        }
    )
