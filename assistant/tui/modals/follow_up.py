"""The follow-up text: a mail to the lead, as a draft to copy."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from assistant.tui.app import AssistantApp
from assistant.tui.drawing import inert


class FollowUp(ModalScreen[None]):
    """Shows the text; c copies it, as far as the terminal allows it (OSC 52)."""

    app = getters.app(AssistantApp)
    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,t", "leave", "Close"),
        Binding("c", "copy", "Copy"),
        Binding("down", "look(1)", "Scroll", show=False),
        Binding("up", "look(-1)", "Scroll", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet broad") as sheet:
            sheet.border_title = "Follow-up text"
            sheet.border_subtitle = "c copies  Esc closes"
            with VerticalScroll(id="mail", can_focus=False):
                yield Static(inert_lines(self._text), markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Copy", id="copy", variant="primary", compact=True)
                yield Button("Close", id="leave", compact=True)

    def on_mount(self) -> None:
        self.query_one("#copy").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        getattr(self, f"action_{event.button.id}")()

    def action_copy(self) -> None:
        """Put the text on the clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.app.say("The text is on the clipboard, if the terminal allows it.")

    def action_look(self, rows: int) -> None:
        """Scroll."""
        self.query_one("#mail").scroll_relative(y=rows, animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def inert_lines(text: str) -> str:
    """A text of several lines without anything that a terminal would obey."""
    return "\n".join(inert(line).plain for line in text.splitlines())
