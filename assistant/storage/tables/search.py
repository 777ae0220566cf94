"""What searching needs beside the text index."""

from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from assistant.storage.tables.base import Id, Row


class CallIndexRow(Row, table=True):
    """What filters and the queue ask of a call; triggers keep it up with what it sums up.

    ``key`` puts calls in the order of their days (``assistant.storage.search.places``),
    ``banks`` is JSON text. ``settled`` is false where it has to be found out yet which of
    the call's answers replace or contradict others. ``gaps`` counts the criteria that the
    verdict knows nothing of; ``answers`` are those in force, ``fields`` has a bit for each
    field that one of them is of, in the order of ``Field``.
    """

    __tablename__ = "call_index"
    __table_args__ = (Index("ix_call_index_settled", "settled", sqlite_where=text("NOT settled")),)

    key: int | None = Field(default=None, primary_key=True)
    call_id: UUID = Field(foreign_key="calls.id", unique=True, sa_type=Id)
    lead_id: UUID | None = Field(index=True, sa_type=Id)
    rep_key: UUID = Field(sa_type=Id)
    banks: str
    outcome: str
    system_outcome: str
    score: int | None
    reviewed: str
    settled: bool
    rep_outcome: str = Field(default="", sa_column_kwargs={"server_default": ""})
    gaps: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    answers: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    unconfirmed: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    contradicted: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    hedged: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    fields: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class SavedQueryRow(Row, table=True):
    """A query that is kept under a name, with the queue's order where it was kept there."""

    __tablename__ = "saved_queries"

    name: str = Field(primary_key=True)
    query: str
    sort: str = Field(default="", sa_column_kwargs={"server_default": ""})
