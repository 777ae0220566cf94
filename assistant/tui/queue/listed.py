"""The queue's rows: filled a page at a time as they come into sight."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from assistant.domain.queue import QueueRow
from assistant.tui.columns import Sorting
from assistant.tui.queue.columns import SORTS, TITLES, shape_of
from assistant.tui.widgets.blocks import Blocks
from assistant.tui.widgets.listing import Heads, RowBlock
from assistant.workflows.review_queue import Order

AHEAD = 30
"""Rows below the last one in sight from which on the next page is asked for."""


class QueueList(Vertical):
    """Heads over rows. A head sorts, and the store does it: only some rows are here."""

    DEFAULT_CSS = """
    QueueList {
        height: 1fr;
    }
    QueueList Heads {
        height: 1;
        padding-right: 1;
    }
    QueueList Blocks {
        height: 1fr;
    }
    """

    class Sorted(Message):
        """Another order is asked for."""

        def __init__(self, order: Order) -> None:
            self.order = order
            super().__init__()

    class NearTheEnd(Message):
        """The last rows that are here come into sight."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shape = shape_of(lambda: self.marked)
        self.sorting = self.shape.sorting
        self.rows: dict[str, QueueRow] = {}
        self.marked: dict[str, QueueRow] = {}

    def compose(self) -> ComposeResult:
        yield Heads(self)  # type: ignore[arg-type]  # it has what they look at
        yield Blocks()

    def on_mount(self) -> None:
        self.watch(self.blocks, "scroll_y", self._scrolled, init=False)

    @property
    def blocks(self) -> Blocks:
        """The rows as they are drawn."""
        return self.query_one(Blocks)

    @property
    def aimed(self) -> QueueRow | None:
        """The row that is aimed at."""
        return self.rows.get(self.blocks.aim)

    def show(self, rows: Sequence[QueueRow], order: Order, *, more: bool) -> None:
        """Show rows in an order; ``more`` puts them below those that are there."""
        self.sorting = Sorting(TITLES[order.sort], order.reverse)
        kept = self.rows if more else {}
        self.rows = {**kept, **{str(row.call_id): row for row in rows}}
        self.blocks.show(
            [RowBlock(self.shape, row) for row in self.rows.values()], from_top=not more
        )
        self.query_one(Heads).refresh()
        self.call_after_refresh(self._scrolled)

    def keep(self, rows: Sequence[QueueRow]) -> None:
        """Show rows anew that are here already."""
        for row in rows:
            key = str(row.call_id)
            if key in self.rows:
                self.rows[key] = row
                self.blocks.replace(RowBlock(self.shape, row))

    def mark(self) -> None:
        """Mark the row that is aimed at, or take its mark; go to the next."""
        row = self.aimed
        if row is None:
            return
        key = str(row.call_id)
        if self.marked.pop(key, None) is None:
            self.marked[key] = row
        self.blocks.replace(RowBlock(self.shape, row))
        self.blocks.action_step(1)

    def mark_all(self) -> None:
        """Mark all rows that are here; none, if they all are."""
        self.marked = {} if self.marked.keys() >= self.rows.keys() else dict(self.rows)
        self._redraw()

    def unmark(self) -> None:
        """Take all marks."""
        self.marked = {}
        self._redraw()

    def _redraw(self) -> None:
        self.blocks.show([RowBlock(self.shape, row) for row in self.rows.values()])

    def sort_by(self, title: str) -> None:
        """Sort by a column; by the same one again turns it round."""
        if title in SORTS:
            again = self.sorting.title == title
            reverse = again and not self.sorting.reverse
            self.post_message(self.Sorted(Order(sort=SORTS[title], reverse=reverse)))

    def sort_by_next(self) -> None:
        """Sort by the next column."""
        titles = list(SORTS)
        at = titles.index(self.sorting.title)
        self.sort_by(titles[(at + 1) % len(titles)])

    def _scrolled(self) -> None:
        bottom = self.blocks.scroll_y + self.blocks.size.height
        if bottom + AHEAD >= len(self.rows):
            self.post_message(self.NearTheEnd())
