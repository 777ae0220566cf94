"""The texts of a call, turn by turn."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from assistant.storage.tables.base import Instant, Row


class SourceRow(Row, table=True):
    """A text that belongs to a call; append-only."""

    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("call_id", "name"),)

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True)
    call_id: UUID = Field(foreign_key="calls.id")
    name: str
    kind: str
    format: str
    origin: str
    content: str
    added_at: datetime = Field(sa_type=Instant)


class TurnRow(Row, table=True):
    """A turn; append-only. ``start`` and ``stop`` are seconds from the call's start."""

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("source_id", "turn"),)

    seq: int | None = Field(default=None, primary_key=True)
    source_id: UUID = Field(foreign_key="sources.id")
    turn: int
    text: str
    speaker: str | None
    side: str
    start: float | None
    stop: float | None
    line: int | None
