"""The people who use the assistant, as they were when they acted."""

from uuid import UUID

from sqlmodel import Field

from assistant.storage.tables.base import Id, Row


class PersonRow(Row, table=True):
    """A user. ``key`` is made from all the rest: a new name or role makes a new row.

    So what somebody decided as a rep stays a rep's decision after a promotion.
    """

    __tablename__ = "people"

    key: UUID = Field(primary_key=True, sa_type=Id)
    id: str
    name: str
    email: str
    role: str
    team: str
