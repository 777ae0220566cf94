"""What a store knows of other stores: conflicts, what was forgotten, which files were read."""

from collections.abc import Collection, Iterable
from uuid import UUID

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import col, delete, select

from assistant.domain.records import Gone, Tombstone
from assistant.storage.rows.packs import to_tombstone
from assistant.storage.tables.packs import ConflictRow, ReadFileRow, TombstoneRow
from assistant.storage.topic import Topic, all_people, keep_person


class Travelling(Topic):
    """Tombstones, conflicts, and files of a shared folder."""

    def in_conflict(self, ids: Iterable[UUID]) -> frozenset[UUID]:
        """Those of the calls, leads and accounts that are noted as in conflict."""
        query = select(ConflictRow.id).where(col(ConflictRow.id).in_(list(ids)))
        with self._database.reading() as session:
            return frozenset(session.exec(query))

    def note_conflicts(self, among: Iterable[UUID], conflicting: Collection[UUID]) -> None:
        """Note which of these calls, leads and accounts are in conflict now."""
        with self._database.writing() as session:
            for one in among:
                if one in conflicting:
                    add = insert(ConflictRow).values(id=one)
                    session.execute(add.on_conflict_do_nothing())
                else:
                    session.exec(delete(ConflictRow).where(col(ConflictRow.id) == one))

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Everything that was forgotten, the oldest first."""
        query = select(TombstoneRow).order_by(col(TombstoneRow.at), col(TombstoneRow.id))
        with self._database.reading() as session:
            people = all_people(session)
            return tuple(to_tombstone(row, people) for row in session.exec(query))

    def bury(self, tombstones: Iterable[Tombstone]) -> None:
        """Keep that these were forgotten."""
        with self._database.writing() as session:
            for one in tombstones:
                by_key = keep_person(session, one.by)
                row = TombstoneRow(kind=one.kind, id=one.id, by_key=by_key, at=one.at)
                add = insert(TombstoneRow).values(row.model_dump())
                session.execute(add.on_conflict_do_nothing())

    def unbury(self, kind: Gone, ids: Iterable[UUID]) -> None:
        """Let these come back."""
        which = (col(TombstoneRow.kind) == kind) & col(TombstoneRow.id).in_(list(ids))
        with self._database.writing() as session:
            session.exec(delete(TombstoneRow).where(which))

    def files_read(self) -> frozenset[str]:
        """The checksums of files that were read."""
        with self._database.reading() as session:
            return frozenset(session.exec(select(ReadFileRow.digest)))

    def remember_reading(self, digest: str, name: str) -> None:
        """A file of that checksum was read."""
        row = ReadFileRow(digest=digest, name=name, at=self._clock())
        add = insert(ReadFileRow).values(row.model_dump()).on_conflict_do_nothing()
        with self._database.writing() as session:
            session.execute(add)
