"""The words of time, from ``calendar.yaml`` and ``edges.yaml``."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.words import Phrases

T = TypeVar("T")

Unit = Literal["day", "week", "fortnight", "month", "quarter", "year", "weekend"]
Edge = Literal["last_day", "first_day", "middle", "early", "late", "first_half", "second_half"]


class Calendar(Frozen):
    """Names of stretches of time; the sections are explained in the file."""

    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, tuple[str, ...]]
    ambiguous: frozenset[str]
    never_lower_case: frozenset[str]
    before_names: frozenset[str]
    verb_signs: dict[str, frozenset[str]]
    subjects: frozenset[str]
    ordinals: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    before_seasons: frozenset[str]
    after_no_season: frozenset[str]
    stretches: dict[str, tuple[int, int]]
    units: dict[Unit, tuple[str, ...]]
    today: tuple[str, ...]
    tomorrow: tuple[str, ...]
    day_after_tomorrow: tuple[str, ...]
    yesterday: tuple[str, ...]
    end_of_month: tuple[str, ...]
    end_of_quarter: tuple[str, ...]
    end_of_year: tuple[str, ...]
    end_of_fiscal_year: tuple[str, ...]
    fiscal_year: tuple[str, ...]

    @cached_property
    def month_numbers(self) -> dict[str, int]:
        """Month by name."""
        return _by_name(self.months)

    @cached_property
    def weekday_numbers(self) -> dict[str, int]:
        """Weekday by name; Monday is 0."""
        return _by_name(self.weekdays)

    @cached_property
    def unit_names(self) -> dict[str, Unit]:
        """Unit by name."""
        return _by_name(self.units)

    @cached_property
    def stretch_names(self) -> Phrases[tuple[int, int]]:
        """First and last month of named stretches."""
        return Phrases(self.stretches)

    @cached_property
    def fiscal_names(self) -> Phrases[str]:
        """What the fiscal year is called."""
        return Phrases((name, name) for name in self.fiscal_year)

    @cached_property
    def moments(self) -> Phrases[str]:
        """Fixed expressions ("tomorrow", "EOY"), each with its section's name."""
        sections = (
            "today",
            "tomorrow",
            "day_after_tomorrow",
            "yesterday",
            "end_of_month",
            "end_of_quarter",
            "end_of_year",
            "end_of_fiscal_year",
        )
        return Phrases((name, section) for section in sections for name in getattr(self, section))


class Edges(Frozen):
    """Parts of a stretch of time, and haste; the sections are explained in the file."""

    before: dict[Edge, tuple[str, ...]]
    after: dict[Edge, tuple[str, ...]]
    asap: tuple[str, ...]
    wanting: frozenset[str]
    happened: frozenset[str]

    @cached_property
    def leading(self) -> Phrases[Edge]:
        """Edges whose words come before the stretch."""
        return Phrases((name, edge) for edge, names in self.before.items() for name in names)

    @cached_property
    def trailing(self) -> Phrases[Edge]:
        """Edges whose words come after the stretch."""
        return Phrases((name, edge) for edge, names in self.after.items() for name in names)

    @cached_property
    def haste(self) -> Phrases[str]:
        """Phrases that mean as soon as possible."""
        return Phrases((phrase, phrase) for phrase in self.asap)


def _by_name(groups: Mapping[T, tuple[str, ...]]) -> dict[str, T]:
    return {name: value for value, names in groups.items() for name in names}


@at_loading
def calendar() -> Calendar:
    """The shipped names."""
    return load_data(Calendar, Path(__file__).with_name("calendar.yaml"))


@at_loading
def edges() -> Edges:
    """The shipped edges."""
    return load_data(Edges, Path(__file__).with_name("edges.yaml"))
