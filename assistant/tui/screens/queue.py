"""The queue: calls to review, by any filter in any order; several at once, or one by one."""

from collections.abc import Callable, Sequence
from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from assistant.domain.errors import WrongUsage
from assistant.domain.queue import QueueCounts, QueuePage, QueueRow
from assistant.settings.keys import QueueKeys
from assistant.tui.commands import Command
from assistant.tui.drawing import Lines, fit, inert, row
from assistant.tui.plain_keys import LIST_KEYS, PlainKeyScreen, plain_keys
from assistant.tui.queue.columns import TITLES, counts_line, row_facts
from assistant.tui.queue.commands import OF_A_CALL, queue_commands
from assistant.tui.queue.listed import QueueList
from assistant.tui.queue.query_box import QueryBox
from assistant.tui.widgets.blocks import Blocks
from assistant.tui.widgets.key_bar import KeyBar
from assistant.workflows.review_queue import WAITING, Order, order_of

PAGE = 50


class QueueTitle(Lines):
    """The top line: in which order, and who looks."""

    order = Order()

    def show(self, order: Order) -> None:
        """Say another order."""
        self.order = order
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        who = self.app.bench.who  # type: ignore[attr-defined]
        turned = ", turned round" if self.order.reverse else ""
        by = f"  by {TITLES[self.order.sort].casefold()}{turned}"
        left = Content.assemble(inert("Review queue", "bold"), inert(by, "$quiet"))
        return [row(left, inert(f"{who.name}, {who.role}", "$quiet"), width)]


class Told(Lines):
    """Lines that are told."""

    said: tuple[Content, ...] = ()

    def show(self, *said: Content) -> None:
        """Say something else."""
        self.said = said
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        return [fit(line, width) for line in self.said] or [Content("")]


class QueueScreen(PlainKeyScreen[None]):
    """A box for the filter, counts, and the calls in columns."""

    CSS_PATH = "queue.tcss"
    AUTO_FOCUS = ""
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Space", "Mark the call."),
        ("Tab", "In the filter: take what is offered; Up and Down choose."),
        ("Esc", "From the filter to the list; take the marks; go back."),
        *LIST_KEYS,
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *plain_keys(queue_commands(QueueKeys()), "queue_keys"),
        Binding("space", "mark", "Mark", show=False),
        Binding("escape", "leave_box", "Back", show=False),
    ]

    def __init__(self, query: str = WAITING) -> None:
        super().__init__()
        self.query_text = query
        self.order = Order()
        self._after: str | None = None
        self._asked = 0
        self._filling = False
        self._many = False
        self._counts: QueueCounts | None = None

    def compose(self) -> ComposeResult:
        yield QueueTitle(id="title")
        yield QueryBox(
            self.query_text, placeholder=f"{self.letter('filter')} filter: all calls", id="filter"
        )
        yield Told(id="counts")
        yield QueueList(id="list")
        yield Static(id="nothing")
        yield Told(id="facts")
        yield KeyBar(self.every_command(), plain=True)

    def every_command(self) -> tuple[Command, ...]:
        return queue_commands(self.app.bench.settings.queue_keys)

    def idle(self) -> frozenset[str]:
        return frozenset() if self.listed.display else OF_A_CALL

    @property
    def listed(self) -> QueueList:
        """The list."""
        return self.query_one(QueueList)

    @property
    def box(self) -> QueryBox:
        """The box of the filter."""
        return self.query_one(QueryBox)

    @property
    def chosen(self) -> tuple[QueueRow, ...]:
        """The marked calls; where none is, the one that is aimed at."""
        marked = tuple(self.listed.marked.values())
        return marked or ((self.listed.aimed,) if self.listed.aimed else ())

    def on_mount(self) -> None:
        self.query_one("#nothing").display = False
        self.listed.blocks.focus()

    def on_screen_resume(self) -> None:
        self.action_refresh()

    # What the store holds

    def action_refresh(self) -> None:
        """Look again; the first page comes before the counts."""
        from assistant.workflows.review_queue import queue_counts, queue_page

        self._asked += 1
        asked, query, order = self._asked, self.query_text, self.order
        self._filling = True
        self.app.ask(
            self,
            lambda: queue_page(self.app.bench, query, order, limit=PAGE),
            lambda page: self._show(page, asked, more=False),
            self._not_read,
            slips_in=True,
        )
        self.app.ask(
            self,
            lambda: queue_counts(self.app.bench, query),
            lambda counts: self._count(counts, asked),
            lambda _: None,
            slips_in=True,
        )

    def _not_read(self, error: Exception) -> None:
        self._filling = False
        self.app.tell(error)

    def _show(self, page: QueuePage, asked: int, *, more: bool) -> None:
        if asked != self._asked:
            return
        self._filling, self._after = False, page.after
        self.query_one(QueueTitle).show(self.order)
        self.listed.show(page.rows, self.order, more=more)
        there = bool(self.listed.rows)
        self.listed.display = there
        nothing = self.query_one("#nothing", Static)
        nothing.display = not there
        looking = " Looking further…" if self._after is not None else ""
        nothing.update(inert(f"{self._none()}{looking or self._others()}", "$quiet"))
        if not there:
            self._more()
        self._say_facts()
        self._show_keys()

    def _none(self) -> str:
        if self.query_text == WAITING:
            return "Nothing waits for a review."
        return f"No call matches {self.query_text or 'this'}."

    def _others(self) -> str:
        write, kept = self.letter("filter"), self.letter("filters")
        return f" {write} writes another filter, {kept} has some."

    @on(QueueList.NearTheEnd)
    def _more(self) -> None:
        """Ask for the next page, if there is one and it is not on its way."""
        if self._after is None or self._filling:
            return
        from assistant.workflows.review_queue import queue_page

        self._filling = True
        asked, query, order, after = self._asked, self.query_text, self.order, self._after
        self.app.ask(
            self,
            lambda: queue_page(self.app.bench, query, order, limit=PAGE, after=after),
            lambda page: self._show(page, asked, more=True),
            self._not_read,
            slips_in=True,
        )

    def _count(self, counts: QueueCounts | None, asked: int) -> None:
        if asked == self._asked:
            self._counts, self._many = counts, counts is None
            self._say_counts()

    def _say_counts(self) -> None:
        line = counts_line(self._counts, len(self.listed.marked), many=self._many)
        self.query_one("#counts", Told).show(line)

    def _say_facts(self) -> None:
        aimed = self.listed.aimed
        facts = self.query_one("#facts", Told)
        facts.display = aimed is not None
        facts.show(*(row_facts(aimed) if aimed else ()))

    # The filter

    @on(QueryBox.Asked)
    def _written(self, event: QueryBox.Asked) -> None:
        self.query_text = event.query
        self.listed.unmark()
        self.action_refresh()
        if event.chosen:
            self.listed.blocks.focus()

    def action_filter(self) -> None:
        """Write what to list."""
        self.box.input.focus()

    def action_filters(self) -> None:
        """Choose a filter that is kept."""
        from assistant.tui.queue.forms import ChooseFilter

        self.app.push_screen(ChooseFilter(), self._take_filter)

    def _take_filter(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            query, sort = chosen
            try:
                self.order = order_of(sort)
            except WrongUsage:
                self.order = Order()
            self.box.put(query)

    def action_keep_filter(self) -> None:
        """Keep the filter under a name."""
        from assistant.tui.queue.forms import KeepFilter

        self.app.push_screen(KeepFilter(self.query_text, self.order), self._kept)

    def _kept(self, name: str | None) -> None:
        if name is not None:
            self.app.say(f"Kept as {name}.")

    # The list

    @on(QueueList.Sorted)
    def _sorted(self, event: QueueList.Sorted) -> None:
        self.order = event.order
        self.action_refresh()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.listed.sort_by_next()

    def action_turn_round(self) -> None:
        """Sort the other way round."""
        self.listed.sort_by(TITLES[self.order.sort])

    @on(Blocks.Aimed)
    def _aimed(self) -> None:
        self._say_facts()

    @on(Blocks.Chosen)
    def action_open(self) -> None:
        """Open the review of the call."""
        if self.listed.aimed is not None:
            self.app.open_review(self.listed.aimed.call_id)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_keys(self) -> None:
        self.query_one(KeyBar).show(self.commands(), plain=not self.typing)

    def action_mark(self) -> None:
        """Mark the call."""
        self.listed.mark()
        self._say_counts()

    def action_mark_all(self) -> None:
        """Mark all calls that are listed so far, or none."""
        self.listed.mark_all()
        self._say_counts()

    # Acts

    def action_agree(self) -> None:
        """Agree with the verdicts of the chosen calls."""
        from assistant.workflows.reviewing import agree_with_all

        self._act(lambda calls, text: agree_with_all(self.app.bench, calls, text), needs=False)

    def action_send_back(self) -> None:
        """Send the chosen calls back."""
        from assistant.workflows.reviewing import return_all

        self._act(lambda calls, text: return_all(self.app.bench, calls, text), needs=True)

    def _act(self, act: Callable[[Sequence[UUID], str], None], *, needs: bool) -> None:
        rows = self.chosen
        if not rows:
            self.app.say("There is no call here.")
            return
        from assistant.tui.queue.forms import SayOfAll

        self.app.push_screen(SayOfAll(rows, act, needs_words=needs), self._acted)

    def _acted(self, done: bool | None) -> None:  # noqa: FBT001  # a result
        if done:
            self.listed.unmark()
            self.action_refresh()

    # Away

    def action_search(self) -> None:
        """Look for words in all calls."""
        self.app.open_search()

    def action_leave_box(self) -> None:
        """From the filter to the list; then take the marks; then back."""
        if self.typing:
            self.listed.blocks.focus()
        elif self.listed.marked:
            self.listed.unmark()
            self._say_counts()
        else:
            self.action_back()

    def action_back(self) -> None:
        """Back to where this was opened."""
        if self.app.screen is self:
            self.app.pop_screen()
