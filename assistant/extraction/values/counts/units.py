"""The things that are counted, from ``units.yaml``."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.words import Phrases


class Units(Frozen):
    """Things whose number is a company's size; the sections are explained in the file."""

    units: dict[str, tuple[str, ...]]
    before: dict[str, tuple[str, ...]]
    revenue_after: tuple[str, ...]
    revenue_before: tuple[str, ...]
    revenue_period: tuple[str, ...]
    rates: tuple[str, ...]
    words_between: int

    @cached_property
    def after_number(self) -> Phrases[str]:
        """What follows a number, with the unit's name."""
        return Phrases((word, unit) for unit, words in self.units.items() for word in words)

    @cached_property
    def before_number(self) -> Phrases[str]:
        """What comes before a number, with the unit's name."""
        return Phrases((word, unit) for unit, words in self.before.items() for word in words)

    @cached_property
    def takings_after(self) -> Phrases[str]:
        """Words for revenue after a number."""
        return _plain(self.revenue_after)

    @cached_property
    def takings_before(self) -> Phrases[str]:
        """Words for revenue before a number."""
        return _plain(self.revenue_before)

    @cached_property
    def takings_period(self) -> Phrases[str]:
        """Periods that show, after "we did", that revenue is meant."""
        return _plain(self.revenue_period)

    @cached_property
    def volumes(self) -> Phrases[str]:
        """Rates, which make a number a volume."""
        return _plain(self.rates)


def _plain(words: tuple[str, ...]) -> Phrases[str]:
    return Phrases((word, word) for word in words)


@at_loading
def units() -> Units:
    """The shipped units."""
    return load_data(Units, Path(__file__).with_suffix(".yaml"))
