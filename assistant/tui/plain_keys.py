"""Screens whose letters work without the leader key, as long as no text is typed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType
from textual.widgets import Input, TextArea

from assistant.tui.commands import Command, CommandScreen
from assistant.tui.key_map import binding_id

APP_KEYS = (
    ("^P", "Command palette: every command by name, and the themes."),
    ("^Q", "Leave the program. Everything is stored."),
)
LIST_KEYS = (
    ("Up Down", "Move; PgUp and PgDn by a page, Home and End to the ends."),
    ("Enter", "Open what is chosen; a second click does, too."),
    *APP_KEYS,
)


class PlainKeyScreen(CommandScreen[ScreenResultType]):
    """Its commands are bound to their letters; behind the leader they work everywhere."""

    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = LIST_KEYS
    MORE_HEADING = "In a list"

    @property
    def typing(self) -> bool:
        """Whether letters go into a text now."""
        return isinstance(self.focused, Input | TextArea)

    def action_help(self) -> None:
        """Show every key."""
        from assistant.tui.modals.help import HelpModal

        more = (self.MORE_HEADING, self.MORE_KEYS)
        self.app.push_screen(HelpModal(self.every_command(), plain=True, more=more))


def plain_keys(commands: Sequence[Command], table: str | None = None) -> list[BindingType]:
    """The bindings that run commands by their letters alone.

    ``table`` is the key map of the settings that has the letters in force, if one has.
    """
    return [
        Binding(
            one.key, one.action, one.label, show=False, id=table and binding_id(table, one.action)
        )
        for one in commands
    ]
