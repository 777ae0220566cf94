"""Consent as it was noted, and files that hold content of calls."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from assistant.storage.tables.base import Document, Id, Instant, Row


class ConsentRow(Row, table=True):
    """What was said about recording a call, as it was noted; append-only, the last counts."""

    __tablename__ = "consents"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    call_id: UUID = Field(foreign_key="calls.id", index=True, sa_type=Id)
    consent: str
    said_by: str
    words: str
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    at: datetime = Field(sa_type=Instant)


class KnownFileRow(Row, table=True):
    """A file that content of calls was written to; ``calls`` is NULL where it may be any."""

    __tablename__ = "known_files"

    path: str = Field(primary_key=True)
    kind: str
    at: datetime = Field(sa_type=Instant)
    calls: list[str] | None = Field(sa_type=Document)
