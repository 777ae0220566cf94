"""Places that match, the newest first, one after the other: nobody waits for all of them."""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator
from heapq import merge
from itertools import groupby

from assistant.domain.searching import Branch, Plan
from assistant.storage.search.filtering import Where, where_of
from assistant.storage.search.matching import any_match, finds_quotes, match_of
from assistant.storage.search.places import (
    IN_A_CALL,
    Slot,
    highest,
    lowest,
    place_of,
    slot_of,
)
from assistant.storage.search.reading import Reader

TOP = 1 << 62
PATIENCE = 300
"""After so many words in other calls than those asked for, it is quicker to ask anew."""

Found = tuple[int, bool]
"""A place, and whether it matches all: the place of one that does not lets a search go on."""


class Streams:
    """Runs plans on a connection, within the transaction that is open there."""

    def __init__(self, connection: sqlite3.Connection, reader: Reader) -> None:
        self._connection = connection
        self._reader = reader

    def of(self, plan: Plan, below: int | None) -> Iterator[Found]:
        """The places of any branch below a place, each once, from the highest down."""
        start = TOP if below is None else below
        streams = [self._branch(branch, start) for branch in plan.branches]
        merged = merge(*streams, key=lambda found: found[0], reverse=True)
        for place, same in groupby(merged, key=lambda found: found[0]):
            yield place, any(matches for _, matches in same)

    def _branch(self, branch: Branch, below: int) -> Iterator[Found]:
        if not branch.found:
            return self._calls(branch, below)
        return self._texts(branch, below)

    def _texts(self, branch: Branch, below: int) -> Iterator[Found]:
        quotes = finds_quotes(branch)
        for place in self._places(match_of(branch), branch, below):
            if quotes or slot_of(place) != Slot.QUOTED:
                spots = branch.spots
                yield place, not spots or self._reader.spot(place_of(place)).fits(spots)

    def _places(self, match: str, branch: Branch, below: int) -> Iterator[int]:
        if not branch.calls:
            yield from self._matching(match, 0, below)
            return
        keys = sorted(self._keys(where_of(branch.calls)))
        yield from self._matching_in(match, keys, below) if keys else ()

    def _matching_in(self, match: str, keys: list[int], below: int) -> Iterator[int]:
        """Those of the calls; leaps over calls that were not asked for."""
        among = set(keys)
        upper: int | None = min(below, highest(keys[-1]) + 1)
        while upper is not None:
            start, upper, missed = upper, None, 0
            for place in self._matching(match, lowest(keys[0]), start):
                key = place >> IN_A_CALL
                if key in among:
                    missed = 0
                    yield place
                    continue
                missed += 1
                if missed == PATIENCE:
                    upper = highest(keys[bisect_left(keys, key) - 1]) + 1
                    break

    def _matching(self, match: str, lower: int, below: int) -> Iterator[int]:
        query = (
            "SELECT rowid FROM text_index WHERE text_index MATCH ? "
            "AND rowid >= ? AND rowid < ? ORDER BY rowid DESC"
        )
        for (place,) in self._connection.execute(query, (match, lower, below)):
            yield place

    def _keys(self, where: Where) -> Iterator[int]:
        query = f'SELECT "key" FROM call_index AS i WHERE {where.sql}'  # noqa: S608
        return (key for (key,) in self._connection.execute(query, where.given))

    def _calls(self, branch: Branch, below: int) -> Iterator[Found]:
        """Whole calls, as far as nothing of what is left out occurs in them."""
        where = where_of(branch.calls)
        query = (
            f'SELECT "key" FROM call_index AS i WHERE {where.sql} '  # noqa: S608
            'AND "key" < ? ORDER BY "key" DESC'
        )
        keys: Iterator[int] = (
            key for (key,) in self._connection.execute(query, (*where.given, below >> IN_A_CALL))
        )
        if branch.left_out:
            keys = self._without(keys, any_match(branch.left_out), below)
        # The highest place in a call is no text's: it stands for the whole call.
        return ((highest(key), True) for key in keys)

    def _without(self, keys: Iterator[int], match: str, below: int) -> Iterator[int]:
        """The keys of calls in which nothing matches; both go downwards side by side."""
        others = (place >> IN_A_CALL for place in self._matching(match, 0, below))
        other = next(others, -1)
        for key in keys:
            while other > key:
                other = next(others, -1)
            if other != key:
                yield key
