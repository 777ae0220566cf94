"""A box for queries: what can be written next is offered, what is wrong is pointed at."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from assistant.tui.app import AssistantApp
from assistant.tui.drawing import Lines, fit, inert, words
from assistant.workflows.searching import Completion, QueryCheck, check_query, complete_query

OFFERED = 6
PAUSE = 0.15
"""Seconds without a letter after which a query is asked."""


class Hints(Lines):
    """Beneath the box: a mistake with its character, else what can be written."""

    wrong: QueryCheck = QueryCheck()
    completion: Completion | None = None
    aimed = 0
    indent = 0

    def lines(self, width: int) -> list[Content]:
        if self.wrong.at is not None:
            place = min(self.indent + self.wrong.at, max(0, width - 1))
            told = f"{self.wrong.what} {self.wrong.instead}"
            rows = inert(told, "$error").wrap(max(1, width))[:3]
            return [words((" " * place + "^", "bold $error")), *rows]
        offers = self.completion.offers if self.completion else ()
        first = max(0, self.aimed - OFFERED + 1)
        return [
            fit(
                words(
                    ("▸ " if place == self.aimed else "  ", "$accent"),
                    (f"{offer.text:<18}", "bold" if place == self.aimed else ""),
                    (f" {offer.about}", "$quiet"),
                ),
                width,
            )
            for place, offer in enumerate(offers[first : first + OFFERED], start=first)
        ]


class QueryInput(Input):
    """Tab takes what is offered, Up and Down choose it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "take", "Complete", show=False),
        Binding("up", "aim(-1)", "Offer above", show=False),
        Binding("down", "aim(1)", "Offer below", show=False),
    ]

    @property
    def box(self) -> "QueryBox":
        """The box around it."""
        box = self.parent
        assert isinstance(box, QueryBox)  # noqa: S101  # it is composed there only
        return box

    def action_take(self) -> None:
        """Take what is offered."""
        self.box.take()

    def action_aim(self, by: int) -> None:
        """Aim at another offer."""
        self.box.aim(by)


class QueryBox(Vertical):
    """Says ``Asked`` with a query that can be read, shortly after it was typed."""

    app = getters.app(AssistantApp)
    DEFAULT_CSS = """
    QueryBox {
        height: auto;
        padding: 0 1;
        background: $panel;
    }
    QueryBox QueryInput {
        height: 1;
        border: none;
        background: $panel;
    }
    QueryBox QueryInput:focus {
        border: none;
        background-tint: $foreground 8%;
    }
    QueryBox Hints {
        background: $surface;
    }
    """

    class Asked(Message):
        """A query was written, or chosen with Enter (``chosen``)."""

        def __init__(self, query: str, *, chosen: bool) -> None:
            self.query = query
            self.chosen = chosen
            super().__init__()

    class Unreadable(Message):
        """What is written is no query, or none yet."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._first = value
        self._placeholder = placeholder
        self._said: str | None = value

    def compose(self) -> ComposeResult:
        yield QueryInput(
            self._first, compact=True, placeholder=self._placeholder, select_on_focus=False
        )
        hints = Hints()
        hints.display = False
        yield hints

    @property
    def input(self) -> QueryInput:
        """The line that is typed into."""
        return self.query_one(QueryInput)

    @property
    def hints(self) -> Hints:
        """What stands beneath it."""
        return self.query_one(Hints)

    @property
    def value(self) -> str:
        """The query as it is written."""
        return self.input.value

    def put(self, query: str) -> None:
        """Write another query, and ask it."""
        with self.prevent(Input.Changed):
            self.input.value = query
        self.input.cursor_position = len(query)
        self._show(QueryCheck(), None)
        self._say(chosen=False, anew=True)

    def take(self) -> None:
        """Write what is offered in place of what was begun."""
        completion, aimed = self.hints.completion, self.hints.aimed
        if completion is None or aimed >= len(completion.offers):
            return
        offer = completion.offers[aimed].text
        before, after = self.value[: completion.start], self.value[completion.end :]
        whole = offer if offer.endswith(":") else f"{offer} "
        self.input.value = before + whole + after
        self.input.cursor_position = len(before + whole)
        self._look()

    def aim(self, by: int) -> None:
        """Aim at the next or the previous offer."""
        offers = self.hints.completion.offers if self.hints.completion else ()
        if offers:
            self.hints.aimed = (self.hints.aimed + by) % len(offers)
            self.hints.refresh()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look()
        self.set_timer(PAUSE, lambda: self._pause(event.value))

    def _pause(self, value: str) -> None:
        if value == self.value:
            self._say(chosen=False)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._say(chosen=True)

    def _say(self, *, chosen: bool, anew: bool = False) -> None:
        query = self.value
        wrong = check_query(query)
        if wrong.at is not None:
            # While it is typed, what can follow is shown in place of what is wrong.
            if chosen or anew:
                self._show(wrong, None)
            self._said = None
            self.post_message(self.Unreadable())
        elif chosen or anew or query != self._said:
            self._said = query
            self.post_message(self.Asked(query, chosen=chosen))

    def _look(self) -> None:
        """Show what is wrong up to the cursor; else what can be written there."""
        query, cursor = self.value, self.input.cursor_position
        wrong = check_query(query)
        typing = wrong.at is not None and cursor == len(query)
        self.app.ask(
            self,
            lambda: complete_query(self.app.bench, query, cursor),
            lambda found: self._offer(query, found, wrong, typing=typing),
            lambda _: None,
            slips_in=True,
        )

    def _offer(self, query: str, found: Completion, wrong: QueryCheck, *, typing: bool) -> None:
        if query != self.value or not self.input.has_focus:
            return
        begun = query[found.start : found.end].strip()
        if typing and found.offers and begun:
            wrong = QueryCheck()
        offers = found if begun and [one.text for one in found.offers] != [begun] else None
        self._show(wrong, offers)

    def _show(self, wrong: QueryCheck, found: Completion | None) -> None:
        hints = self.hints
        hints.wrong, hints.completion, hints.aimed = wrong, found, 0
        hints.indent = -round(self.input.scroll_x)
        hints.display = wrong.at is not None or bool(found and found.offers)
        hints.refresh(layout=True)

    def close(self) -> None:
        """Put what is offered away; a mistake stays in sight."""
        self._show(check_query(self.value), None)

    def on_descendant_blur(self) -> None:
        self.close()
