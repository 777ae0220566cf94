"""Which currency is meant, from ``currencies.yaml`` and ``places.yaml``."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.words import Phrases


class Family(Frozen):
    """The currencies that share a name."""

    default: str
    members: tuple[str, ...]


class Currencies(Frozen):
    """What people call currencies; the sections are explained in the file."""

    families: dict[str, Family]
    words: dict[str, tuple[str, ...]]
    symbols: dict[str, str]
    dollar_letters: dict[str, str]
    letters: dict[str, str]
    hundredths: dict[str, str]
    nationalities: dict[str, str]
    codes: frozenset[str]
    capitals_only: frozenset[str]

    @cached_property
    def named(self) -> Phrases[str]:
        """Words for money, each with its family."""
        return Phrases((word, family) for family, choices in self.words.items() for word in choices)

    @cached_property
    def national(self) -> Phrases[str]:
        """As in "Canadian", "Sing": each with its currency's code."""
        return Phrases(self.nationalities)

    def code_of(self, raw: str) -> str | None:
        """The ISO code that a word is ("EUR", "eur"), if it is one."""
        code = raw.upper()
        if code not in self.codes or (code in self.capitals_only and raw != code):
            return None
        return code

    def meant(self, family: str, said: str | None, place: str | None) -> str:
        """The family's member that the call's currency or place names, else its default."""
        known = self.families[family]
        local = None if place is None else currency_of_place(place)
        return next((code for code in (said, local) if code in known.members), known.default)


class Place(Frozen):
    """A country's currency, and its names in lower case."""

    currency: str
    names: tuple[str, ...]


class _Places(Frozen):
    places: dict[str, Place]


@at_loading
def currencies() -> Currencies:
    """The shipped names of currencies."""
    return load_data(Currencies, Path(__file__).with_suffix(".yaml"))


@at_loading
def _places() -> dict[str, Place]:
    return load_data(_Places, Path(__file__).with_name("places.yaml")).places


@at_loading
def _codes() -> dict[str, str]:
    by_name = {name: code for code, place in _places().items() for name in place.names}
    return by_name | {code.lower(): code for code in _places()}


def country_of(place: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country's name or code; None for other places."""
    return _codes().get(" ".join(place.lower().split()))


def currency_of_place(place: str) -> str | None:
    """The currency of a country's name or code; None for other places."""
    code = country_of(place)
    return None if code is None else _places()[code].currency
