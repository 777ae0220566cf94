"""The queue: calls that match a plan in any order, a page at a time, without looking at all.

What is asked of calls is asked of the index of calls. Words are looked for in one of two ways:
where they are rare, all calls that have them are known at once; where they are common, the
calls are gone through in the queue's order and each is looked into, until a page is full.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from assistant.domain.queue import QueueSort
from assistant.domain.searching import Branch, Plan
from assistant.storage.search.filtering import OVERRIDDEN, Where, where_of
from assistant.storage.search.matching import any_match, asks_for_answers, match_of
from assistant.storage.search.places import IN_A_CALL, Slot, highest, lowest, place_of
from assistant.storage.search.reading import Reader
from assistant.storage.search.summed import by_calls

RARE = 5000
"""Words at so many places at most are looked up everywhere at once."""
AT_ONCE = 250
LOOKED_INTO = 1000
"""So many calls, or texts of them, are looked into for a page at most."""

_PERSON = '(SELECT lower({}) FROM people WHERE people."key" = i.rep_key)'
ORDERS: dict[QueueSort, str] = {
    "date": 'i."key"',
    "score": "coalesce(i.score, -1)",
    "verdict": "CASE i.outcome WHEN 'qualified' THEN 4 WHEN 'nurture' THEN 3 "
    "WHEN 'incomplete' THEN 2 WHEN 'disqualified' THEN 1 ELSE 0 END",
    "rep": _PERSON.format("name"),
    "team": _PERSON.format("team"),
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


class _Asked(NamedTuple):
    """A branch: what is asked of calls, and what of their texts as long as that is open."""

    where: Where
    words: _Words | None


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
        asked = self._asked(plan)
        found: list[int] = []
        last: list[Any] | None = json.loads(after) if after else None
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
        each: list[Where] = []
        for one in self._asked(plan, rare=1 << 40):
            if one.words is not None:
                return None
            each.append(one.where)
        return _any_of(each)

    def _asked(self, plan: Plan, rare: int = RARE) -> list[_Asked]:
        branches = [part for branch in plan.branches for part in by_calls(branch)]
        return [self._of_branch(branch, rare) for branch in branches]

    def _of_branch(self, branch: Branch, rare: int) -> _Asked:
        where = where_of(branch.calls)
        words = _words_of(branch)
        if words is None:
            return _Asked(where, None)
        # Who said it is only known once the text is read.
        keys = None if branch.spots else self._all_keys(words, rare)
        if keys is None:
            return _Asked(where, words)
        among = "" if words.there else "NOT "
        sql = f'{where.sql} AND i."key" {among}IN (SELECT value FROM json_each(?))'  # noqa: S608
        return _Asked(Where(sql, (*where.given, json.dumps(sorted(keys)))), None)

    def _all_keys(self, words: _Words, rare: int) -> set[int] | None:
        """The calls with the words; None where there are too many places."""
        places = list(islice(self._places(words, 0, highest(1 << 36)), rare + 1))
        return None if len(places) > rare else {place >> IN_A_CALL for place in places}

    def _places(self, words: _Words, first: int, last: int) -> Iterator[int]:
        quoted = "" if words.quotes else f"AND (rowid >> 20) & 63 != {int(Slot.QUOTED)}"
        query = (
            "SELECT rowid FROM text_index WHERE text_index MATCH ? "  # noqa: S608
            f"AND rowid >= ? AND rowid <= ? {quoted}"
        )
        for (place,) in self._connection.execute(query, (words.match, first, last)):
            yield place

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
        if any(one.words for one in asked):
            flags = "".join(f", ({one.where.sql})" for one in asked)
            given += [value for one in asked for value in one.where.given]
        given += where.given
        begun = ""
        if last is not None:
            way = ">" if upward else "<"
            begun = f'AND ({order} {way} ? OR ({order} = ? AND i."key" < ?))'
            given += [last[0], last[0], last[1]]
        query = (
            f'SELECT i."key", {order} AS value{flags} FROM call_index AS i '  # noqa: S608
            f"WHERE ({where.sql}) {begun} ORDER BY value {'ASC' if upward else 'DESC'}, "
            f'i."key" DESC LIMIT {self._many(asked, many)}'
        )
        return self._connection.execute(query, given).fetchall()

    def _matches(self, asked: Sequence[_Asked], key: int, flags: Sequence[int]) -> bool:
        if not flags:
            return True
        holding = [one for one, holds in zip(asked, flags, strict=True) if holds]
        if any(one.words is None for one in holding):
            return True
        return any(one.words and self._has(one.words, key) for one in holding)

    def _has(self, words: _Words, key: int) -> bool:
        """Looks into a call."""
        spots = words.branch.spots
        self._left -= 1
        for place in self._places(words, lowest(key), highest(key)):
            if spots:
                self._left -= 1
            if not spots or self._reader.spot(place_of(place)).fits(spots):
                return words.there
        return not words.there


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
