"""Finds products, vendors and ways of working that a text names."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.found import Found
from assistant.extraction.values.words import Phrases, Words, said_in, split_words

_SENTENCE_ENDS = frozenset(".?!")


class Products(Frozen):
    """Names by what they are for; explained in the file."""

    office: tuple[str, ...]
    accounting: tuple[str, ...]
    crm_and_support: tuple[str, ...]
    erp_and_industry: tuple[str, ...]
    people: tuple[str, ...]
    it: tuple[str, ...]
    telecom_and_hardware: tuple[str, ...]
    common: tuple[str, ...]

    @property
    def names(self) -> Iterator[str]:
        """Those in whatever case."""
        several = (
            self.office,
            self.accounting,
            self.crm_and_support,
            self.erp_and_industry,
            self.people,
            self.it,
            self.telecom_and_hardware,
        )
        return (name for names in several for name in names)

    @cached_property
    def known(self) -> Phrases[str]:
        """Names in whatever case."""
        return _plain(self.names)

    @cached_property
    def everyday(self) -> Phrases[str]:
        """Names that are everyday words as well."""
        return _plain(self.common)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that a name can begin with."""
        return self.known.first_words | self.everyday.first_words


class Methods(Frozen):
    """Ways of working; explained in the file."""

    paper: tuple[str, ...]
    sheets: tuple[str, ...]
    messages: tuple[str, ...]
    by_hand: tuple[str, ...]
    people: tuple[str, ...]

    @cached_property
    def all(self) -> Phrases[str]:
        """All of them."""
        several = (self.paper, self.sheets, self.messages, self.by_hand, self.people)
        return _plain(name for names in several for name in names)


def _plain(names: Iterable[str]) -> Phrases[str]:
    return Phrases((name, name) for name in names)


@at_loading
def products() -> Products:
    """The shipped names."""
    return load_data(Products, Path(__file__).with_name("products.yaml"))


@at_loading
def methods() -> Methods:
    """The shipped ways of working."""
    return load_data(Methods, Path(__file__).with_name("methods.yaml"))


def find_products(text: str) -> tuple[Found[Label], ...]:
    """Products and vendors known by name, left to right, as they were said."""
    return _find(text, _product_at, products().first_words)


def find_methods(text: str) -> tuple[Found[Label], ...]:
    """Spreadsheets, paper, e-mail, a freelancer: left to right, as they were said."""
    ways = methods().all
    return _find(text, lambda words, at: _after(ways.at(words, at)), ways.first_words)


def _find(
    text: str, read: Callable[[Words, int], int | None], may_begin: frozenset[str]
) -> tuple[Found[Label], ...]:
    if may_begin.isdisjoint(said_in(text)):
        return ()
    words = split_words(text)
    found: list[Found[Label]] = []
    at = 0
    while at < len(words):
        after = read(words, at)
        if after is None:
            at += 1
            continue
        start, end = words[at].start, words[after - 1].end
        raw = text[start:end]
        found.append(Found(start=start, end=end, value=Label(text=raw, raw=raw)))
        at = after
    return tuple(found)


def _product_at(words: Words, at: int) -> int | None:
    after = _after(products().known.at(words, at))
    if after is not None:
        return after
    after = _after(products().everyday.at(words, at))
    return after if after is not None and _is_meant(words, at) else None


def _after(hit: tuple[str, int] | None) -> int | None:
    return None if hit is None else hit[1]


def _is_meant(words: Words, at: int) -> bool:
    """Whether an everyday word stands as a name: "Sage", "in Access"; not "Word is"."""
    opens = at == 0 or words[at - 1].text in _SENTENCE_ENDS
    return words[at].text[0].isupper() and not opens
