"""Which currency is meant, from ``currencies.yaml`` and ``places.yaml``."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.words import Phrases, split_words


class Family(Frozen):
    """The currencies that share a name."""

    default: str | None = None
    members: tuple[str, ...]


class Currencies(Frozen):
    """What people call currencies; the sections are explained in the file."""

    families: dict[str, Family]
    words: dict[str, tuple[str, ...]]
    symbols: dict[str, str]
    dollar_letters: dict[str, str]
    letters: dict[str, str]
    thousands: dict[str, str]
    mil_is_thousand: frozenset[str]
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

    def meant(self, family: str, said: str | None, place: str | None) -> str | None:
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
    within: dict[str, tuple[str, ...]]


@at_loading
def currencies() -> Currencies:
    """The shipped names of currencies."""
    return load_data(Currencies, Path(__file__).with_suffix(".yaml"))


@at_loading
def _places() -> _Places:
    return load_data(_Places, Path(__file__).with_name("places.yaml"))


@at_loading
def _codes() -> dict[str, str]:
    places = _places().places
    names = {name: code for code, towns in _places().within.items() for name in towns}
    names |= {name: code for code, place in places.items() for name in place.names}
    return {_plain(name): names[name] for name in names} | {code.lower(): code for code in places}


def _plain(place: str) -> str:
    return " ".join(word.lower for word in split_words(place))


def country_of(place: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country's name or code, or of a town or region in it.

    None for places that are unknown, or as likely in several countries.
    """
    return _codes().get(_plain(place))


def currency_of_place(place: str) -> str | None:
    """The currency of a country, or of a town or region known to be in one; else None."""
    code = country_of(place)
    return None if code is None else _places().places[code].currency
