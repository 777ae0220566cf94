"""What a person puts beside a turn."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from assistant.storage.tables.base import Id, Instant, Row


class TurnMarkRow(Row, table=True):
    """A bookmark, or who spoke; append-only, of a turn and kind the last counts.

    ``text`` is NULL where the turn has no such mark any more.
    """

    __tablename__ = "turn_marks"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    call_id: UUID = Field(foreign_key="calls.id", index=True, sa_type=Id)
    source: str
    turn: int
    kind: str
    text: str | None
    side: str | None
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    at: datetime = Field(sa_type=Instant)
    takes_back: UUID | None = Field(sa_type=Id)
