"""A text as numbered lines."""

import re
from itertools import repeat
from typing import NamedTuple

LINE_ENDS = ("\n", "\r", "\u2028", "\u2029")
_LINE_END = re.compile("\r\n|[\r\n\u2028\u2029]")


class Line(NamedTuple):
    """A line without its end; ``number`` counts from 1."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether it has nothing but white space."""
        return not self.text.strip()


Lines = tuple[Line, ...]


def split_lines(text: str) -> Lines:
    """The lines, however they end. A last line end opens no further line.

    Form feeds, vertical tabs and other control characters are text, not line ends.
    """
    parts = _LINE_END.split(text)
    if not parts[-1]:
        parts.pop()
    numbered = enumerate(parts, start=1)
    # Not Line(*pair): that is a call in Python for each of 300,000 lines.
    return tuple(map(tuple.__new__, repeat(Line), numbered))


def filled(lines: Lines) -> Lines:
    """The lines that are not blank."""
    return tuple(line for line in lines if line.text.strip())


def first_filled(lines: Lines) -> Line | None:
    """The first line that is not blank, if there is one."""
    return next((line for line in lines if not line.blank), None)
