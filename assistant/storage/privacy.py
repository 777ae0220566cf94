"""Consent as it was noted, and the files that calls were written to."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlmodel import col, delete, select, update

from assistant.domain.calls import ConsentEntry
from assistant.domain.people import Who
from assistant.domain.privacy import KnownFile
from assistant.storage.rows.privacy import consent_row, file_row, to_consent, to_file
from assistant.storage.tables.answers import DecisionRow
from assistant.storage.tables.calls import CallRow
from assistant.storage.tables.marks import TurnMarkRow
from assistant.storage.tables.people import PersonRow
from assistant.storage.tables.privacy import ConsentRow, KnownFileRow
from assistant.storage.tables.scorecards import ScorecardRow
from assistant.storage.tables.verdicts import ReviewRow, VerdictRow
from assistant.storage.topic import Topic, all_people, keep_person

_ACTS: tuple[Any, ...] = (
    DecisionRow, VerdictRow, ReviewRow, ScorecardRow, TurnMarkRow, ConsentRow,
)  # fmt: skip
"""Rows of calls that name who made them."""


class Privacy(Topic):
    """What counsel asks for beside the calls themselves."""

    def note_consent(self, entry: ConsentEntry) -> None:
        """Add it and set the call's consent. Raises ``NotFound`` without its call."""
        set_now = update(CallRow).where(col(CallRow.id) == entry.call_id)
        with self._database.writing() as session:
            session.add(consent_row(entry, keep_person(session, entry.by)))
            session.exec(set_now.values(consent=entry.consent.value))

    def consents(self, call_id: UUID) -> tuple[ConsentEntry, ...]:
        """All that was noted, the oldest first."""
        query = select(ConsentRow).where(ConsentRow.call_id == call_id)
        with self._database.reading() as session:
            people = all_people(session)
            rows = session.exec(query.order_by(col(ConsentRow.seq)))
            return tuple(to_consent(row, people) for row in rows)

    def users(self) -> tuple[Who, ...]:
        """Everybody who ever did anything here; one who changed is there as often."""
        with self._database.reading() as session:
            return tuple(all_people(session).values())

    def calls_acted_in(self, ids: Collection[str]) -> frozenset[UUID]:
        """The calls in which users of these ids did or noted anything."""
        keys = select(PersonRow.key).where(col(PersonRow.id).in_(ids))
        with self._database.reading() as session:
            return frozenset(
                call_id
                for table in _ACTS
                for call_id in session.exec(
                    select(table.call_id).where(col(table.by_key).in_(keys)).distinct()
                )
            )

    def remember_file(self, known: KnownFile) -> None:
        """Know it as it is now: of a path, the last counts."""
        with self._database.writing() as session:
            session.merge(file_row(known))

    def known_files(self) -> tuple[KnownFile, ...]:
        """All of them, in the order of their paths."""
        with self._database.reading() as session:
            rows = session.exec(select(KnownFileRow).order_by(col(KnownFileRow.path)))
            return tuple(map(to_file, rows))

    def drop_file(self, path: str) -> None:
        """Know it no longer: it is gone."""
        with self._database.writing() as session:
            session.exec(delete(KnownFileRow).where(col(KnownFileRow.path) == path))
