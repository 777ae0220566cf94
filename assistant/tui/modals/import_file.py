"""Asks for the file of a transcript."""

from asyncio import to_thread
from pathlib import Path

from textual.app import ComposeResult
from textual.suggester import Suggester
from textual.widgets import Input, Static

from assistant.domain.errors import BadInput
from assistant.tui.modals.form import Form, labelled

FORMATS = 'WebVTT, SRT, "Name: words", "[00:12:03] Name: words" and plain text are read.'


class ImportFile(Form[Path]):
    """Gives back the path of a file that is there."""

    HEADING = "Take in a transcript"
    APPLY = "Read it"

    def fields(self) -> ComposeResult:
        yield Static(f"{FORMATS} You can also paste a transcript into the notes.", classes="hint")
        yield labelled("File", path_input())

    def on_mount(self) -> None:
        self.query_one("#path", Input).focus()

    def apply(self) -> None:
        try:
            self.dismiss(checked_path(self.query_one("#path", Input).value))
        except BadInput as error:
            self.complain(error)


def path_input() -> Input:
    """A field for the path of a file, which completes it."""
    return Input(id="path", compact=True, placeholder="path of a file", suggester=PathSuggester())


def checked_path(typed: str) -> Path:
    """The path that was typed, without quotes around it. Raises ``BadInput``: no such file."""
    bare = typed.strip().strip("'\"")
    if not bare:
        raise BadInput("Give the path of a file.")
    try:
        path = Path(bare).expanduser()
        there = path.is_file()
    except (OSError, RuntimeError) as error:  # too long a name, a home that is nobody's
        raise BadInput("there can be no such file", file=bare) from error
    if not there:
        raise BadInput("there is no such file", file=str(path))
    return path


class PathSuggester(Suggester):
    """Completes the path of a file or folder; the right arrow takes it."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first entry of the folder whose name begins so."""
        return await to_thread(completed, value)


def completed(path: str) -> str | None:
    """A path with its last name completed; None where nothing begins so."""
    folder, _, begun = path.rpartition("/")
    if not begun:
        return None
    try:
        names = sorted(one.name for one in Path(folder or ".").expanduser().iterdir())
    except (OSError, RuntimeError, ValueError):  # no such folder, a home that is nobody's
        return None
    name = next((one for one in names if one.startswith(begun)), None)
    return f"{path[: len(path) - len(begun)]}{name}" if name else None
