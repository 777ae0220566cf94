"""The texts of a call, turn by turn."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Field, UniqueConstraint, col

from assistant.storage.tables.base import Coded, Id, Instant, Row, Spoken

IN_A_SOURCE = 1 << 24
"""So many keys has a source for its turns."""


class SourceRow(Row, table=True):
    """A text that belongs to a call; append-only. ``number`` counts those of its call from 0."""

    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("call_id", "name"),)

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    call_id: UUID = Field(foreign_key="calls.id", sa_type=Id)
    name: str
    kind: str
    format: str
    origin: str
    content: str
    added_at: datetime = Field(sa_type=Instant)
    number: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class TurnRow(Row, table=True):
    """A turn; append-only. ``start`` and ``stop`` are seconds from the call's start.

    Its key is its source's ``seq`` times ``IN_A_SOURCE``, plus its number: a store has millions
    of turns, and two columns and an index for that would take half as much room as their text.
    That is kept short.
    """

    __tablename__ = "turns"

    key: int = Field(primary_key=True)
    text: str = Field(sa_type=Spoken)
    speaker: str | None
    side: str = Field(sa_type=Coded("side"))
    start: float | None
    stop: float | None
    line: int | None


def turn_key(source: int, turn: int) -> int:
    """The key of a turn of the source with that ``seq``. Raises ``ValueError`` for no number."""
    if not 0 <= turn < IN_A_SOURCE:
        raise ValueError(f"no source has a turn {turn}")
    return source * IN_A_SOURCE + turn


def turns_of(source: Any) -> ColumnElement[bool]:
    """That a turn is of the source with that ``seq``, which may be a column."""
    first = source * IN_A_SOURCE
    return col(TurnRow.key).between(first, first + IN_A_SOURCE - 1)
