"""What sectors a text is about: from its people, its work and its goods."""

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.words import Phrases, Words, lower_at, split_words

_MOST_NAMES = 4
_CUSTOMERS = frozenset({"for", "to", "with"})
"""What stands before the customers' trade: "we bake for supermarkets"."""
_BEFORE_CUSTOMERS = 3
_SHORTEST_WITH_PLURAL = 3


class Sector(NamedTuple):
    """What a sector is called, and the words that tell it; maybe only that of customers."""

    name: str
    said: str
    customers: bool


class Sectors(Frozen):
    """Sectors by what they are called, each with what tells it; explained in the file."""

    sectors: dict[str, tuple[str, ...]]

    @cached_property
    def all(self) -> Phrases[str]:
        """What tells a sector, with what that is called."""
        told = [(name, name) for name in self.sectors]
        told += [(phrase, name) for name, several in self.sectors.items() for phrase in several]
        said = {phrase for phrase, _ in told}
        plurals = [
            (f"{phrase}s", name)
            for phrase, name in told
            if len(phrase) >= _SHORTEST_WITH_PLURAL and f"{phrase}s" not in said
        ]
        return Phrases([*told, *plurals])


@at_loading
def sectors() -> Sectors:
    """The shipped sectors."""
    return load_data(Sectors, Path(__file__).with_suffix(".yaml"))


def find_sectors(text: str) -> tuple[Sector, ...]:
    """The sectors that words about a company tell, left to right, the longest words each."""
    words = split_words(text)
    return tuple(
        Sector(
            name=name,
            said=text[words[first].start : words[after - 1].end],
            customers=_of_customers(words, first),
        )
        for name, first, after in sectors().all.all(words)
    )


def sector_names(text: str) -> str:
    """The sectors, then the words that tell them, joined by "; "; empty where there are none.

    "law firm; conveyancing" of "we do conveyancing". The customers' sectors count only where
    no other is told.
    """
    found = find_sectors(text)
    own = [sector for sector in found if not sector.customers] or found
    names = [sector.name for sector in own] + [sector.said for sector in own]
    first_of_kind = {name.lower(): name for name in reversed(names)}
    unique = dict.fromkeys(first_of_kind[name.lower()] for name in names)
    return "; ".join(list(unique)[:_MOST_NAMES])


def _of_customers(words: Words, first: int) -> bool:
    before = range(first - _BEFORE_CUSTOMERS, first)
    return any(lower_at(words, at) in _CUSTOMERS for at in before)
