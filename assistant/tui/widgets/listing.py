"""A list in columns: sorted by any of them, narrowed by words, in sections."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, Generic, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style

from assistant.tui.columns import Column, Sorting, aligned, ordered, placed
from assistant.tui.drawing import Lines, inert, words
from assistant.tui.widgets.blocks import Block, Blocks

Row = TypeVar("Row")


class Shape(NamedTuple, Generic[Row]):
    """What a list shows of its rows.

    ``text`` is what is looked through for words, ``section`` the heading that a row stands
    under; sections come in the order of ``sections``, "" has no heading.
    """

    columns: tuple[Column[Row], ...]
    key: Callable[[Row], str]
    text: Callable[[Row], str]
    section: Callable[[Row], str]
    sections: tuple[str, ...]
    sorting: Sorting


class Listing(Vertical, Generic[Row]):
    """The heads of the columns over the rows."""

    DEFAULT_CSS = """
    Listing {
        height: 1fr;
    }
    Listing Heads {
        height: 1;
        padding-right: 1;
    }
    Listing Blocks {
        height: 1fr;
    }
    """

    def __init__(self, shape: Shape[Row], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shape = shape
        self.sorting = shape.sorting
        self.rows: tuple[Row, ...] = ()
        self.wanted = ""
        self._texts: dict[str, str] = {}
        self._shown: dict[str, Row] = {}

    def compose(self) -> ComposeResult:
        yield Heads(self)
        yield Blocks()

    @property
    def blocks(self) -> Blocks:
        """The rows."""
        return self.query_one(Blocks)

    @property
    def aimed(self) -> Row | None:
        """The row that is aimed at."""
        return self._shown.get(self.blocks.aim)

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that match, from the top."""
        return tuple(self._shown.values())

    def row_of(self, key: str) -> Row | None:
        """The row with that key."""
        return self._shown.get(key)

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.rows = tuple(rows)
        key, text = self.shape.key, self.shape.text
        self._texts = {key(row): text(row).casefold() for row in rows}
        self._fill()

    def narrow(self, wanted: str) -> None:
        """Show the rows that have every word of ``wanted``; where no case is minded."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._fill()

    def sort_by(self, title: str) -> None:
        """Sort by a column; by the same one again turns it round."""
        again = self.sorting.title == title
        self.sorting = Sorting(title, again and not self.sorting.reverse)
        self._fill()

    def sort_by_next(self) -> None:
        """Sort by the next of the columns that are in sight."""
        titles = [column.title for column, _ in self._columns(self.blocks.size.width)]
        at = titles.index(self.sorting.title) if self.sorting.title in titles else -1
        self.sorting = Sorting(titles[(at + 1) % len(titles)])
        self._fill()

    def turn_round(self) -> None:
        """Sort the other way round."""
        self.sort_by(self.sorting.title)

    def _columns(self, width: int) -> list[tuple[Column[Row], int]]:
        return placed(self.shape.columns, width)

    def _fill(self) -> None:
        sought = self.wanted.casefold().split()
        key, section = self.shape.key, self.shape.section
        found = [row for row in self.rows if all(word in self._texts[key(row)] for word in sought)]
        rows = ordered(self.shape.columns, found, self.sorting)
        rows = tuple(sorted(rows, key=lambda row: self.shape.sections.index(section(row))))
        self._shown = {key(row): row for row in rows}
        self.blocks.show([*self._sectioned(rows)])
        self.query_one(Heads).refresh()

    def _sectioned(self, rows: Sequence[Row]) -> Iterator[Block]:
        for title, some in groupby(rows, key=self.shape.section):
            if title:
                yield Heading(title)
            yield from (RowBlock(self.shape, row) for row in some)


class Heads(Lines):
    """The titles of the columns. A click sorts."""

    def __init__(self, listing: Listing[Any]) -> None:
        super().__init__()
        self._listing = listing

    def lines(self, width: int) -> list[Content]:
        sorting = self._listing.sorting
        cells = []
        for column, size in placed(self._listing.shape.columns, width):
            here = column.title == sorting.title
            arrow = ("▾" if column.downward != sorting.reverse else "▴") if here else ""
            title = words((column.title, "bold" if here else "$quiet"), (arrow, "$accent"))
            clicked = Style.from_meta({"@click": ("sort_by", (column.title,))})
            cells.append((title.stylize(clicked), size, column.right))
        return [aligned(cells)]

    def action_sort_by(self, title: str) -> None:
        """Sort by a column."""
        self._listing.sort_by(title)


class Heading:
    """The heading of a section."""

    key = ""

    def __init__(self, title: str) -> None:
        self._title = title

    def height(self, width: int) -> int:  # noqa: ARG002
        return 1

    def lines(self, width: int) -> list[Content]:  # noqa: ARG002
        return [inert(self._title, "bold $quiet")]


class RowBlock(Generic[Row]):
    """A row of a list."""

    def __init__(self, shape: Shape[Row], row: Row) -> None:
        self._shape = shape
        self._row = row
        self.key = shape.key(row)

    def height(self, width: int) -> int:  # noqa: ARG002
        return 1

    def lines(self, width: int) -> list[Content]:
        return [
            aligned(
                [
                    (column.cell(self._row), size, column.right)
                    for column, size in placed(self._shape.columns, width)
                ]
            )
        ]
