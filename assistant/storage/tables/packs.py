"""What packs and shared folders need: versions of facts, what was forgotten, read and sent."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field

from assistant.storage.tables.base import Document, Id, Instant, Row


class ReadingRow(Row, table=True):
    """When the words of an answer were read again; no row: when it was first found."""

    __tablename__ = "readings"

    call_id: UUID = Field(primary_key=True, foreign_key="calls.id", sa_type=Id)
    answer_id: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Instant)


class VersionRow(Row, table=True):
    """The facts of a call, a lead or an account as they stood when packed; append-only.

    ``kind`` says which of them it is, ``of_id`` is its id; ``follows`` are the ids of the
    versions that this one was made in the knowledge of.
    """

    __tablename__ = "versions"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    kind: str
    of_id: UUID = Field(index=True, sa_type=Id)
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    at: datetime = Field(sa_type=Instant)
    follows: list[str] = Field(sa_type=Document)
    body: dict[str, Any] = Field(sa_type=Document)


class ConflictRow(Row, table=True):
    """A call, a lead or an account in which people said different things apart."""

    __tablename__ = "conflicts"

    id: UUID = Field(primary_key=True, sa_type=Id)


class TombstoneRow(Row, table=True):
    """The id of something that was forgotten, so that no pack brings it back."""

    __tablename__ = "tombstones"

    kind: str = Field(primary_key=True)
    id: UUID = Field(primary_key=True, sa_type=Id)
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    at: datetime = Field(sa_type=Instant)


class ReadFileRow(Row, table=True):
    """A file of a shared folder that was read, by its checksum."""

    __tablename__ = "read_files"

    digest: str = Field(primary_key=True)
    name: str
    at: datetime = Field(sa_type=Instant)


class UnsentRow(Row, table=True):
    """A call that changed since it was last written to a shared folder, and how often."""

    __tablename__ = "unsent"
    __table_args__ = ({"sqlite_with_rowid": False},)

    call_id: UUID = Field(primary_key=True, sa_type=Id)
    change: int
