"""The queue: calls that match a plan in any order, a page at a time.

What is asked of calls is asked of the index of calls, and so is which calls have some words.
Where it matters who said them, and where they are so common that listing those calls takes
long, the calls are gone through in the queue's order and each is looked into, until a page is
full. The usual order is that of places: there it is the same as a search.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from assistant.domain.queue import QueueSort
from assistant.domain.searching import Branch, Plan
from assistant.storage.search.filtering import OVERRIDDEN, Where, where_of
from assistant.storage.search.matching import any_match, asks_for_answers, match_of
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

AT_ONCE = 250
LOOKED_INTO = 300
"""So many calls, or texts of them, are looked into for a page at most."""
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
    """A branch: what is asked of calls, and the words that each has to be looked into for."""

    where: Where
    words: _Words | None


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

    def page(
        self, plan: Plan, sort: QueueSort, *, reverse: bool, limit: int, after: str | None
    ) -> Keys:
        """A page of calls, the newest first where the order says nothing."""
        last: Any = json.loads(after) if after else None
        if sort == "date" and not reverse:
            streams = Streams(self._connection, self._reader)
            keys, place = newest_calls(streams, plan, limit, last)
            return Keys(keys, None if place is None else json.dumps(place))
        asked = self._asked(plan)
        found: list[int] = []
        while True:
            rows = self._candidates(asked, sort, last, reverse=reverse, many=limit + 1)
            for key, value, *flags in rows:
                if self._left <= 0:
                    return Keys(tuple(found), json.dumps(last))
                if self._matches(asked, key, flags):
                    if len(found) == limit:
                        return Keys(tuple(found), json.dumps(last))
                    found.append(key)
                last = [value, key]
            if len(rows) < self._many(asked, limit + 1):
                return Keys(tuple(found), None)

    def every(self, plan: Plan) -> Where | None:
        """All calls that match, as a condition; None where that takes too long to find out."""
        branches = [part for branch in plan.branches for part in by_calls(branch)]
        if any(branch.spots for branch in branches):
            return None
        return _any_of([_where_of(branch) for branch in branches])

    def _asked(self, plan: Plan) -> list[_Asked]:
        branches = [part for branch in plan.branches for part in by_calls(branch)]
        return [self._of_branch(branch) for branch in branches]

    def _of_branch(self, branch: Branch) -> _Asked:
        words = _words_of(branch)
        if words and words.there and self._is_common(words):
            return _Asked(where_of(branch.calls), words)
        # Who said it is only known once the text is read.
        return _Asked(_where_of(branch), words if words and branch.spots else None)

    def _is_common(self, words: _Words) -> bool:
        places = words.places
        query = f"SELECT count(*) FROM (SELECT 1 {places.sql} LIMIT {COMMON})"  # noqa: S608
        (many,) = self._connection.execute(query, places.given).fetchone()
        return bool(many == COMMON)

    @staticmethod
    def _many(asked: Sequence[_Asked], limit: int) -> int:
        return limit if all(one.words is None for one in asked) else max(limit, AT_ONCE)

    def _candidates(
        self,
        asked: Sequence[_Asked],
        sort: QueueSort,
        last: list[Any] | None,
        *,
        reverse: bool,
        many: int,
    ) -> list[tuple[Any, ...]]:
        """Calls that may match, in order, each with the branches by which it may."""
        order = ORDERS[sort]
        upward = (sort in UPWARD) is not reverse
        where, flags = _any_of([one.where for one in asked]), ""
        given: list[Any] = []
        if len(asked) > 1 and any(one.words for one in asked):
            flags = "".join(f", ({one.where.sql})" for one in asked)
            given += [value for one in asked for value in one.where.given]
        given += where.given
        begun = ""
        if last is not None:
            way = ">" if upward else "<"
            begun = f'AND ({order} {way} ? OR ({order} = ? AND i."key" < ?))'
            given += [last[0], last[0], last[1]]
        beside = ' JOIN people ON people."key" = i.rep_key' if "people." in order else ""
        query = (
            f'SELECT i."key", {order} AS value{flags} FROM call_index AS i{beside} '  # noqa: S608
            f"WHERE ({where.sql}) {begun} ORDER BY value {'ASC' if upward else 'DESC'}, "
            f'i."key" DESC LIMIT {self._many(asked, many)}'
        )
        return self._connection.execute(query, given).fetchall()

    def _matches(self, asked: Sequence[_Asked], key: int, flags: Sequence[int]) -> bool:
        there = flags or [1] * len(asked)
        holding = [one for one, holds in zip(asked, there, strict=True) if holds]
        if any(one.words is None for one in holding):
            return True
        return any(one.words and self._has(one.words, key) for one in holding)

    def _places(self, words: _Words, key: int) -> Iterator[int]:
        places = words.places
        # In no order: the index seeks upwards several times faster than downwards.
        query = f"SELECT rowid {places.sql} AND rowid >= ? AND rowid <= ?"
        given = (*places.given, lowest(key), highest(key))
        return (place for (place,) in self._connection.execute(query, given))

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
    where, words = where_of(branch.calls), _words_of(branch)
    if words is None:
        return where
    return Where(f"{where.sql} AND {words.calls.sql}", where.given + words.calls.given)


def _words_of(branch: Branch) -> _Words | None:
    if branch.found:
        # Words of a turn are found there; an answer quotes them once more.
        quotes = asks_for_answers(branch) or any(
            one.condition.name == "kind" for one in branch.spots
        )
        return _Words(match_of(branch), there=True, quotes=quotes, branch=branch)
    if branch.left_out:
        return _Words(any_match(branch.left_out), there=False, quotes=True, branch=branch)
    return None


def _any_of(each: Sequence[Where]) -> Where:
    sql = " OR ".join(f"({one.sql})" for one in each)
    return Where(sql, tuple(value for one in each for value in one.given))
