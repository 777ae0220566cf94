"""The lines of a text whose end is not written yet."""

import re
from dataclasses import dataclass

from assistant.ingest.lines import Line, Lines

_ROW_END = re.compile("\r\n|[\n\u2028\u2029]")
_TERMINAL_CODE = re.compile("\x1b\\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and how many characters of the text it ends after.

    ``whole`` says that its line end is there.
    """

    line: Line
    end: int
    whole: bool


def rows_of(text: str, *, above: int = 0) -> tuple[Row, ...]:
    """The rows of a text that has ``above`` lines before it.

    A lone carriage return goes back to the line's beginning, as on a terminal: what comes
    after it stands in place of what came before.
    """
    rows: list[Row] = []
    at = 0
    for end in _ROW_END.finditer(text):
        number = above + len(rows) + 1
        rows.append(Row(Line(number, _shown(text[at : end.start()])), end.end(), whole=True))
        at = end.end()
    if at < len(text):
        last = Line(above + len(rows) + 1, _shown(text[at:]))
        rows.append(Row(last, len(text), whole=False))
    return tuple(rows)


def lines_of(rows: tuple[Row, ...]) -> Lines:
    """The lines of rows."""
    return tuple(row.line for row in rows)


def _shown(text: str) -> str:
    written = _TERMINAL_CODE.sub("", text)
    return next((part for part in reversed(written.split("\r")) if part.strip()), "")
