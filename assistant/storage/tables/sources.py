"""The texts of a call, turn by turn."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from assistant.storage.tables.base import Instant, Row


class SourceRow(Row, table=True):
    """A text that belongs to a call; append-only. ``number`` counts those of its call from 0."""

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
    number: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class TurnRow(Row, table=True):
    """A turn; append-only. ``start`` and ``stop`` are seconds from the call's start.

    ``source`` is its source's ``seq``: a store has millions of turns, and a UUID beside each
    would take half as much room as their text.
    """

    __tablename__ = "turns"
    __table_args__ = ({"sqlite_with_rowid": False},)

    source: int = Field(primary_key=True, foreign_key="sources.seq")
    turn: int = Field(primary_key=True)
    text: str
    speaker: str | None
    side: str
    start: float | None
    stop: float | None
    line: int | None
