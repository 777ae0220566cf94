"""Scorecards as they were filled in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field

from assistant.storage.tables.base import Document, Id, Instant, Row


class ScorecardRow(Row, table=True):
    """A scorecard of a call as somebody filled it in; append-only, the last of a person counts.

    ``body`` is the whole card as it was then: another machine may not have its file.
    """

    __tablename__ = "scorecards"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    call_id: UUID = Field(foreign_key="calls.id", index=True, sa_type=Id)
    card: str
    body: dict[str, Any] = Field(sa_type=Document)
    marks: list[dict[str, Any]] = Field(sa_type=Document)
    note: str
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    at: datetime = Field(sa_type=Instant)
