"""Search over turns, notes, answers and calls, and the queries that are kept."""

from collections.abc import Sequence
from itertools import islice

from sqlmodel import col, select

from assistant.domain.errors import NotFound
from assistant.domain.searching import FoundCalls, Hit, HitPage, Order, Plan, SavedQuery
from assistant.storage.connecting import sqlite_of
from assistant.storage.search.marking import best_first, marks_in
from assistant.storage.search.matching import words_match
from assistant.storage.search.places import place_of
from assistant.storage.search.queueing import LOOKED_AT, newest_calls
from assistant.storage.search.reading import Reader
from assistant.storage.search.streams import Streams
from assistant.storage.tables.search import SavedQueryRow
from assistant.storage.topic import Topic

COMPARED = 500
"""So many of the newest hits are compared where the best are to come first."""

_KNOWN = {
    "rep": "SELECT DISTINCT id FROM people WHERE id LIKE ? ESCAPE '\\'"
    " UNION SELECT DISTINCT name FROM people WHERE name LIKE ?1 ESCAPE '\\'",
    "team": "SELECT DISTINCT team FROM people WHERE team LIKE ? ESCAPE '\\'",
    "lead": "SELECT DISTINCT name FROM leads WHERE name LIKE ? ESCAPE '\\'",
    "account": "SELECT DISTINCT name FROM accounts WHERE name LIKE ? ESCAPE '\\'",
    "industry": "SELECT DISTINCT sector FROM accounts WHERE sector LIKE ? ESCAPE '\\'",
    "bank": "SELECT DISTINCT id FROM banks WHERE id LIKE ? ESCAPE '\\'",
    "speaker": "SELECT DISTINCT name FROM participants WHERE name LIKE ? ESCAPE '\\'",
}


class Searches(Topic):
    """Hits and calls for a plan, values to complete, saved queries."""

    def search(
        self, plan: Plan, *, order: Order = "newest", limit: int = 20, after: int | None = None
    ) -> HitPage:
        """A page of hits. ``after`` is that of the page before.

        A page may have fewer hits than ``limit`` although others follow, where very many
        texts were read for it.
        """
        with self._database.reading() as session:
            reader = Reader(sqlite_of(session))
            streams = Streams(sqlite_of(session), reader)
            match = _words(plan)
            if order == "best" and match:
                return _best(streams, reader, plan, match, limit, after or 0)
            places, more = _newest(streams, plan, limit, after)
            return HitPage(hits=_hits(reader, places, match), after=more)

    def matching_calls(
        self, plan: Plan, *, limit: int = 20, after: int | None = None
    ) -> FoundCalls:
        """The calls in which anything matches, the newest first."""
        with self._database.reading() as session:
            reader = Reader(sqlite_of(session))
            streams = Streams(sqlite_of(session), reader)
            keys, more = newest_calls(streams, plan, limit, after)
            return FoundCalls(calls=reader.call_ids(keys), after=more)

    def known_values(self, name: str, beginning: str, limit: int = 20) -> tuple[str, ...]:
        """Values in the store that a name of the grammar can have, in the order of the alphabet."""
        if name not in _KNOWN:
            return ()
        escaped = "".join(f"\\{char}" if char in "\\%_" else char for char in beginning)
        with self._database.reading() as session:
            query = f"SELECT * FROM ({_KNOWN[name]}) WHERE 1 ORDER BY 1 LIMIT {int(limit)}"  # noqa: S608
            rows = sqlite_of(session).execute(query, (f"{escaped}%",))
            return tuple(value for (value,) in rows if value)

    def save_query(self, saved: SavedQuery) -> None:
        """Keep a query under its name, in place of one that has the name."""
        with self._database.writing() as session:
            session.merge(SavedQueryRow(**saved.model_dump()))

    def saved_queries(self) -> tuple[SavedQuery, ...]:
        """All that are kept, by name."""
        with self._database.reading() as session:
            rows = session.exec(select(SavedQueryRow).order_by(col(SavedQueryRow.name)))
            return tuple(SavedQuery(**row.model_dump()) for row in rows)

    def remove_query(self, name: str) -> None:
        """Keep it no longer. Raises ``NotFound``."""
        with self._database.writing() as session:
            row = session.get(SavedQueryRow, name)
            if row is None:
                raise NotFound(f"No query is saved as {name!r}.")
            session.delete(row)


def _words(plan: Plan) -> str:
    return words_match(leaf for branch in plan.branches for group in branch.found for leaf in group)


def _newest(
    streams: Streams, plan: Plan, limit: int, after: int | None
) -> tuple[list[int], int | None]:
    places: list[int] = []
    looked_at = 0
    for place, matches in streams.of(plan, after):
        looked_at += not matches
        if looked_at > LOOKED_AT:
            return places, place
        if matches and len(places) == limit:
            return places, places[-1] if places else place
        if matches:
            places.append(place)
    return places, None


def _best(
    streams: Streams, reader: Reader, plan: Plan, match: str, limit: int, after: int
) -> HitPage:
    found = (place for place, matches in islice(streams.of(plan, None), LOOKED_AT) if matches)
    places = list(islice(found, COMPARED))
    order = best_first([reader.hit(place_of(place)).text for place in places], match)
    page = [places[number] for number in order[after : after + limit]]
    more = after + limit if after + limit < len(places) else None
    return HitPage(hits=_hits(reader, page, match), after=more)


def _hits(reader: Reader, places: Sequence[int], match: str) -> tuple[Hit, ...]:
    hits = [reader.hit(place_of(place)) for place in places]
    if not match:
        return tuple(hits)
    marks = marks_in([hit.text for hit in hits], match)
    return tuple(
        hit.model_copy(update={"marks": found}) for hit, found in zip(hits, marks, strict=True)
    )
