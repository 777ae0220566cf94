"""Who holds an open call, so that two windows never write it at once."""

import sqlite3
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from assistant.domain.calls import Lease
from assistant.domain.people import Who
from assistant.storage.rows.calls import lease_row, to_lease
from assistant.storage.tables.base import instant_text
from assistant.storage.tables.calls import LeaseRow
from assistant.storage.topic import Topic, all_people, keep_person

STALE = timedelta(seconds=30)
"""A lease that was last kept this long ago is free."""


def is_any_held(connection: sqlite3.Connection, now: datetime) -> bool:
    """Whether a window has any call open, in a store of any version."""
    query = "SELECT EXISTS (SELECT 1 FROM leases WHERE beat_at > ? AND beat_at < ?)"
    fresh = (instant_text(now - STALE), instant_text(now + STALE))
    return bool(connection.execute(query, fresh).fetchone()[0])


class Leases(Topic):
    """Leases of calls."""

    def take_lease(
        self, call_id: UUID, holder: str, who: Who, now: datetime, *, force: bool = False
    ) -> Lease:
        """The lease after trying to take it: ours if its ``holder`` is ours.

        A lease whose beat is 30 s old is free; ``force`` takes over any. One that was beaten
        30 s in the future is free too: its machine's clock was put back since.
        """
        ours = Lease(call_id=call_id, holder=holder, who=who, beat_at=now)
        with self._database.writing() as session:
            row = session.get(LeaseRow, call_id)
            held = row is not None and row.holder != holder and abs(now - row.beat_at) < STALE
            if row is not None and held and not force:
                return to_lease(row, all_people(session)[row.who_key])
            session.merge(lease_row(ours, keep_person(session, who)))
        return ours

    def beat(self, call_id: UUID, holder: str, now: datetime) -> bool:
        """Keep the lease; False when somebody took it over."""
        with self._database.writing() as session:
            row = session.get(LeaseRow, call_id)
            if row is None or row.holder != holder:
                return False
            row.beat_at = now
            return True

    def release(self, call_id: UUID, holder: str) -> None:
        """Give it back, if it is still ours."""
        with self._database.writing() as session:
            row = session.get(LeaseRow, call_id)
            if row is not None and row.holder == holder:
                session.delete(row)

    def open_calls(self, now: datetime) -> frozenset[UUID]:
        """The calls that a window has open."""
        query = select(LeaseRow.call_id).where(col(LeaseRow.beat_at) > now - STALE)
        with self._database.reading() as session:
            return frozenset(session.exec(query))
