"""The tour: a few pages on what each part of the call screen is for."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assistant.tui.app import AssistantApp
from assistant.tui.commands import Command
from assistant.tui.drawing import Lines, fit, indented, inert, pressable, words, wrapped
from assistant.tui.key_names import shown
from assistant.tui.modals.modal import Modal


class Step(NamedTuple):
    """A page: the part of the screen that it is about, what it says, the commands it names."""

    title: str
    part: str
    said: str
    actions: tuple[str, ...] = ()


STEPS = (
    Step(
        "A call, at a glance",
        "",
        "The assistant leads you from question to question, listens along in your notes or in "
        "a transcript, and shows how the verdict forms. This is the screen of a call.",
    ),
    Step(
        "Ask next",
        "ASK NEXT",
        "The best question now, in words to say aloud, and two more. It is ticked by itself "
        "when your notes or the transcript show that you asked it.",
        ("asked", "go_to", "skip"),
    ),
    Step(
        "Notes",
        "NOTES",
        "The cursor is always here: just type. Enter finishes a line, and it is read at once. "
        "#budget 40k says what a line answers. ?who signs asks the assistant.",
    ),
    Step(
        "Heard",
        "HEARD",
        "Answers with the exact words that gave them. The one with a bar is the one that keys "
        "act on; nothing counts as certain until you confirm it.",
        ("confirm", "edit", "reject", "undo"),
    ),
    Step(
        "Gates",
        "GATES",
        "How far each gate is, and what answers its questions. Go to any of them at any time: "
        "no gate ever holds up a call.",
        ("go_to", "not_applicable"),
    ),
    Step(
        "Verdict",
        "VERDICT",
        "How it would be decided now, what is missing, what would change it. When you finish, "
        "you can override it with a reason, agree on the next step and move the lead on.",
        ("verdict", "finish"),
    ),
    Step(
        "One key for everything",
        "KEYS",
        "Press {leader}, then a letter; the menu shows them all. {palette} finds every command "
        "by its name, and the themes. All of it can be clicked, too.",
        ("help", "tour"),
    ),
)
SKETCH = (
    "┌────────────┬─────────────────────┬─────────────┐",
    "│ GATES      │ ASK NEXT            │ VERDICT     │",
    "│            │ HEARD               │             │",
    "├────────────┴─────────────────────┴─────────────┤",
    "│ NOTES                                          │",
    "│ KEYS                                           │",
    "└────────────────────────────────────────────────┘",
)


class Tour(Modal[None]):
    """Enter and the arrows turn the pages, Escape skips the rest."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Skip"),
        Binding("enter,right,space,n", "turn(1)", "Next"),
        Binding("left,backspace,b", "turn(-1)", "Back"),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._page = TourPage(commands)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet") as sheet:
            sheet.border_title = "Tour"
            yield self._page

    def on_mount(self) -> None:
        self._say_where()

    def _say_where(self) -> None:
        at, last = self._page.at + 1, len(STEPS)
        onward = "Enter goes on, Esc skips" if at < last else "Enter ends"
        self.query_one(".sheet").border_subtitle = f"{at} of {last}   {onward}"

    def action_turn(self, by: int | str) -> None:
        """Show the next page, or the one before; after the last one it is over."""
        at = max(0, self._page.at + int(by))
        if at >= len(STEPS):
            self.dismiss(None)
            return
        self._page.show(at)
        self._say_where()

    def action_leave(self) -> None:
        """Skip the rest."""
        self.dismiss(None)


class TourPage(Lines):
    """A page of the tour, with a sketch of the call screen. ``at`` counts pages from 0."""

    app = getters.app(AssistantApp)

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.at = 0
        self._commands = {command.action: command for command in commands}

    def show(self, at: int) -> None:
        """Show another page."""
        self.at = at
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        step, leader = STEPS[self.at], shown(self.app.keys.leader)
        said = step.said.format(leader=leader, palette="^P") if "{" in step.said else step.said
        text = wrapped(inert(said), width, 5)
        keys = [self._key(leader, action, width) for action in step.actions]
        back = pressable(inert(" back ", "$quiet"), "turn", "-1")
        onward = pressable(inert(" next ", "bold reverse"), "turn", "1")
        return [
            inert(step.title, "bold $primary"),
            *text,
            *[Content("")] * (4 - len(text)),
            *indented(_sketch(step.part, width - 2), "  "),
            *keys,
            *[Content("")] * (4 - len(keys)),
            Content.assemble(back, "  ", onward),
        ]

    def _key(self, leader: str, action: str, width: int) -> Content:
        command = self._commands[action]
        key = words((f"{leader} {command.key}".ljust(7), "bold $accent"), inert(command.about))
        return fit(Content.assemble("  ", key), width)


def _sketch(part: str, width: int) -> list[Content]:
    """The screen with one of its parts standing out."""
    lines = []
    for line in SKETCH:
        before, found, after = line.partition(f" {part} ") if part else (line, "", "")
        shown_line = words((before, "$quiet"), (found, "bold reverse"), (after, "$quiet"))
        lines.append(fit(shown_line, width))
    return lines
