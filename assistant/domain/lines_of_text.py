"""Text broken into lines for a terminal, by the cells that its characters take there."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from assistant.domain.inert import make_inert

LEAST_WIDTH = 20
"""Narrower terminals get lines of this width: one word a line reads worse."""


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: wide characters two, accents none."""
    return sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def lines_of(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Inert lines of at most ``width`` cells, between words where words allow.

    ``first`` and ``rest`` begin the first line and the others; ``rest`` is as many spaces
    as ``first`` takes where it is left out.
    """
    indent = " " * cells(first) if rest is None else rest
    room = max(width, LEAST_WIDTH) - max(cells(first), cells(indent))
    broken = list(_broken(make_inert(text), max(room, 1)))
    return [f"{first if number == 0 else indent}{line}" for number, line in enumerate(broken)]


def _broken(text: str, room: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        for piece in _pieces(word, room):
            joined = f"{line} {piece}" if line else piece
            if cells(joined) <= room:
                line = joined
                continue
            yield line
            line = piece
    yield line


def _pieces(word: str, room: int) -> Iterator[str]:
    """The word, or as many parts of it as lines are needed."""
    part = ""
    for char in word:
        if part and cells(part + char) > room:
            yield part
            part = ""
        part += char
    yield part
