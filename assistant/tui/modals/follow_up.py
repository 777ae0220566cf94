"""The follow-up text: a mail to the lead, as a draft to copy or to write to a file."""

from pathlib import Path
from typing import ClassVar
from uuid import UUID

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from assistant.tui.app import AssistantApp
from assistant.tui.drawing import inert
from assistant.tui.modals.modal import Modal


class FollowUp(Modal[None]):
    """Shows the text; c copies it, as far as the terminal allows it (OSC 52), w writes it.

    ``name`` is that of the file, unless the person gives another one. Forgetting the call
    reaches it.
    """

    app = getters.app(AssistantApp)
    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,t", "leave", "Close"),
        Binding("c", "copy", "Copy"),
        Binding("w", "write", "To a file"),
        Binding("down", "look(1)", "Scroll", show=False),
        Binding("up", "look(-1)", "Scroll", show=False),
    ]

    def __init__(self, call_id: UUID, text: str, name: str) -> None:
        super().__init__()
        self._call_id = call_id
        self._text = text
        self._file_name = name

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet broad", can_focus=False) as sheet:
            sheet.border_title = "Follow-up text"
            sheet.border_subtitle = "c copies  w writes it to a file  Esc closes"
            yield Static(inert_lines(self._text), id="mail", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Copy", id="copy", variant="primary", compact=True)
                yield Button("To a file…", id="write", compact=True)
                yield Button("Close", id="leave", compact=True)

    def on_mount(self) -> None:
        self.query_one("#copy").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        getattr(self, f"action_{event.button.id}")()

    def action_copy(self) -> None:
        """Put the text on the clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.app.say("The text is on the clipboard, if the terminal allows it; w writes it.")

    def action_write(self) -> None:
        """Write the text to a file."""
        from assistant.tui.modals.write_file import WriteFile
        from assistant.workflows.summing_up import save_text

        bench = self.app.bench

        def write(path: Path, over: bool) -> Path:  # noqa: FBT001  # as ``Write`` has it
            return save_text(bench, self._call_id, self._text, path, over=over)

        form = WriteFile("Write the follow-up text to a file", self._file_name, write)
        self.app.push_screen(form, self._written)

    def _written(self, path: Path | None) -> None:
        if path is not None:
            self.app.say(f"Written to {path}.")

    def action_look(self, rows: int) -> None:
        """Scroll."""
        self.query_one(".sheet").scroll_relative(y=rows, animate=False)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def inert_lines(text: str) -> str:
    """A text of several lines without anything that a terminal would obey."""
    return "\n".join(inert(line).plain for line in text.splitlines())
