"""Asks before something that is not lightly undone."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from assistant.tui.modals.modal import Modal


class Confirm(Modal[bool]):
    """Enter or y says yes, Escape or n says no."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),
        Binding("escape,n", "answer(False)", "No"),
    ]

    def __init__(self, heading: str, said: Sequence[Content], yes: str, no: str = "Cancel") -> None:
        super().__init__()
        self._heading = heading
        self._said = said
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet form") as sheet:
            sheet.border_title = self._heading
            sheet.border_subtitle = "y yes  n no"
            for one in self._said:
                yield Static(one, classes="said")
            with Horizontal(classes="buttons"):
                yield Button(self._yes, id="yes", variant="primary", compact=True)
                yield Button(self._no, id="no", compact=True)

    def on_mount(self) -> None:
        self.query_one("#yes").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001  # an action's argument
        """Answer by key."""
        self.dismiss(yes)
