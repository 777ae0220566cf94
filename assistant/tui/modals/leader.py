"""What the leader key opens: every command with its letter. The next key runs one."""

from itertools import groupby, zip_longest
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen

from assistant.tui.app import AssistantApp
from assistant.tui.commands import LEADER_SHOWN, Command
from assistant.tui.drawing import Lines, fit, inert, pressable, row, words


class LeaderMenu(ModalScreen[Command | None]):
    """Takes one key. One that is no command's only closes the menu."""

    app = getters.app(AssistantApp)
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    LeaderMenu {
        align: center bottom;
        background: $background 0%;
    }
    LeaderMenu CommandTable {
        background: $panel;
        border-top: heavy $accent;
        padding: 0 1;
    }
    """

    def __init__(self, commands: tuple[Command, ...], aim: str = "") -> None:
        super().__init__()
        self._commands = commands
        self._aim = aim

    def compose(self) -> ComposeResult:
        yield CommandTable(self._commands, self._aim)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        pressed = (event.character or event.key, event.key)
        chosen = (one for one in self._commands if one.key in pressed)
        self.dismiss(next(chosen, None))

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.dismiss(None)

    def action_choose_command(self, key: str) -> None:
        """Run the command of a letter."""
        self.dismiss(next((one for one in self._commands if one.key == key), None))


class CommandTable(Lines):
    """Commands in columns, a column a group."""

    def __init__(self, commands: tuple[Command, ...], aim: str) -> None:
        super().__init__()
        self._groups = {
            group: tuple(some) for group, some in groupby(commands, key=lambda one: one.group)
        }
        self._aim = aim

    def lines(self, width: int) -> list[Content]:
        cell = max(1, width // max(1, len(self._groups)))
        columns = [
            [inert(group, "bold $quiet"), *(_entry(command) for command in some)]
            for group, some in self._groups.items()
        ]
        table = [
            Content.assemble(
                *(fit(one or Content(""), cell - 1).pad_right(_gap(one, cell)) for one in rows)
            )
            for rows in zip_longest(*columns)
        ]
        return [*self._heading(width), *(fit(line, width) for line in table)]

    def _heading(self, width: int) -> list[Content]:
        left = words((self._aim, "bold")) if self._aim else Content("")
        way_out = words((LEADER_SHOWN, "bold $accent"), (" then a letter, ", "$quiet"))
        return [
            row(
                left,
                Content.assemble(way_out, words(("Esc", "bold $accent"), (" closes", "$quiet"))),
                width,
            )
        ]


def _gap(content: Content | None, cell: int) -> int:
    used = min(content.cell_length, cell - 1) if content else 0
    return cell - used


def _entry(command: Command) -> Content:
    entry = words((command.key, "bold $accent"), "  ", command.label)
    return pressable(entry, "choose_command", command.key)
