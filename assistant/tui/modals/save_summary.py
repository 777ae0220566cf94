"""Asks for the file that the summary of a call is written to."""

from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Static

from assistant.domain.calls import Call
from assistant.domain.errors import BadInput
from assistant.tui.modals.form import Form, labelled
from assistant.tui.modals.import_file import path_input

ENDINGS = "A name that ends in .md, .html or .json gets the whole report."


class SaveSummary(Form[Path]):
    """Gives back the path of the file that was written. No file is written over."""

    HEADING = "Write the summary to a file"
    APPLY = "Write it"

    def __init__(self, call: Call) -> None:
        super().__init__()
        self._call = call

    def fields(self) -> ComposeResult:
        yield Static(ENDINGS, classes="hint")
        yield labelled("File", path_input())

    def on_mount(self) -> None:
        field = self.query_one("#path", Input)
        field.value = f"call-{self._call.call_date.isoformat()}-{str(self._call.id)[:8]}.txt"
        field.focus()

    def apply(self) -> None:
        typed = self.query_one("#path", Input).value.strip().strip("'\"")

        def write() -> Path:
            from assistant.workflows.summing_up import save_summary

            if not typed:
                raise BadInput("Give the path of a file.")
            return save_summary(self.app.bench, self._call.id, Path(typed))

        self.send(lambda failed: self.app.ask(self, write, self.done, failed))
