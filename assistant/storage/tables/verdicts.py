"""Verdicts, the banks they were reached by, and the reviews of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from assistant.storage.tables.base import Document, Id, Instant, Packed, Row


class BankRow(Row, table=True):
    """One version of a question bank, by the digest of its file; append-only."""

    __tablename__ = "banks"

    digest: str = Field(primary_key=True)
    id: str
    version: int
    title: str
    body: dict[str, Any] = Field(sa_type=Document)
    saved_at: datetime = Field(sa_type=Instant)


class VerdictRow(Row, table=True):
    """A version of a call's verdict; append-only.

    ``verdict`` and ``answers`` are whole documents: the judgement, and the answers as they
    stood when it was reached.
    """

    __tablename__ = "verdicts"
    __table_args__ = (UniqueConstraint("call_id", "number"),)

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    call_id: UUID = Field(foreign_key="calls.id", sa_type=Id)
    number: int
    kind: str
    outcome: str
    score: int
    bank: str
    bank_version: int
    bank_digest: str = Field(foreign_key="banks.digest")
    engine: str
    verdict: dict[str, Any] = Field(sa_type=Document)
    answers: list[dict[str, Any]] = Field(sa_type=Packed)
    by_key: UUID | None = Field(foreign_key="people.key", sa_type=Id)
    reason: str
    at: datetime = Field(sa_type=Instant)
    follows: list[str] = Field(
        default_factory=list, sa_type=Document, sa_column_kwargs={"server_default": "[]"}
    )


class ReviewRow(Row, table=True):
    """One act of a review; append-only."""

    __tablename__ = "reviews"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    call_id: UUID = Field(foreign_key="calls.id", index=True, sa_type=Id)
    action: str
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    at: datetime = Field(sa_type=Instant)
    text: str
    answer_id: str | None
    source: str | None
    turn: int | None
    verdict_number: int | None
    part_of: UUID | None = Field(sa_type=Id)
    before: str = Field(default="", sa_column_kwargs={"server_default": ""})
    after: str = Field(default="", sa_column_kwargs={"server_default": ""})
