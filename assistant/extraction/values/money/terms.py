"""The words of rates, units and bounds, from ``terms.yaml``."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from assistant.domain.frozen import Frozen
from assistant.domain.values import Bound, Per
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.words import Phrases

T = TypeVar("T", bound=str)


class Figures(Frozen):
    """Words for the number of digits, and the leading digits of each band."""

    words: frozenset[str]
    bands: dict[str, tuple[int, int]]


class Terms(Frozen):
    """What surrounds an amount; the sections are explained in the file."""

    per: dict[Per, tuple[str, ...]]
    adjectives: dict[str, Per]
    units: dict[str, tuple[str, ...]]
    bounds_before: dict[Bound, tuple[str, ...]]
    bounds_after: dict[Bound, tuple[str, ...]]
    denials: frozenset[str]
    figures: Figures
    goes_on: frozenset[str]
    named_by: frozenset[str]
    not_money: tuple[str, ...]

    @cached_property
    def rates(self) -> Phrases[Per]:
        """Phrases after a number that say how often."""
        return _phrases(self.per)

    @cached_property
    def adjective_rates(self) -> Phrases[Per]:
        """Words before a number that say how often."""
        return Phrases(self.adjectives)

    @cached_property
    def unit_names(self) -> Phrases[str]:
        """Countable things, each with the name that it is kept under."""
        return _phrases(self.units)

    @cached_property
    def before(self) -> Phrases[Bound]:
        """Bounds that come before the number."""
        return _phrases(self.bounds_before)

    @cached_property
    def after(self) -> Phrases[Bound]:
        """Bounds that come after the number."""
        return _phrases(self.bounds_after)

    @cached_property
    def other_measures(self) -> Phrases[str]:
        """What follows numbers that are no money."""
        return Phrases((phrase, phrase) for phrase in self.not_money)


def _phrases(groups: Mapping[T, tuple[str, ...]]) -> Phrases[T]:
    return Phrases((phrase, value) for value, phrases in groups.items() for phrase in phrases)


@at_loading
def terms() -> Terms:
    """The shipped terms."""
    return load_data(Terms, Path(__file__).with_suffix(".yaml"))
