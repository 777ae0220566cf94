"""The queue of calls to review."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from assistant.domain.queue import QueueCounts, QueuePage, QueueRow, QueueSort
from assistant.domain.searching import Plan
from assistant.storage.connecting import sqlite_of
from assistant.storage.search.filtering import WAITING
from assistant.storage.search.queueing import Queueing
from assistant.storage.search.reading import Reader
from assistant.storage.topic import Topic

_ROWS = """
    SELECT i.call_id, call_date, calls.title, coalesce(leads.name, ''), coalesce(accounts.name, ''),
        people.name, people.team, i.banks, i.outcome, i.system_outcome, i.rep_outcome, i.score,
        (
            SELECT json_extract(verdict, '$.missing') FROM verdicts
            WHERE verdicts.call_id = i.call_id ORDER BY number DESC LIMIT 1
        ),
        i.answers, i.unconfirmed, i.contradicted, i.reviewed,
        EXISTS (
            SELECT 1 FROM conflicts
            WHERE conflicts.id IN (i.call_id, i.lead_id, leads.account_id)
        )
    FROM call_index AS i JOIN calls ON calls.id = i.call_id
    JOIN people ON people."key" = i.rep_key
    LEFT JOIN leads ON leads.id = i.lead_id LEFT JOIN accounts ON accounts.id = account_id
    WHERE i."key" = ?
"""
_COUNTS = f"""
    SELECT count(*), coalesce(sum({WAITING}), 0), coalesce(sum(i.reviewed = 'returned'), 0),
        coalesce(sum(i.reviewed = 'answered'), 0), coalesce(sum(i.reviewed = 'agreed'), 0),
        coalesce(sum(i.reviewed = 'reversed'), 0)
    FROM call_index AS i WHERE
"""  # noqa: S608


class Queue(Topic):
    """Calls in any order, and how many there are."""

    def queue(
        self,
        plan: Plan,
        *,
        sort: QueueSort = "date",
        reverse: bool = False,
        limit: int = 50,
        after: str | None = None,
    ) -> QueuePage:
        """A page of the calls in which anything matches. ``after`` is that of the page before.

        A page may have fewer rows than ``limit`` although others follow, where very many
        calls were looked into for it.
        """
        with self._database.reading() as session:
            connection = sqlite_of(session)
            queueing = Queueing(connection, Reader(connection))
            found = queueing.page(plan, sort, reverse=reverse, limit=limit, after=after)
            return QueuePage(rows=tuple(_rows(connection, found.keys)), after=found.after)

    def call_ids(self, beginning: str, limit: int = 2) -> tuple[UUID, ...]:
        """The ids of calls that begin so, in the order of the alphabet."""
        digits = beginning.replace("-", "")
        try:
            first, last = (bytes.fromhex(digits.ljust(32, digit)) for digit in "0f")
        except ValueError:
            return ()
        query = "SELECT id FROM calls WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
        with self._database.reading() as session:
            rows = sqlite_of(session).execute(query, (first, last, limit))
            return tuple(UUID(bytes=call_id) for (call_id,) in rows)

    def queue_counts(self, plan: Plan) -> QueueCounts | None:
        """How many calls match, and how their reviews stand; None where it takes too long."""
        with self._database.reading() as session:
            connection = sqlite_of(session)
            where = Queueing(connection, Reader(connection)).every(plan)
            if where is None:
                return None
            counts = connection.execute(f"{_COUNTS} {where.sql}", where.given).fetchone()
            return QueueCounts(**dict(zip(QueueCounts.model_fields, counts, strict=True)))


def _rows(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterable[QueueRow]:
    for key in keys:
        call_id, day, *texts = connection.execute(_ROWS, (key,)).fetchone()
        names = [name for name in QueueRow.model_fields if name not in {"call_id", "day"}]
        facts: dict[str, Any] = dict(zip(names, texts, strict=True))
        facts["banks"] = json.loads(facts["banks"])
        facts["missing"] = json.loads(facts["missing"] or "[]")
        yield QueueRow(call_id=UUID(bytes=call_id), day=date.fromisoformat(day), **facts)
