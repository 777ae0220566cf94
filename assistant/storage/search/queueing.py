"""The queue: calls that match a plan in any order, a page at a time.

What is asked of calls is asked of the index of calls, and so is which calls have some words.
Where it matters who said them, and where they are so common that listing those calls takes
long, the calls are gone through in the queue's order and each is looked into, until a page is
full. What is asked of the names of leads and accounts begins so too: where many calls match, a
page is full long before all names are looked through; where few do, those are listed after all.
The usual order is that of places: there it is the same as a search.
"""

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import Any, NamedTuple

from assistant.domain.queue import QueueSort
from assistant.domain.searching import Branch, Plan
from assistant.storage.search.filtering import OVERRIDDEN, Where, of_others, where_of
from assistant.storage.search.matching import any_match, finds_quotes, match_of
from assistant.storage.search.places import (
    IN_A_CALL,
    NUMBER,
    SLOTS,
    Slot,
    highest,
    lowest,
    place_of,
)
from assistant.storage.search.reading import Reader
from assistant.storage.search.streams import Streams
from assistant.storage.search.summed import by_calls

AT_ONCE = 300
LOOKED_INTO = 300
"""So many calls, or texts of them, are looked into for a page at most."""
LOOKED_UP = 300
"""Of so many calls the leads are looked up before all leads are looked through."""
COMMON = 100_000
"""Words are common that stand in so many texts."""
LOOKED_AT = 1000
"""So many texts are read for a page at most, where who said them is asked for."""

ORDERS: dict[QueueSort, str] = {
    "date": 'i."key"',
    "score": "coalesce(i.score, -1)",
    "verdict": "CASE i.outcome WHEN 'qualified' THEN 4 WHEN 'nurture' THEN 3 "
    "WHEN 'incomplete' THEN 2 WHEN 'disqualified' THEN 1 ELSE 0 END",
    "rep": "lower(people.name)",
    "team": "lower(people.team)",
    "bank": "i.banks",
    "disagreement": f"2 * ({OVERRIDDEN}) + (i.system_outcome != '' "
    "AND i.outcome != i.system_outcome)",
    "missing": "i.gaps",
    "unconfirmed": "i.unconfirmed",
    "review": "CASE WHEN i.reviewed = 'answered' THEN 4 WHEN i.reviewed = 'returned' THEN 2 "
    "WHEN i.reviewed != '' THEN 1 WHEN i.outcome != '' THEN 3 ELSE 0 END",
}
UPWARD = frozenset({"rep", "team", "bank"})
"""These begin with the lowest, unless they are turned round; the others with the highest."""


class Keys(NamedTuple):
    """Keys of calls in the queue's order; ``after`` is where the next page begins."""

    keys: tuple[int, ...]
    after: str | None


class _Words(NamedTuple):
    """Words that a branch looks for in the texts of a call, or that none of them may have."""

    match: str
    there: bool
    quotes: bool
    branch: Branch

    @property
    def places(self) -> Where:
        """The query for the places that have them, but for who said it."""
        quoted = "" if self.quotes else f" AND (rowid >> {NUMBER}) & {SLOTS} != {int(Slot.QUOTED)}"
        return Where(f"FROM text_index WHERE text_index MATCH ?{quoted}", (self.match,))

    @property
    def calls(self) -> Where:
        """The condition that a call has them, or has them not."""
        among = "" if self.there else "NOT "
        query = f"SELECT rowid >> {IN_A_CALL} {self.places.sql}"
        return Where(f'i."key" {among}IN ({query})', self.places.given)


class _Asked(NamedTuple):
    """A branch: what is asked of calls, and what has to be looked up or into for each of them.

    ``others`` is what is asked of its lead and account.
    """

    where: Where
    others: Where | None
    words: _Words | None

    @property
    def is_sure(self) -> bool:
        """Whether nothing has to be looked at."""
        return self.others is None and self.words is None

    @property
    def all(self) -> Where:
        """All but its words."""
        return _and(self.where, self.others)


class _Order(NamedTuple):
    """The queue's order in SQL."""

    value: str
    upward: bool

    @property
    def by(self) -> str:
        """What to order by."""
        return f'value {"ASC" if self.upward else "DESC"}, i."key" DESC'

    @property
    def beside(self) -> str:
        """What the value is read from, beside the index of calls."""
        return ' JOIN people ON people."key" = i.rep_key' if "people." in self.value else ""

    def after(self, last: list[Any] | None) -> Where:
        """That a call comes after the last one."""
        if last is None:
            return Where("1")
        way = ">" if self.upward else "<"
        begun = f'({self.value} {way} ? OR ({self.value} = ? AND i."key" < ?))'
        return Where(begun, (last[0], last[0], last[1]))


def newest_calls(
    streams: Streams, plan: Plan, limit: int, after: int | None
) -> tuple[tuple[int, ...], int | None]:
    """The keys of the newest calls that match, and the place from which others follow."""
    asked = Plan(branches=tuple(part for one in plan.branches for part in by_calls(one)))
    keys: list[int] = []
    looked_at = 0
    for place, matches in streams.of(asked, after):
        looked_at += not matches
        key = place >> IN_A_CALL
        if len(keys) == limit and key != keys[-1]:
            return tuple(keys), lowest(keys[-1])
        if looked_at > LOOKED_AT:
            return tuple(keys), place
        if matches and (not keys or keys[-1] != key):
            keys.append(key)
    return tuple(keys), None


class Queueing:
    """Asks for calls on a connection, within the transaction that is open there."""

    def __init__(self, connection: sqlite3.Connection, reader: Reader) -> None:
        self._connection = connection
        self._reader = reader
        self._left = LOOKED_INTO
        self._up = LOOKED_UP
        self._common = cache(self._is_common)
        self._every_place = cache(self._read_places)

    def page(
        self, plan: Plan, sort: QueueSort, *, reverse: bool, limit: int, after: str | None
    ) -> Keys:
        """A page of calls, the newest first where the order says nothing."""
        last: Any = json.loads(after) if after else None
        branches = [part for branch in plan.branches for part in by_calls(branch)]
        if sort == "date" and not reverse and not _ask_others(branches):
            streams = Streams(self._connection, self._reader)
            keys, place = newest_calls(streams, plan, limit, last)
            return Keys(keys, None if place is None else json.dumps(place))
        order = _Order(ORDERS[sort], (sort in UPWARD) is not reverse)
        found: list[int] = []
        more = True
        for way in (self._one_by_one, self._listed):
            asked = [way(branch) for branch in branches]
            more, last = self._fill(found, asked, order, last, limit)
            if not more or len(found) == limit:
                break
        return Keys(tuple(found), json.dumps(last) if more else None)

    def _fill(
        self, found: list[int], asked: Sequence[_Asked], order: _Order, last: Any, limit: int
    ) -> tuple[bool, Any]:
        """Add the calls that match, up to ``limit``; whether there may be more, after which."""
        many = limit + 1
        if not all(one.is_sure for one in asked):
            many = max(many, AT_ONCE)
        while not self._is_enough(asked):
            rows = self._candidates(asked, order, last, many)
            for key, value, *flags in rows:
                if self._is_enough(asked):
                    return True, last
                if self._matches(asked, key, flags):
                    if len(found) == limit:
                        return True, last
                    found.append(key)
                self._up -= 1
                last = [value, key]
            if len(rows) < many:
                return False, last
        return True, last

    def _is_enough(self, asked: Sequence[_Asked]) -> bool:
        """Whether so many calls were looked at that a page has to do with those that match."""
        into = self._left <= 0 and any(one.words for one in asked)
        return into or (self._up <= 0 and any(one.others for one in asked))

    def every(self, plan: Plan) -> Where | None:
        """All calls that match, as a condition; None where that takes too long to find out."""
        branches = [part for branch in plan.branches for part in by_calls(branch)]
        if any(branch.spots for branch in branches):
            return None
        return _any_of([_where_of(branch) for branch in branches])

    def _one_by_one(self, branch: Branch) -> _Asked:
        """The way that is quick where many calls match."""
        others = [one for one in branch.calls if of_others(one)]
        own = [one for one in branch.calls if not of_others(one)]
        where = where_of(others, one_by_one=True) if others else None
        return self._listed(branch.model_copy(update={"calls": tuple(own)}))._replace(others=where)

    def _listed(self, branch: Branch) -> _Asked:
        """The way that is quick where few calls match."""
        words = _words_of(branch)
        if words and words.there and self._common(words):
            return _Asked(where_of(branch.calls), None, words)
        # Who said it is only known once the text is read.
        return _Asked(_where_of(branch), None, words if words and branch.spots else None)

    def _is_common(self, words: _Words) -> bool:
        texts = f"SELECT 1 FROM text_index WHERE text_index MATCH ? LIMIT {COMMON}"  # noqa: S608
        query = f"SELECT count(*) FROM ({texts})"  # noqa: S608
        (many,) = self._connection.execute(query, (words.match,)).fetchone()
        return bool(many == COMMON)

    def _candidates(
        self, asked: Sequence[_Asked], order: _Order, last: list[Any] | None, many: int
    ) -> list[tuple[Any, ...]]:
        """Calls that may match, in order, each with whether it may by which branch."""
        where, begun = _any_of([one.where for one in asked]), order.after(last)
        query = (
            f'SELECT i."key", {order.value} AS value FROM call_index AS i{order.beside} '  # noqa: S608
            f"WHERE ({where.sql}) AND {begun.sql} ORDER BY {order.by} LIMIT {many}"
        )
        given = [*where.given, *begun.given]
        if not all(one.is_sure for one in asked):
            # What takes longer is asked of those alone.
            each = [one.all if len(asked) > 1 else one.others or Where("1") for one in asked]
            flags = ", ".join(f"({one.sql})" for one in each)
            query = (
                f'SELECT i."key", value, {flags} FROM ({query}) AS found '  # noqa: S608
                f'CROSS JOIN call_index AS i ON i."key" = found."key" ORDER BY {order.by}'
            )
            given = [*(value for one in each for value in one.given), *given]
        return self._connection.execute(query, given).fetchall()

    def _matches(self, asked: Sequence[_Asked], key: int, flags: Sequence[int]) -> bool:
        if not flags:
            return True
        holding = [one for one, holds in zip(asked, flags, strict=True) if holds]
        if any(one.words is None for one in holding):
            return True
        return any(one.words and self._has(one.words, key) for one in holding)

    def _places(self, words: _Words, key: int) -> Iterator[int]:
        places = words.places
        if not self._common(words):
            listed = self._every_place(places)
            first = bisect_left(listed, lowest(key))
            return takewhile(highest(key).__ge__, islice(listed, first, None))
        # In no order: the index seeks upwards several times faster than downwards.
        query = f"SELECT rowid {places.sql} AND rowid >= ? AND rowid <= ?"
        given = (*places.given, lowest(key), highest(key))
        return (place for (place,) in self._connection.execute(query, given))

    def _read_places(self, places: Where) -> list[int]:
        query = f"SELECT rowid {places.sql} ORDER BY rowid"
        return [place for (place,) in self._connection.execute(query, places.given)]

    def _has(self, words: _Words, key: int) -> bool:
        """Looks into a call."""
        self._left -= 1
        spots = words.branch.spots
        for place in self._places(words, key):
            if not spots:
                return True
            self._left -= 1
            if self._reader.spot(place_of(place)).fits(spots):
                return True
        return False


def _where_of(branch: Branch) -> Where:
    """What a branch asks of calls, and of the words in them; not who said those."""
    words = _words_of(branch)
    return _and(where_of(branch.calls), words.calls if words else None)


def _ask_others(branches: Sequence[Branch]) -> bool:
    return any(of_others(one) for branch in branches for one in branch.calls)


def _words_of(branch: Branch) -> _Words | None:
    if branch.found:
        quotes = finds_quotes(branch)
        return _Words(match_of(branch), there=True, quotes=quotes, branch=branch)
    if branch.left_out:
        return _Words(any_match(branch.left_out), there=False, quotes=True, branch=branch)
    return None


def _and(where: Where, other: Where | None) -> Where:
    if other is None:
        return where
    return Where(f"{where.sql} AND {other.sql}", where.given + other.given)


def _any_of(each: Sequence[Where]) -> Where:
    sql = " OR ".join(f"({one.sql})" for one in each)
    return Where(sql, tuple(value for one in each for value in one.given))
