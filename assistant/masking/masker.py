"""Replaces who is spoken of by stand-ins, the same ones all through a call."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from unicodedata import normalize

from assistant.masking.identifiers import Found, identifiers_in
from assistant.masking.masked import Edit, Identifier, Masked, replaced
from assistant.masking.names import (
    Named,
    folded,
    in_case_of,
    is_common,
    is_word,
    pattern_of,
    words_of,
)
from assistant.masking.patterns import EMAIL, PHONE
from assistant.masking.phones import phones_in
from assistant.masking.words import words

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_NAME = "name"
"""Begins the name of a pattern's group; the number of the name follows."""
_ADDRESS = "(address)"
_DIGITS = "5550100"
"""How a stand-in's number goes on behind its first digit: no subscriber has it."""


class Masker:
    """Masks the texts of one call.

    ``people`` and ``companies`` are the names to replace, each with all of its words.
    ``texts`` is all that will be masked: a word of it never becomes a stand-in. ``seed``
    says where in the list of stand-ins to begin, so that calls differ and a call stays.
    ``country`` (ISO 3166) says how phone numbers without a plus are written.
    """

    def __init__(
        self,
        people: Iterable[str],
        companies: Iterable[str],
        texts: Iterable[str],
        seed: int,
        *,
        country: str | None = None,
    ) -> None:
        people, companies = tuple(people), tuple(companies)
        everything = (*texts, *people, *companies)
        there = {folded(word) for text in everything for word in _WORD.findall(text)}
        self._first = _free(words().first_names, "Person", there, seed)
        self._last = _free(words().last_names, "Family", there, seed)
        self._firms = _free(words().companies, "Company", there, seed)
        self._named: list[Named] = []
        self._known: dict[str, str] = {}
        for company in companies:
            self._add_company(company)
        for person in people:
            self._add_person(person)
        # The longest first: a run of words before its words.
        self._named.sort(key=lambda named: -len(named.run))
        self._pattern = _any_of(named.pattern for named in self._named)
        self._addresses: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._others: dict[str, int] = {}
        self._country = country

    def mask(self, text: str) -> Masked:
        """The text with stand-ins, and where each was put."""
        edits = [self._identifier(text, found) for found in identifiers_in(text)]
        for found in self._pattern.finditer(text):
            if _is_free(edits, *found.span()):
                edits.append(self._edit(found))
        for start, end in phones_in(text, self._country):
            if _is_free(edits, start, end):
                edits.append(Edit(start, end, self._number(text[start:end]), Identifier.PHONE))
        return replaced(text, sorted(edits, key=lambda edit: edit.start))

    def mask_name(self, name: str) -> str:
        """A name by itself, as a speaker's label has it: also one that is a word is masked."""
        run = re.compile(_any_word_of(words_of(name)) or r"(?!)")
        label = normalize("NFC", name)
        known = run.sub(lambda word: self._known.get(folded(word[0]), word[0]), label)
        return self.mask(known).text

    def _edit(self, found: "re.Match[str]") -> Edit:
        there = found[0]
        if found["email"]:
            return Edit(*found.span(), self._address(there), Identifier.EMAIL)
        if found["phone"]:
            return Edit(*found.span(), self._number(there), Identifier.PHONE)
        named = self._named[int(str(found.lastgroup).removeprefix(_NAME))]
        return Edit(*found.span(), in_case_of(named.stand_in, there), named.kind)

    def _identifier(self, text: str, found: Found) -> Edit:
        """The same stand-in for the same thing; of numbers the signs between digits stay."""
        there = text[found.start : found.end]
        number = self._others.setdefault(there.casefold(), len(self._others) + 1)
        stand_in = {
            Identifier.IBAN: there[:2] + re.sub(r"[^\W_]", "0", there[2:]),
            Identifier.CARD: _DIGIT.sub("0", there),
            Identifier.IP: f"2001:db8::{number:x}" if ":" in there else f"192.0.2.{number % 255}",
            Identifier.URL: f"https://page{number}.example",
            Identifier.ADDRESS: _ADDRESS,
        }[found.kind]
        return Edit(found.start, found.end, stand_in, found.kind)

    def _add_company(self, name: str) -> None:
        parts = name.split()
        while len(parts) > 1 and folded(parts[-1].strip(".,")) in words().legal_forms:
            parts.pop()
        core = " ".join(parts).strip(" ,.")
        distinct = [word for word in words_of(core) if folded(word) not in words().company_words]
        if not distinct or folded(core) in self._known.keys() | words().legal_forms:
            return
        stand_in = next(self._firms)
        single = len(parts) == 1
        self._add(core, stand_in, Identifier.COMPANY, capital=single and is_word(core))
        if not single:
            self._add("".join(_WORD.findall(core)), stand_in, Identifier.COMPANY)
            for word in distinct:
                self._add(word, stand_in, Identifier.COMPANY, capital=True)

    def _add_person(self, name: str) -> None:
        parts = words_of(name)
        for at, word in enumerate(parts):
            if folded(word) not in self._known:
                # Behind a title or a particle stands a family name: "Mrs van Dyk".
                first = at == 0 and folded(name).startswith(folded(word))
                stand_in = next(self._first if first else self._last)
                self._add(word, stand_in, Identifier.NAME, capital=is_word(word))
        if len(parts) > 1:
            stand_ins = [self._known[folded(word)] for word in parts]
            for between in (" ", ""):
                self._add(between.join(parts), between.join(stand_ins), Identifier.NAME)

    def _add(self, run: str, stand_in: str, kind: Identifier, *, capital: bool = False) -> None:
        if folded(run) in self._known:
            return
        self._known[folded(run)] = stand_in
        if is_common(run):
            return
        form = run[:1].upper() + run[1:] if capital else run
        self._named.append(Named(run, stand_in, kind, pattern_of(form, capital=capital)))

    def _address(self, there: str) -> str:
        """An address in its place, of the people and the company that it names."""
        known = self._addresses.get(there.casefold())
        if known is None:
            local, _, domain = there.partition("@")
            people = [self._known[word] for word in _known_in(local, self._known)]
            firm = next((self._known[word] for word in _known_in(domain, self._known)), "mail")
            who = ".".join(people or [next(self._first)])
            known = f"{who}@{firm}.example".lower()
            self._addresses[there.casefold()] = known
        return known

    def _number(self, there: str) -> str:
        """A number in its place that looks the same: its first digit and its signs stay."""
        first, *others = _DIGIT.findall(there)
        known = self._numbers.setdefault("".join((first, *others)), f"{len(self._numbers):02}")
        body = (_DIGITS * 3)[: len(others) - len(known)] + known
        digits = iter(first + body[: len(others)])
        return _DIGIT.sub(lambda _: next(digits), there)


def _is_free(edits: Iterable[Edit], start: int, end: int) -> bool:
    return all(end <= edit.start or edit.end <= start for edit in edits)


def _free(names: tuple[str, ...], more: str, there: set[str], seed: int) -> Iterator[str]:
    """Stand-ins that stand for nobody yet, without end."""
    start = seed % len(names)
    numbered = (f"{more}{number}" for number in count(1))
    for name in chain(names[start:], names[:start], numbered):
        if folded(name) not in there:
            yield name


def _any_of(patterns: Iterable[str]) -> "re.Pattern[str]":
    named = (f"(?P<{_NAME}{number}>{pattern})" for number, pattern in enumerate(patterns))
    kinds = (f"(?P<email>{EMAIL})", f"(?P<phone>{PHONE})", *named)
    return re.compile("|".join(kinds), re.IGNORECASE)


def _any_word_of(parts: tuple[str, ...]) -> str:
    return "|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True))


def _known_in(text: str, known: dict[str, str]) -> list[str]:
    """The words of known names in part of an address, in order."""
    return [word for word in map(folded, _WORD.findall(text)) if word in known]
