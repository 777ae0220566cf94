"""Finds the clauses where signs that say little alone add up to an answer."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spacy.vocab import Vocab

from assistant.domain.fields import Field
from assistant.extraction.moment import Clause, Moment
from assistant.extraction.patterns.book import Hit, PatternBook
from assistant.extraction.patterns.syntax import Syntax
from assistant.extraction.signals.rules import Rule, Sign, When
from assistant.extraction.signals.spans import in_place


class Summed(NamedTuple):
    """A clause as a rule's hit, and how many points it has beyond enough."""

    hit: Hit
    beyond: float


@dataclass(frozen=True, slots=True)
class _Table:
    field: Field
    enough: float
    signs: dict[str, Sign]


class SignBook:
    """The signs of all rules that have any."""

    def __init__(self, vocab: Vocab) -> None:
        self._book = PatternBook(vocab)
        self._tables: dict[str, _Table] = {}

    def add(self, key: str, of: Field, rule: Rule, syntax: Syntax) -> None:
        """Add a rule's signs under its key."""
        table = self._tables[key] = _Table(of, rule.enough, {})
        for number, sign in enumerate(rule.signs):
            name = f"{key}#{number}"
            table.signs[name] = sign
            for pattern in sign.say:
                self._book.add(name, syntax.compile(pattern))

    def find(
        self, moment: Moment, prompted: frozenset[str], applies: Callable[[str], bool]
    ) -> Iterator[Summed]:
        """The clauses with enough points, of the rules that apply."""
        tables = {key: table for key, table in self._tables.items() if applies(key)}
        if not tables:
            return
        said: dict[int, set[str]] = defaultdict(set)
        for hit in self._book.find(moment.spoken.doc, moment.spoken.labelled):
            if in_place(hit, moment.spoken):
                said[hit.start].add(hit.key)
        heard = frozenset[str]().union(*said.values())
        for key, table in tables.items():
            signs = _counting(table, heard, moment, prompted)
            yield from _summed(key, table.enough, signs, said, moment)


def timely(
    when: When, after: tuple[str, ...], of: Field, moment: Moment, prompted: frozenset[str]
) -> bool:
    """Whether what the rep asked or said fits; ``prompted`` are prompts as ``field.name``."""
    if after and prompted.isdisjoint(f"{of}.{name}" for name in after):
        return False
    if when == "other_asked":
        return bool(moment.asked) and of not in moment.asked
    if when != "always" and (when != "not_asked") != (of in moment.asked):
        return False
    return when != "just_asked" or moment.guess is not None


def _counting(
    table: _Table, heard: frozenset[str], moment: Moment, prompted: frozenset[str]
) -> dict[str, Sign]:
    """The signs that may count in the turn."""
    return {
        name: sign
        for name, sign in table.signs.items()
        if (not sign.say or name in heard)
        and timely(sign.when, sign.after, table.field, moment, prompted)
        and (sign.first_turns is None or moment.spoken.turn.index < sign.first_turns)
    }


def _summed(
    key: str,
    enough: float,
    signs: Mapping[str, Sign],
    said: Mapping[int, set[str]],
    moment: Moment,
) -> Iterator[Summed]:
    for number, clause in enumerate(moment.spoken.clauses):
        here = set[str]().union(*(said[at] for at in range(*clause.whole) if at in said))
        points = sum(
            sign.points
            for name, sign in signs.items()
            if (not sign.say or name in here) and _fits(number, clause, sign)
        )
        if points >= enough:
            yield Summed(Hit(key, *clause.inner), points - enough)


def _fits(number: int, clause: Clause, sign: Sign) -> bool:
    if sign.first is not None and number >= sign.first:
        return False
    return sign.least_words is None or clause.inner.end - clause.inner.start >= sign.least_words
