"""Asks for the file that something of a call is written to. None is written over unasked."""

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, Static

from assistant.domain.errors import BadInput, FileIsThere
from assistant.tui.drawing import inert
from assistant.tui.modals.confirm import Confirm
from assistant.tui.modals.form import Form, labelled
from assistant.tui.modals.import_file import path_input

Write = Callable[[Path, bool], Path]
"""Writes to a path, over what is there or not; gives the whole path. Runs in the lane."""


class WriteFile(Form[Path]):
    """Gives back the path of the file that was written; ``about`` is a hint above it."""

    APPLY = "Write it"

    def __init__(self, heading: str, name: str, write: Write, about: str = "") -> None:
        super().__init__()
        self._heading = heading
        self._file_name = name
        self._write = write
        self._about = about

    def heading(self) -> str:
        return self._heading

    def fields(self) -> ComposeResult:
        if self._about:
            yield Static(self._about, classes="hint")
        yield labelled("File", path_input())

    def on_mount(self) -> None:
        field = self.query_one("#path", Input)
        field.value = self._file_name
        field.focus()

    @property
    def _path(self) -> str:
        return self.query_one("#path", Input).value.strip().strip("'\"")

    def apply(self) -> None:
        self._ask_to_write(over=False)

    def _ask_to_write(self, *, over: bool) -> None:
        typed = self._path

        def write() -> Path:
            if not typed:
                raise BadInput("Give the path of a file.")
            return self._write(Path(typed), over)

        self.send(lambda failed: self.app.ask(self, write, self.done, failed))

    def complain(self, error: Exception) -> None:
        """Say what is wrong; a file that is there may be written over, if the person says so."""
        super().complain(error)
        if isinstance(error, FileIsThere):
            said = [inert(error.file), inert("What is in it now is lost.")]
            self.app.push_screen(
                Confirm("The file is there already", said, "Write over it", "Keep it"),
                self._told,
            )

    def _told(self, over: bool | None) -> None:  # noqa: FBT001  # what the question gives back
        if over:
            self._ask_to_write(over=True)
