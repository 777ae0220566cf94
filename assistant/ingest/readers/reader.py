"""What a reader of a format has to offer."""

from typing import Protocol

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines
from assistant.ingest.pieces import Reading


class Format(Protocol):
    """A format by name. ``kinds`` are what it can hold, the usual one first."""

    @property
    def id(self) -> str:
        """The transcript's ``format``."""
        ...

    @property
    def title(self) -> str:
        """The format in words for a person."""
        ...

    @property
    def kinds(self) -> tuple[Kind, ...]: ...


class Reader(Format, Protocol):
    """Reads one text format."""

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:
        """Whether the lines are in this format; ``kind`` is what the caller knows them to be."""
        ...

    def read(self, lines: Lines) -> Reading:
        """Read lines, whether recognised or not."""
        ...
