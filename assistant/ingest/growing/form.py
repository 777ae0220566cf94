"""What a format has to offer to be read while it is written."""

from collections.abc import Iterator
from typing import Protocol

from assistant.ingest.growing.rows import Row
from assistant.ingest.lines import Lines
from assistant.ingest.pieces import Piece


class Form(Protocol):
    """Reads lines in order, each once, and remembers what later ones need: names, times."""

    @property
    def id(self) -> str:
        """The transcript's ``format``."""
        ...

    @property
    def runs(self) -> bool:
        """Whether pieces of one speaker that follow each other are one turn."""
        ...

    def last_unit(self, rows: tuple[Row, ...]) -> int:
        """Where the last line or cue begins, which may still be written anew."""
        ...

    def take(self, lines: Lines) -> Iterator[Piece]:
        """The pieces in lines that will not change."""
        ...
