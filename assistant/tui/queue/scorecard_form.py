"""A scorecard of a call: filled in by whoever looks, beside what the others said once it is."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from assistant.domain.errors import NotFound
from assistant.domain.scorecards import FilledCard, Scorecard
from assistant.tui.app import AssistantApp
from assistant.tui.columns import GAP, in_columns
from assistant.tui.drawing import fit, inert, words, wrapped
from assistant.tui.modals.form import Form, labelled
from assistant.tui.modals.modal import Modal
from assistant.tui.widgets.blocks import Block, Blocks, Drawn
from assistant.workflows.scoring_calls import (
    Comparison,
    compare,
    fill_card,
    latest,
    scorecards,
    told,
    wording,
)
from assistant.workflows.views import ReviewView

NOTE = "Note on all of it"
TITLE, MARK = 20, 16
"""The cells that an item's title, and what somebody says of it, have at least."""


class ChooseCard(Modal[ReviewView | None]):
    """What was filled in, side by side, and the cards to fill in; gives back the review."""

    app = getters.app(AssistantApp)
    CSS_PATH = "../modals/modals.tcss"
    BINDINGS = [Binding("escape", "leave", "Leave")]  # noqa: RUF012
    DEFAULT_CSS = """
    ChooseCard Blocks {
        height: auto;
        max-height: 20;
        margin-bottom: 1;
    }
    ChooseCard.-low Blocks {
        max-height: 13;
    }
    ChooseCard.-very-tall Blocks {
        max-height: 40;
    }
    """

    def __init__(self, call_id: UUID) -> None:
        super().__init__()
        self._call_id = call_id
        self._cards: dict[str, Scorecard] = {}
        self._filled: tuple[FilledCard, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet form") as sheet:
            sheet.border_title = "Scorecards"
            yield Blocks()
            yield Static("Enter opens the card, Up and Down scroll, Esc leaves.", classes="hint")

    def on_mount(self) -> None:
        self.query_one(Blocks).focus()
        self._look(None)

    def _look(self, view: ReviewView | None) -> None:  # noqa: ARG002  # a form gives it back
        self.app.ask(self, self._read, self._show, slips_in=True)

    def _read(self) -> tuple[dict[str, Scorecard], tuple[FilledCard, ...], list[Comparison]]:
        bench, compared = self.app.bench, []
        cards = scorecards().cards
        for name in cards:
            try:
                compared.append(compare(bench, self._call_id, name))
            except NotFound:
                continue
        return cards, bench.store.scorecards(self._call_id), compared

    def _show(
        self, read: tuple[dict[str, Scorecard], tuple[FilledCard, ...], list[Comparison]]
    ) -> None:
        self._cards, self._filled, compared = read
        me = self.app.bench.who.id
        blocks: list[Block] = [
            Drawn(one.id, partial(_card, one, mine=me in latest(self._filled, one.id)))
            for one in self._cards.values()
        ]
        for one in compared:
            mine = me in {who.id for who in one.people}
            blocks.append(Drawn("", partial(_compared if mine else _others, one)))
        self.query_one(Blocks).show(blocks)

    @on(Blocks.Chosen)
    def _chosen(self, event: Blocks.Chosen) -> None:
        card = self._cards[event.key]
        mine = latest(self._filled, card.id).get(self.app.bench.who.id)
        self.app.push_screen(FillCard(self._call_id, card, mine), self._look)

    def action_leave(self) -> None:
        """Give the review back as it is now."""
        from assistant.workflows.reviewing import open_review

        def show(view: ReviewView) -> None:
            self.dismiss(view)

        self.app.ask(self, lambda: open_review(self.app.bench, self._call_id), show, slips_in=True)


def _card(card: Scorecard, width: int, *, mine: bool) -> list[Content]:
    does = "  change what you filled in" if mine else "  fill in"
    return [fit(words((card.title, "bold"), (does, "$quiet")), width)]


def _others(one: Comparison, width: int) -> list[Content]:
    """Who filled the card in: what they said is shown to those who did so, too."""
    names = ", ".join(who.name for who in one.people)
    told = f"{names} filled in {one.card.title}. Fill yours in to compare."
    return [Content(""), *wrapped(inert(told, "$quiet"), width, 3)]


def _compared(one: Comparison, width: int) -> list[Content]:
    """Items in rows, people in columns; a sign where they differ."""
    titles = [inert(item.item.title).cell_length + 2 for item in one.items]
    many = max(1, len(one.filled))
    # The titles get what people leave: a mark has room for a few words.
    across = min(max(titles, default=0), max(TITLE, width - many * MARK))
    room = max(8, (width - across) // many - GAP)

    def rows(title: Content, marks: Iterable[Content]) -> list[Content]:
        return in_columns([(title, across), *((mark, room) for mark in marks)])

    lines = [Content("")]
    lines += rows(inert(one.card.title, "bold"), (inert(who.name, "bold") for who in one.people))
    for item in one.items:
        sign = ("≠ ", "$warning") if item.differs else ("  ", "")
        lines += rows(words(sign, item.item.title), (inert(told(one) or "-") for one in item.marks))
    lines += rows(inert("  in all", "$quiet"), (inert(_percent(card)) for card in one.filled))
    if any(card.note for card in one.filled):
        lines += rows(inert("  note", "$quiet"), (inert(card.note) for card in one.filled))
    return [fit(line, width) for line in lines]


def _percent(card: FilledCard) -> str:
    return "" if card.percent is None else f"{card.percent} of 100"


class FillCard(Form[ReviewView]):
    """Takes a mark for each item; what others said is not shown here."""

    CSS_PATH = "../modals/modals.tcss"
    APPLY = "Keep"

    def __init__(self, call_id: UUID, card: Scorecard, mine: FilledCard | None) -> None:
        super().__init__()
        self._call_id = call_id
        self._card = card
        self._mine = mine

    def heading(self) -> str:
        return self._card.title

    def fields(self) -> ComposeResult:
        for item in self._card.items:
            mark = self._mine.mark(item.id) if self._mine else None
            hint = "one of those below" if item.kind == "choice" else wording(item)
            box = Input(told(mark), id=f"item-{item.id}", compact=True, placeholder=hint)
            yield labelled(item.title, box)
        note = self._mine.note if self._mine else ""
        yield labelled(NOTE, Input(note, id="note", compact=True))
        yield Static(id="about", classes="hint")
        yield Static("^S keeps it. A comment follows a colon, as 4: calm.", classes="hint")

    @on(events.DescendantFocus)
    def _say_about(self) -> None:
        """What to look at, of the item that is filled in."""
        name = (self.focused.id or "") if self.focused else ""
        item = self._card.item(name.removeprefix("item-"))
        about = [item.about] if item and item.about else []
        if item and item.kind == "choice":
            about.append(f"Write {wording(item)}, or how it begins.")
        self.query_one("#about", Static).update(inert(" ".join(about), "$foreground"))

    @on(events.DescendantBlur)
    def _from_the_beginning(self, event: events.DescendantBlur) -> None:
        """What is longer than its line is shown from its beginning."""
        if isinstance(event.widget, Input):
            event.widget.cursor_position = 0

    def on_mount(self) -> None:
        self.query(Input).first().focus()

    def apply(self) -> None:
        said = {one.id: self.query_one(f"#item-{one.id}", Input).value for one in self._card.items}
        note = self.query_one("#note", Input).value

        def keep() -> ReviewView:
            from assistant.workflows.reviewing import open_review

            fill_card(self.app.bench, self._call_id, self._card, said, note)
            return open_review(self.app.bench, self._call_id)

        self.send(lambda failed: self.app.ask(self, keep, self.done, failed, slips_in=True))
