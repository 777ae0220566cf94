"""Columns of a list: which of them fit a width, and how wide each is. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Generic, NamedTuple, TypeVar

from textual.content import Content

from assistant.tui.drawing import fit
from assistant.tui.wrapping import rows_of

Row = TypeVar("Row")
GAP = 2
"""Cells between two columns."""
MEDIUM = 100
"""Cells from which two sides of a screen stand beside each other."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column of a list.

    ``order`` is what rows are sorted by; ``downward`` says that the highest comes first.
    Columns of the highest ``rank`` leave first where there is no room. One that ``grows``
    takes its share of the cells that are left, up to ``most``.
    """

    title: str
    width: int
    cell: Callable[[Row], Content]
    order: Callable[[Row], Any]
    rank: int = 0
    most: int = 0
    right: bool = False
    downward: bool = False

    @property
    def grows(self) -> bool:
        """Whether it may be wider than ``width``."""
        return self.most > self.width


class Sorting(NamedTuple):
    """By which column a list is sorted, and if the other way round than it usually is."""

    title: str
    reverse: bool = False


def placed(columns: Sequence[Column[Row]], width: int) -> list[tuple[Column[Row], int]]:
    """The columns that fit into ``width`` cells, in order, each with its width."""
    kept = list(columns)
    while len(kept) > 1 and _needed(kept) > width:
        highest = max(column.rank for column in kept)
        last = max(at for at, column in enumerate(kept) if column.rank == highest)
        del kept[last]
    widths = {column.title: column.width for column in kept}
    spare = width - _needed(kept)
    growing = [column for column in kept if column.grows]
    while spare > 0 and growing:
        for column in list(growing):
            if spare > 0 and widths[column.title] < column.most:
                widths[column.title] += 1
                spare -= 1
        growing = [column for column in growing if widths[column.title] < column.most]
    return [(column, widths[column.title]) for column in kept]


def _needed(columns: Sequence[Column[Row]]) -> int:
    return sum(column.width for column in columns) + GAP * (len(columns) - 1)


def aligned(cells: Sequence[tuple[Content, int, bool]]) -> Content:
    """Cells in a row: each a content, its width, and whether it stands at the right."""
    parts = []
    for content, width, right in cells:
        shown = fit(content, width)
        rest = width - shown.cell_length
        parts.append(shown.pad_left(rest) if right else shown.pad_right(rest))
    return Content(" " * GAP).join(parts)


def in_columns(cells: Sequence[tuple[Content, int]]) -> list[Content]:
    """Cells in rows: each a content and its width, in as many rows as it needs."""
    columns = [rows_of(content, width) for content, width in cells]
    blank = Content("")
    return [
        aligned([(line, width, False) for line, (_, width) in zip(row, cells, strict=True)])
        for row in zip_longest(*columns, fillvalue=blank)
    ]


def ordered(
    columns: Sequence[Column[Row]], rows: Sequence[Row], sorting: Sorting
) -> tuple[Row, ...]:
    """Rows sorted by a column; where it is equal, they stay as they were."""
    column = next((one for one in columns if one.title == sorting.title), None)
    if column is None:
        return tuple(rows)
    return tuple(sorted(rows, key=column.order, reverse=column.downward != sorting.reverse))
