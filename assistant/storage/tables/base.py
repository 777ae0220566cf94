"""The base of every row, and the types of column that SQLAlchemy does not bring."""

import json
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import CHAR, JSON, Dialect, LargeBinary, MetaData, String
from sqlalchemy.types import TypeDecorator, UserDefinedType
from sqlmodel import SQLModel

from assistant.storage.coded import as_bytes, as_text, coded, word
from assistant.storage.spoken import shortened, spoken


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


class Spoken(TypeDecorator[str]):
    """What was said, kept short; SQL reads it with the function ``spoken``."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else shortened(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else spoken(value)


class SpokenDocument(TypeDecorator[Any]):
    """A JSON document that is kept as short as what was said; None is NULL."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else shortened(json.dumps(value, separators=(",", ":")))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else json.loads(spoken(value))


class Id(TypeDecorator[UUID]):
    """A UUID as its 16 bytes, in a column that SQLite was told to have text in.

    A column's type is advice to SQLite: bytes stay what they are.
    """

    impl = CHAR(32)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:  # noqa: ARG002
        return None if value is None else UUID(bytes=value)


class Digits(TypeDecorator[str]):
    """Hexadecimal digits as their bytes; any other text as it is."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return as_bytes(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        return as_text(value)


class Coded(UserDefinedType[str]):
    """One of a column's few words as its number; SQL reads it with the function ``word``."""

    cache_ok = True

    def __init__(self, column: str) -> None:
        self.column = column

    def get_col_spec(self, **_: object) -> str:
        """The type of which SQLite changes neither numbers nor texts."""
        return "BLOB"

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], Any]:  # noqa: ARG002
        return partial(coded, self.column)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None]:  # noqa: ARG002
        return partial(word, self.column)


def packed(text: str) -> bytes:
    """The text, compressed."""
    return zlib.compress(text.encode())


def instant_text(value: datetime) -> str:
    """The UTC text of an instant; a time without a zone is a ValueError."""
    if value.utcoffset() is None:
        raise ValueError(f"{value.isoformat()} has no time zone, so it is no instant")
    return value.astimezone(UTC).isoformat(timespec="microseconds")
