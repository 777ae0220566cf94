"""Every key of a screen, and what the signs mean."""

from itertools import groupby
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assistant.tui.app import AssistantApp
from assistant.tui.commands import Command
from assistant.tui.drawing import Lines, indented, inert, words, wrapped
from assistant.tui.key_names import shown, spelled
from assistant.tui.modals.modal import Modal
from assistant.tui.signs import CARRIED, HEDGED, QUESTION_SIGNS, STATUS_SIGNS, SUPERSEDED

EDITOR_KEYS = (
    ("Enter", "Finish the line: it is stored and read at once."),
    ("?question", "Ask the assistant: ?who signs, ?missing, ?why nurture; ? alone says what else."),
    ("Up  Down", "In a question: the ones that you asked before. Escape closes the reply."),
    ("#field", "Say what a line answers: #budget 40k, #timeline June, he signs #authority."),
    ("^Z  ^Y", "Undo and redo what you typed."),
    ("^W  ^K  ^U", "Delete a word, to the end, to the beginning of the line."),
    ("^P", "Command palette: every command by name, and the themes."),
    ("^Q", "Leave the program. The call stays open and is resumed where it was."),
)


PLAIN = "Press a letter; while you type in a field, {} first."
LED = "Press {}, then a letter."
NOTES_KEYS = ("In the notes", EDITOR_KEYS)
Section = tuple[str, tuple[tuple[str, str], ...]]


class HelpModal(Modal[None]):
    """Scrolls with the arrows, closes with Escape or Enter.

    ``plain`` says that the letters work without the leader key; ``more`` are further keys
    under a heading.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark", "dismiss", "Close")
    ]
    CSS_PATH = "modals.tcss"

    def __init__(
        self, commands: tuple[Command, ...], *, plain: bool = False, more: Section = NOTES_KEYS
    ) -> None:
        super().__init__()
        self._lines = HelpLines(commands, plain=plain, more=more)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = "Keys"
            sheet.border_subtitle = "Esc closes"
            yield self._lines

    async def action_dismiss(self, result: None = None) -> None:
        """Close."""
        self.dismiss(result)


class HelpLines(Lines):
    """The text of the help."""

    app = getters.app(AssistantApp)

    def __init__(self, commands: tuple[Command, ...], *, plain: bool, more: Section) -> None:
        super().__init__()
        self._commands = commands
        self._plain = plain
        self._more = more

    def lines(self, width: int) -> list[Content]:
        leader = self.app.keys.leader
        how = (PLAIN if self._plain else LED).format(spelled(leader))
        lines = [*wrapped(inert(f"{how} Everything can be clicked, too."), width, 3), Content("")]
        for group, some in groupby(self._commands, key=lambda one: one.group):
            lines.append(inert(group, "bold $primary"))
            for command in some:
                key = command.key if self._plain else f"{shown(leader)} {command.key}"
                lines += _explained(key, command.about, width)
            lines.append(Content(""))
        heading, keys = self._more
        lines.append(inert(heading, "bold $primary"))
        for key, about in keys:
            lines += _explained(key, about, width)
        return [*lines, Content(""), *_legend(width)]


def _explained(key: str, about: str, width: int) -> list[Content]:
    room = max(10, width - 14)
    first, *rest = wrapped(inert(about), room, 4)
    head = words((f"{key:<12}", "bold $accent"))
    return [Content.assemble("  ", head, first), *indented(rest, " " * 14)]


def _legend(width: int) -> list[Content]:
    decided = list(STATUS_SIGNS.values())[2:]
    signs = [*QUESTION_SIGNS.values(), *decided, SUPERSEDED, CARRIED, HEDGED]
    lines = [inert("Signs", "bold $primary")]
    lines.extend(words("  ", (f"{sign.mark:<12}", sign.style), sign.word) for sign in signs)
    return [line.truncate(width) for line in lines]
