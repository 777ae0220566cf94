"""The base of every row, and the types of column that SQLAlchemy does not bring."""

import json
import zlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Dialect, LargeBinary, MetaData, String
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel


class Row(SQLModel):
    """A row of the store; its metadata describes the store's tables and no others."""

    metadata = MetaData()


class Instant(TypeDecorator[datetime]):
    """An instant as UTC ISO text of one width, so that the order of text is that of time."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


class Document(TypeDecorator[Any]):
    """A JSON document that is read and written as a whole; None is NULL."""

    impl = JSON(none_as_null=True)
    cache_ok = True


class Packed(TypeDecorator[Any]):
    """A JSON document that is kept compressed: read and written as a whole, never asked for."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else packed(json.dumps(value, ensure_ascii=False))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else json.loads(zlib.decompress(value))


def packed(text: str) -> bytes:
    """The text, compressed."""
    return zlib.compress(text.encode())


def instant_text(value: datetime) -> str:
    """The UTC text of an instant; a time without a zone is a ValueError."""
    if value.utcoffset() is None:
        raise ValueError(f"{value.isoformat()} has no time zone, so it is no instant")
    return value.astimezone(UTC).isoformat(timespec="microseconds")
