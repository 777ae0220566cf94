"""What the leader key opens: every command with its letter. The next key runs one."""

from collections.abc import Mapping
from itertools import groupby, zip_longest
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assistant.tui.app import AssistantApp
from assistant.tui.commands import Command
from assistant.tui.drawing import Lines, fit, inert, pressable, words
from assistant.tui.modals.modal import OneKeyModal


class LeaderMenu(OneKeyModal[Command | None]):
    """Takes one key. One that is no command's only closes the menu."""

    app = getters.app(AssistantApp)
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""

    def __init__(self, commands: tuple[Command, ...], aims: Mapping[str, str]) -> None:
        super().__init__()
        self._commands = commands
        self._aims = aims

    def compose(self) -> ComposeResult:
        yield CommandTable(self._commands, self._aims)

    def take_key(self, event: events.Key) -> None:
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
    """Commands in columns, a column a group; what a group acts on stands at its head."""

    def __init__(self, commands: tuple[Command, ...], aims: Mapping[str, str]) -> None:
        super().__init__()
        self._groups = {
            group: tuple(some) for group, some in groupby(commands, key=lambda one: one.group)
        }
        self._aims = aims

    def lines(self, width: int) -> list[Content]:
        cell = max(1, width // max(1, len(self._groups)))
        columns = [
            [*self._head(group), *(_entry(command) for command in some)]
            for group, some in self._groups.items()
        ]
        return [
            fit(Content.assemble(*(_cell(one, cell) for one in rows)), width)
            for rows in zip_longest(*columns)
        ]

    def _head(self, group: str) -> list[Content]:
        head = inert(group.upper(), "bold $quiet")
        return [head, inert(self._aims.get(group, ""), "bold")] if self._aims else [head]


def _cell(content: Content | None, width: int) -> Content:
    shown = fit(content or Content(""), width - 2)
    return shown.pad_right(width - shown.cell_length)


def _entry(command: Command) -> Content:
    entry = words((command.key, "bold $accent"), "  ", command.label)
    return pressable(entry, "choose_command", command.key)
