"""Calls, who took part, and who holds one open."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, col

from assistant.storage.tables.base import Document, Id, Instant, Row


class CallRow(Row, table=True):
    """A call's facts. ``banks`` are the ids of its question banks, in order."""

    __tablename__ = "calls"

    id: UUID = Field(primary_key=True, sa_type=Id)
    title: str
    lead_id: UUID | None = Field(foreign_key="leads.id", index=True, sa_type=Id)
    call_date: date = Field(index=True)
    date_from: str
    time_zone: str
    kind: str
    banks: list[str] = Field(sa_type=Document)
    rep_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    language: str
    currency: str | None
    currency_from: str
    consent: str
    content: str = Field(index=True)
    started_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(sa_type=Instant)


NEWEST_FIRST = (col(CallRow.call_date).desc(), col(CallRow.started_at).desc(), col(CallRow.id))
"""Calls in the order of ``Call.held``, the latest first."""


class ParticipantRow(Row, table=True):
    """Somebody who spoke in a call or is known to have been there."""

    __tablename__ = "participants"
    __table_args__ = ({"sqlite_with_rowid": False},)

    call_id: UUID = Field(primary_key=True, foreign_key="calls.id", sa_type=Id)
    position: int = Field(primary_key=True)
    name: str
    side: str


class LeaseRow(Row, table=True):
    """Who holds a call open, and when that was last heard of."""

    __tablename__ = "leases"

    call_id: UUID = Field(primary_key=True, foreign_key="calls.id", sa_type=Id)
    holder: str
    who_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    beat_at: datetime = Field(sa_type=Instant)
