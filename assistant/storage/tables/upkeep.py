"""What the store keeps about itself."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from assistant.storage.tables.base import Document, Id, Instant, Row


class SchemaVersionRow(Row, table=True):
    """A migration that was applied; append-only."""

    __tablename__ = "schema_versions"

    version: int = Field(primary_key=True)
    name: str
    applied_at: datetime = Field(sa_type=Instant)


class ForgottenRow(Row, table=True):
    """That something was erased: who, when, what kind, and how many rows of what.

    ``bytes_gone`` says that no byte of it is left in the file, its log and the automatic
    backups; until then the next opening tries again. Only that column ever changes.
    """

    __tablename__ = "forgotten"

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(unique=True, sa_type=Id)
    kind: str
    by_key: UUID = Field(foreign_key="people.key", sa_type=Id)
    at: datetime = Field(sa_type=Instant)
    erased: dict[str, int] = Field(sa_type=Document)
    bytes_gone: bool


class ErasingRow(Row, table=True):
    """A row here, never committed, tells the triggers that this transaction forgets."""

    __tablename__ = "erasing"

    id: int = Field(primary_key=True)
