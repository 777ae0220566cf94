"""What searching needs beside the text index."""

from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from assistant.storage.tables.base import Row


class CallIndexRow(Row, table=True):
    """What filters ask of a call; triggers keep it up with calls, verdicts and reviews.

    ``key`` puts calls in the order of their days (``assistant.storage.search.places``),
    ``banks`` is JSON text. ``settled`` is false where it has to be found out yet which of
    the call's answers replace or contradict others.
    """

    __tablename__ = "call_index"
    __table_args__ = (Index("ix_call_index_settled", "settled", sqlite_where=text("NOT settled")),)

    key: int | None = Field(default=None, primary_key=True)
    call_id: UUID = Field(foreign_key="calls.id", unique=True)
    lead_id: UUID | None = Field(index=True)
    rep_key: UUID
    banks: str
    outcome: str
    system_outcome: str
    score: int | None
    reviewed: str
    settled: bool


class SavedQueryRow(Row, table=True):
    """A query that is kept under a name."""

    __tablename__ = "saved_queries"

    name: str = Field(primary_key=True)
    query: str
