"""Forms of the queue: a filter is chosen or kept, something is said of several calls."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from assistant.domain.queue import QueueRow
from assistant.tui.app import AssistantApp
from assistant.tui.drawing import inert, row, words
from assistant.tui.modals.form import Form, labelled
from assistant.tui.modals.modal import Modal
from assistant.tui.modals.review_forms import Remark
from assistant.tui.widgets.blocks import Blocks, Drawn
from assistant.workflows.review_queue import WAITING, Filter, Order

SHOWN = 5
"""So many of the calls are named in a form."""
SHIPPED = (
    (WAITING, "", "Waiting for a review"),
    ("is:answered", "", "Answered by their reps"),
    ("is:returned", "", "Sent back"),
    ("is:overridden", "disagreement", "The rep says something else"),
    ("is:conflict", "", "Two people said different things"),
    ("gaps>0 -verdict:none", "missing", "Something is missing"),
    ("is:unconfirmed", "unconfirmed", "Nobody has decided on answers"),
    ("", "", "All calls"),
)
"""Filters that are always there: query, order, what they are for."""


class ChooseFilter(Modal[tuple[str, str] | None]):
    """Gives back the query and the order that are chosen."""

    app = getters.app(AssistantApp)
    CSS_PATH = "../modals/modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("delete", "remove", "Remove"),
    ]
    DEFAULT_CSS = """
    ChooseFilter Blocks {
        height: auto;
        max-height: 16;
        margin-bottom: 1;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, Filter] = {}
        self._counts: dict[str, int | None] = {}

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet form") as sheet:
            sheet.border_title = "Filters"
            yield Blocks()
            yield Static("Enter takes it, Delete removes one of yours, Esc leaves.", classes="hint")

    def on_mount(self) -> None:
        self._show(())
        self.query_one(Blocks).focus()
        self._look()
        self._count()

    def _look(self) -> None:
        from assistant.workflows.review_queue import filters

        self.app.ask(self, lambda: tuple(filters(self.app.bench)), self._show, slips_in=True)

    def _count(self) -> None:
        """Count the calls of the filters that are always there, one after the other."""
        from assistant.workflows.review_queue import calls_of

        for query, *_ in SHIPPED:
            count = partial(calls_of, self.app.bench, query)
            self.app.ask(self, count, partial(self._counted, query), slips_in=True)

    def _counted(self, query: str, calls: int | None) -> None:
        self._counts[query] = calls
        self._show(tuple(self._kept.values()))

    def _show(self, kept: Sequence[Filter]) -> None:
        self._kept = {f"kept/{one.saved.name}": one for one in kept}
        blocks = [
            _filter(f"shipped/{place}", title, query, sort, self._counts.get(query))
            for place, (query, sort, title) in enumerate(SHIPPED)
        ]
        blocks += [
            _filter(key, one.saved.name, one.saved.query, one.saved.sort, one.calls)
            for key, one in self._kept.items()
        ]
        self.query_one(Blocks).show(blocks)

    @on(Blocks.Chosen)
    def _chosen(self, event: Blocks.Chosen) -> None:
        kept = self._kept.get(event.key)
        if kept is not None:
            self.dismiss((kept.saved.query, kept.saved.sort))
            return
        query, sort, _ = SHIPPED[int(event.key.partition("/")[2])]
        self.dismiss((query, sort))

    def action_remove(self) -> None:
        """Keep the filter no longer."""
        kept = self._kept.get(self.query_one(Blocks).aim)
        if kept is not None:
            from assistant.workflows.searching import remove_query

            name = kept.saved.name
            remove = self.app.bench, name
            self.app.ask(self, lambda: remove_query(*remove), lambda _: self._look())

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)


def _filter(key: str, title: str, query: str, sort: str, calls: int | None) -> Drawn:
    def draw(width: int) -> list[Content]:
        by = f", by {sort}" if sort else ""
        said = words((title, "bold"), (f"  {query or 'everything'}{by}", "$quiet"))
        return [row(said, inert("" if calls is None else f"{calls:,}", "$quiet"), width)]

    return Drawn(key, draw)


class KeepFilter(Form[str]):
    """Gives back the name under which the filter is kept."""

    CSS_PATH = "../modals/modals.tcss"
    HEADING = "Keep the filter"
    APPLY = "Keep"

    def __init__(self, query: str, order: Order) -> None:
        super().__init__()
        self._query = query
        self._order = order

    def fields(self) -> ComposeResult:
        said = words((self._query or "all calls", "bold"), (f", by {self._order.text}", "$quiet"))
        yield Static(said, classes="said")
        yield labelled("Name", Input(id="name", compact=True, placeholder="as: my team, disputed"))

    def on_mount(self) -> None:
        self.query_one("#name").focus()

    def apply(self) -> None:
        name = self.query_one("#name", Input).value

        def keep() -> str:
            from assistant.workflows.review_queue import save_filter

            return save_filter(self.app.bench, name, self._query, self._order).name

        self.send(lambda failed: self.app.ask(self, keep, self.done, failed, slips_in=True))


class SayOfAll(Form[bool]):
    """Says the same of several calls; gives back that it was done."""

    CSS_PATH = "../modals/modals.tcss"

    def __init__(
        self,
        rows: Sequence[QueueRow],
        act: Callable[[Sequence[UUID], str], None],
        *,
        needs_words: bool,
    ) -> None:
        super().__init__()
        self._rows = rows
        self._act = act
        self._needs_words = needs_words
        self.APPLY = "Send back" if needs_words else "Agree"

    def heading(self) -> str:
        return "Send back to the rep" if self._needs_words else "Agree with the verdict"

    def fields(self) -> ComposeResult:
        for one in self._rows[:SHOWN]:
            whom = one.lead or one.title
            said = words((whom, "bold"), f", {one.day:%d %b %y}, rep {one.rep}: {one.outcome}")
            yield Static(said, classes="said")
        if len(self._rows) > SHOWN:
            yield Static(f"and {len(self._rows) - SHOWN} more", classes="said")
        yield Remark()
        needed = "Say what to look at" if self._needs_words else "Words, if you like"
        yield Static(f"{needed}. It is kept with your name and the time.", classes="hint")

    def on_mount(self) -> None:
        self.query_one(Remark).focus()

    def apply(self) -> None:
        said = self.query_one(Remark).said
        calls = [one.call_id for one in self._rows]

        def act() -> bool:
            self._act(calls, said)
            return True

        self.send(lambda failed: self.app.ask(self, act, self.done, failed, slips_in=True))
