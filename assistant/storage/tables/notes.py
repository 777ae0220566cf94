"""The rep's notes: the text as it is typed, and the finished lines."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from assistant.storage.tables.base import Id, Instant, Row


class DraftRow(Row, table=True):
    """The notes editor's text as it stood at the last save."""

    __tablename__ = "drafts"

    call_id: UUID = Field(primary_key=True, foreign_key="calls.id", sa_type=Id)
    text: str
    saved_at: datetime = Field(sa_type=Instant)


class NoteLineRow(Row, table=True):
    """A revision of a line of notes; append-only."""

    __tablename__ = "note_lines"
    __table_args__ = (UniqueConstraint("call_id", "number", "revision"),)

    seq: int | None = Field(default=None, primary_key=True)
    call_id: UUID = Field(foreign_key="calls.id", sa_type=Id)
    number: int
    revision: int
    position: float | None
    text: str
    seconds: float
    at: datetime = Field(sa_type=Instant)
