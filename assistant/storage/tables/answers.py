"""Answers, what people decided about them, and what was asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from assistant.storage.tables.base import Document, Instant, Row


class AnswerRow(Row, table=True):
    """An answer as it stands. The columns from ``source`` to ``revision`` are its evidence.

    They are NULL together where it has none. ``number`` counts the answers of a call from 0.
    """

    __tablename__ = "answers"
    __table_args__ = (UniqueConstraint("call_id", "id"),)

    seq: int | None = Field(default=None, primary_key=True)
    call_id: UUID = Field(foreign_key="calls.id")
    id: str
    field: str | None
    question: str | None
    source: str | None
    turn: int | None
    quote_start: int | None
    quote_end: int | None
    quote: str | None
    speaker: str | None
    side: str | None
    revision: int | None
    polarity: str
    certainty: str
    value: dict[str, Any] | None = Field(sa_type=Document)
    confidence: float
    found_by: str
    why: list[dict[str, Any]] = Field(sa_type=Document)
    status: str
    stale: bool
    superseded_by: str | None
    contradicts: list[str] = Field(sa_type=Document)
    engine: str
    at: datetime | None = Field(sa_type=Instant)
    number: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class DecisionRow(Row, table=True):
    """A person's act on an answer; append-only. ``before`` and ``after`` are the answer.

    ``follows`` are the ids of the decisions that it was made in the knowledge of.
    """

    __tablename__ = "decisions"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True)
    call_id: UUID = Field(foreign_key="calls.id", index=True)
    answer_id: str
    action: str
    by_key: UUID = Field(foreign_key="people.key")
    at: datetime = Field(sa_type=Instant)
    before: dict[str, Any] | None = Field(sa_type=Document)
    after: dict[str, Any] = Field(sa_type=Document)
    reason: str
    follows: list[str] = Field(
        default_factory=list, sa_type=Document, sa_column_kwargs={"server_default": "[]"}
    )


class QuestionMarkRow(Row, table=True):
    """That a question was asked, skipped or does not apply; append-only, the last counts."""

    __tablename__ = "question_marks"

    seq: int | None = Field(default=None, primary_key=True)
    call_id: UUID = Field(foreign_key="calls.id", index=True)
    question: str
    state: str
    by: str
    at: datetime = Field(sa_type=Instant)
