"""Where plain text breaks into rows, as offsets. Pure, and quick on thousands of turns."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from rich.cells import get_character_cell_size
from textual.content import Content, Span

from assistant.domain.inert import make_inert


class Mark(NamedTuple):
    """Code points ``[start, end)`` of a text, their style, and a sign put before them."""

    start: int
    end: int
    style: str
    sign: str = ""


def row_offsets(text: str, width: int) -> list[tuple[int, int]]:
    """The code points ``[start, end)`` of each row of at most ``width`` cells; never none.

    Rows break at a space, which belongs to none of them; a longer word is cut.
    """
    if width <= 0:
        return [(0, len(text))]
    if text.isascii():
        return _narrow_offsets(text, width)
    sizes = [get_character_cell_size(character) for character in text]
    if all(size == 1 for size in sizes):
        return _narrow_offsets(text, width)
    return _sized_offsets(text, sizes, width)


def _narrow_offsets(text: str, width: int) -> list[tuple[int, int]]:
    """Rows of a text whose every character is one cell wide."""
    rows: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        end, after = (space, space + 1) if space > start else (start + width, start + width)
        rows.append((start, end))
        start = after
    return _with_rest(rows, start, len(text))


def _sized_offsets(text: str, sizes: Sequence[int], width: int) -> list[tuple[int, int]]:
    """Rows of a text with wide and with zero-width characters."""
    ends = list(accumulate(sizes, initial=0))
    rows: list[tuple[int, int]] = []
    start = 0
    while ends[-1] - ends[start] > width:
        full = start
        while ends[full + 1] - ends[start] <= width:
            full += 1
        space = text.rfind(" ", start, full + 1)
        # At least one character a row, even where it is wider than the row.
        full = max(full, start + 1)
        end, after = (space, space + 1) if space > start else (full, full)
        rows.append((start, end))
        start = after
    return _with_rest(rows, start, len(text))


def _with_rest(rows: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    return rows if rows and start == end else [*rows, (start, end)]


def marked(text: str, marks: Sequence[Mark] = ()) -> Content:
    """Text from outside, inert, with some of its words marked.

    Making text inert lengthens it, and signs are put in: offsets of ``marks`` count the
    code points of the text as it came. What lies outside of it is left out.
    """
    within = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    if not within:
        return Content(make_inert(text))
    cuts = sorted({0, len(text), *(one.start for one in within), *(one.end for one in within)})
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    shown = ""
    for start, end in pairwise(cuts):
        starts[start] = ends[start] = len(shown)
        shown += "".join(mark.sign for mark in within if mark.start == start)
        shown += make_inert(text[start:end])
    ends[len(text)] = len(shown)
    spans = [Span(starts[mark.start], ends[mark.end], mark.style) for mark in within]
    return Content(shown, spans)


def rows_of(content: Content, width: int) -> list[Content]:
    """Content broken into rows of at most ``width`` cells."""
    return [content[start:end] for start, end in row_offsets(content.plain, width)]
