"""Words looked for in all transcripts, notes and answers; a hit opens the call at its words."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.domain.searching import Hit, HitPage, Order
from assistant.settings.keys import SearchKeys
from assistant.tui.commands import Command
from assistant.tui.drawing import Lines, inert, row
from assistant.tui.plain_keys import LIST_KEYS, PlainKeyScreen, plain_keys
from assistant.tui.queue.commands import search_commands
from assistant.tui.queue.hits import hit_blocks, place_in_review
from assistant.tui.queue.query_box import QueryBox
from assistant.tui.widgets.blocks import Block, Blocks, Drawn
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.wrapping import rows_of

PAGE = 40
AHEAD = 40
EXAMPLES = (
    "Words in a row need no signs: next quarter budget",
    'In one turn, one after the other: "next quarter"',
    "An answer of a field: field:objection value:price",
    "What is known of the call: rep:me industry:logistics since:may",
)


class SearchTitle(Lines):
    """The top line."""

    order: Order = "newest"
    found = ""

    def show(self, order: Order, found: str) -> None:
        """Say what is shown."""
        self.order, self.found = order, found
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        left = Content.assemble(
            inert("Search", "bold"), inert(f"  {self.order} first  {self.found}", "$quiet")
        )
        return [row(left, inert("transcripts, notes, answers", "$quiet"), width)]


class SearchScreen(PlainKeyScreen[None]):
    """A box over the hits."""

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = ""
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Tab", "In the box: take what is offered; Up and Down choose."),
        *LIST_KEYS,
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *plain_keys(search_commands(SearchKeys()), "search_keys"),
        Binding("escape", "leave_box", "Back", show=False),
    ]

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self.query_text = query
        self.order: Order = "newest"
        self.hits: tuple[Hit, ...] = ()
        self._after: int | None = None
        self._asked = 0
        self._filling = False

    def compose(self) -> ComposeResult:
        yield SearchTitle(id="title")
        yield QueryBox(
            self.query_text, placeholder=f"{self.letter('filter')} what to look for", id="filter"
        )
        yield Blocks(id="hits")
        yield KeyBar(self.every_command(), plain=True)

    def every_command(self) -> tuple[Command, ...]:
        return search_commands(self.app.bench.settings.search_keys)

    @property
    def blocks(self) -> Blocks:
        """The hits."""
        return self.query_one("#hits", Blocks)

    def on_mount(self) -> None:
        self.watch(self.blocks, "scroll_y", self._scrolled, init=False)
        self.action_refresh()
        if self.query_text:
            self.blocks.focus()
        else:
            self.action_filter()

    def action_refresh(self) -> None:
        """Look again."""
        self._asked += 1
        self.hits, self._after = (), None
        if self.query_text.strip():
            self._ask(None)
        else:
            self._draw()

    def _ask(self, after: int | None) -> None:
        from assistant.workflows.searching import search

        self._filling = True
        asked, query, order = self._asked, self.query_text, self.order
        self.app.ask(
            self,
            lambda: search(self.app.bench, query, order=order, limit=PAGE, after=after),
            lambda page: self._show(page, asked),
            self._not_read,
            slips_in=True,
        )

    def _not_read(self, error: Exception) -> None:
        self._filling = False
        self.app.tell(error)

    def _show(self, page: HitPage, asked: int) -> None:
        if asked == self._asked:
            self._filling = False
            self.hits += page.hits
            self._after = page.after
            self._draw()

    def _draw(self) -> None:
        more = "and more" if self._after is not None else ""
        found = f"{len(self.hits)} found {more}" if self.query_text.strip() else ""
        self.query_one(SearchTitle).show(self.order, found)
        first = len(self.hits) <= PAGE
        self.blocks.show(hit_blocks(self.hits) or self._nothing(), from_top=first)
        self.call_after_refresh(self._scrolled)

    def _nothing(self) -> list[Block]:
        said: tuple[str, ...] = ("Nothing was found.",)
        if not self.query_text.strip():
            said = EXAMPLES
        elif self._after is not None:
            said = ("Looking further…",)

        def draw(width: int) -> list[Content]:
            return [line for one in said for line in rows_of(inert(one, "$quiet"), width)]

        return [Drawn("", draw)]

    def _scrolled(self) -> None:
        bottom = self.blocks.scroll_y + self.blocks.size.height
        near = bottom + AHEAD >= self.blocks.virtual_size.height
        if near and self._after is not None and not self._filling:
            self._ask(self._after)

    @on(QueryBox.Asked)
    def _written(self, event: QueryBox.Asked) -> None:
        if event.query != self.query_text:
            self.query_text = event.query
            self.action_refresh()
        if event.chosen:
            self.blocks.focus()

    @on(QueryBox.Unreadable)
    def _not_a_query(self) -> None:
        """What was found before stays; that nothing was, would be taken for this query's."""
        if not self.hits:
            self.query_text = ""
            self.action_refresh()

    @on(Blocks.Chosen)
    def action_open(self) -> None:
        """Open the call at the words."""
        if self.blocks.aim:
            hit = self.hits[int(self.blocks.aim.partition(" ")[2])]
            self.app.open_review(hit.call_id, place_in_review(hit))

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_keys(self) -> None:
        self.query_one(KeyBar).show(self.commands(), plain=not self.typing)

    def action_filter(self) -> None:
        """Write what to look for."""
        self.query_one(QueryBox).input.focus()

    def action_order(self) -> None:
        """The newest first, or those that match best."""
        self.order = "best" if self.order == "newest" else "newest"
        self.action_refresh()

    def action_leave_box(self) -> None:
        """From the box to the hits, from there back."""
        if self.typing and self.hits:
            self.blocks.focus()
        else:
            self.action_back()

    def action_back(self) -> None:
        """Back to where this was opened."""
        if self.app.screen is self:
            self.app.pop_screen()
