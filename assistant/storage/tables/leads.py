"""Who is sold to, and what they did."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from assistant.storage.tables.base import Document, Id, Instant, Row


class AccountRow(Row, table=True):
    """A company."""

    __tablename__ = "accounts"

    id: UUID = Field(primary_key=True, sa_type=Id)
    name: str
    sector: str = Field(index=True)
    place: str
    country: str
    employees: int | None


class LeadRow(Row, table=True):
    """A person who may buy."""

    __tablename__ = "leads"

    id: UUID = Field(primary_key=True, sa_type=Id)
    name: str
    email: str
    title: str
    account_id: UUID | None = Field(foreign_key="accounts.id", index=True, sa_type=Id)
    owner: str
    lifecycle: str
    stage: str
    created_at: datetime = Field(sa_type=Instant)


class EventRow(Row, table=True):
    """Something that a lead did; append-only."""

    __tablename__ = "events"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    lead_id: UUID = Field(foreign_key="leads.id", index=True, sa_type=Id)
    kind: str
    at: datetime = Field(sa_type=Instant)
    note: str


class MoveRow(Row, table=True):
    """A lead's move from stage to stage; append-only."""

    __tablename__ = "moves"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    lead_id: UUID = Field(foreign_key="leads.id", index=True, sa_type=Id)
    call_id: UUID | None = Field(foreign_key="calls.id", index=True, sa_type=Id)
    lifecycle: str
    from_stage: str
    to_stage: str
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    at: datetime = Field(sa_type=Instant)
    blocked_by: list[str] = Field(sa_type=Document)
    override_reason: str
