"""Commands behind the leader key: one key, then a letter, the same on every screen."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import getters
from textual.binding import Binding, BindingType
from textual.screen import Screen, ScreenResultType

from assistant.settings.keys import Keys, Letters
from assistant.tui.app import AssistantApp

LEADER = Keys().leader
"""The leader key, unless the settings have another one."""


@dataclass(frozen=True)
class Command:
    """A letter after the leader key, and the screen's action that it runs.

    ``label`` is one or two words for the key bar, ``about`` a sentence for the help.
    ``at_hand`` commands are in the key bar as far as it is wide enough.
    """

    key: str
    action: str
    label: str
    about: str
    group: str
    at_hand: bool = False


Listed = Iterable[tuple[str, str, str]]
"""Each command's name in the key map, which is its action, too; its label; its group."""
ALWAYS = {"refresh": ("f5", "Look again at what is stored.")}
"""Commands whose key no key map changes, with it and what they do."""


def commands_of(letters: Letters, listed: Listed, at_hand: Container[str]) -> tuple[Command, ...]:
    """Commands with the letters that a key map gives them."""
    commands = []
    for action, label, group in listed:
        key, about = ALWAYS.get(action) or _key_of(letters, action)
        commands.append(Command(key, action, label, about, group, at_hand=action in at_hand))
    return tuple(commands)


def _key_of(letters: Letters, name: str) -> tuple[str, str]:
    """A command's letter, and what it does."""
    return str(getattr(letters, name)), type(letters).model_fields[name].description or ""


HELP = Command("?", "help", "help", "Show every key of this screen.", "Everywhere", at_hand=True)
LEAVE = Command("q", "leave", "quit to Calls", "Go back to the list of calls.", "Everywhere")


class CommandScreen(Screen[ScreenResultType]):
    """A screen whose commands are behind the leader key.

    The leader opens a menu, so that the next key goes there and never into the notes.
    """

    app = getters.app(AssistantApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(LEADER, "leader", "Keys", priority=True, id="leader", show=False)
    ]
    LEADER_COMMANDS: ClassVar[tuple[Command, ...]] = (HELP, LEAVE)

    def every_command(self) -> tuple[Command, ...]:
        """All commands of the screen, with the keys in force."""
        return self.LEADER_COMMANDS

    def idle(self) -> Container[str]:
        """The actions that have nothing to act on now."""
        return ()

    def commands(self) -> tuple[Command, ...]:
        """The commands that can be run now."""
        idle = self.idle()
        return tuple(one for one in self.every_command() if one.action not in idle)

    def letter(self, action: str) -> str:
        """The key of a command, as it is named to a person."""
        return next((one.key for one in self.every_command() if one.action == action), "")

    def aims(self) -> Mapping[str, str]:
        """What the commands of a group would act on, in words; the menu shows it."""
        return {}

    def runner(self, command: Command) -> Callable[[], None]:
        """What runs a command."""

        def run() -> None:
            getattr(self, f"action_{command.action}")()

        return run

    def action_leader(self) -> None:
        """Show the menu, and run what is chosen in it."""
        from assistant.tui.modals.leader import LeaderMenu

        self.app.push_screen(LeaderMenu(self.commands(), self.aims()), self._run_chosen)

    def _run_chosen(self, command: Command | None) -> None:
        if command is not None:
            self.runner(command)()

    def action_help(self) -> None:
        """Show every key."""
        from assistant.tui.modals.help import HelpModal

        self.app.push_screen(HelpModal(self.every_command()))

    def action_tour(self) -> None:
        """Show what the parts of the call screen are for."""
        self.app.show_tour()

    def action_leave(self) -> None:
        """Go back."""
        self.app.go_home()


AnyCommandScreen = CommandScreen[Any]
