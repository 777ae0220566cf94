"""Answers, what people decided about them, and what was asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Field, col

from assistant.storage.tables.base import (
    Coded,
    Digits,
    Document,
    Id,
    Instant,
    Row,
    Spoken,
    SpokenDocument,
)

ANSWERS_IN_A_CALL = 1 << 20
"""So many keys has a call for its answers."""


class AnswerRow(Row, table=True):
    """An answer as it stands. The columns from ``source`` to ``revision`` are its evidence.

    They are NULL together where it has none. Its key is its call's key in the index of calls
    times ``ANSWERS_IN_A_CALL`` and follows it, plus a number that counts the answers of a call
    in the order of adding: a store has millions of answers, and UUIDs of their calls would take
    as much room as their words.
    """

    __tablename__ = "answers"

    key: int = Field(primary_key=True)
    id: str = Field(sa_type=Digits)
    field: str | None = Field(sa_type=Coded("field"))
    question: str | None
    source: str | None = Field(sa_type=Coded("source"))
    turn: int | None
    quote_start: int | None
    quote_end: int | None
    quote: str | None = Field(sa_type=Spoken)
    speaker: str | None
    side: str | None = Field(sa_type=Coded("side"))
    revision: int | None
    polarity: str = Field(sa_type=Coded("polarity"))
    certainty: str = Field(sa_type=Coded("certainty"))
    value: dict[str, Any] | None = Field(sa_type=SpokenDocument)
    confidence: float
    found_by: str = Field(sa_type=Coded("found_by"))
    why: list[dict[str, Any]] = Field(sa_type=SpokenDocument)
    status: str = Field(sa_type=Coded("status"))
    stale: bool
    superseded_by: str | None = Field(sa_type=Digits)
    contradicts: list[str] = Field(sa_type=Document)
    engine: str
    at: datetime | None = Field(sa_type=Instant)


def answer_key(call: int, number: int) -> int:
    """The key of an answer of the call with that key in the index of calls."""
    return call * ANSWERS_IN_A_CALL + number


def answers_of(call: Any) -> ColumnElement[bool]:
    """That an answer is of the call with that key in the index of calls, which may be a column."""
    first = call * ANSWERS_IN_A_CALL
    return col(AnswerRow.key).between(first, first + ANSWERS_IN_A_CALL - 1)


class DecisionRow(Row, table=True):
    """A person's act on an answer; append-only. ``before`` and ``after`` are the answer.

    ``follows`` are the ids of the decisions that it was made in the knowledge of.
    """

    __tablename__ = "decisions"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    call_id: UUID = Field(foreign_key="calls.id", index=True, sa_type=Id)
    answer_id: str
    action: str
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
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
    call_id: UUID = Field(foreign_key="calls.id", index=True, sa_type=Id)
    question: str
    state: str
    by: str
    at: datetime = Field(sa_type=Instant)
