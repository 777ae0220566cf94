"""Chooses one of the fields, each by its letter."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from assistant.domain.fields import Field
from assistant.tui.drawing import Lines, fit, inert, pressable, words
from assistant.tui.modals.modal import Modal
from assistant.tui.signs import field_title, hue

LETTERS: dict[Field, str] = {
    Field.BUDGET: "b",
    Field.AUTHORITY: "a",
    Field.NEED: "n",
    Field.GOAL: "g",
    Field.TIMELINE: "t",
    Field.PRIORITY: "p",
    Field.CURRENT_SOLUTION: "u",
    Field.COMPETITION: "c",
    Field.DECISION_CRITERIA: "d",
    Field.DECISION_PROCESS: "s",
    Field.NEXT_STEP: "x",
    Field.INTENT: "i",
    Field.OBJECTION: "o",
    Field.COMPANY_SIZE: "z",
    Field.INDUSTRY: "y",
    Field.LOCATION: "l",
    Field.ROLE: "r",
}
COLUMNS = 3
"""So many fields stand beside each other where there is room."""
NEEDED = 66
"""Cells that it takes."""


class ChooseField(Modal[Field | None]):
    """A letter or a click chooses; Escape chooses none."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]

    def __init__(self, said: str, now: Field | None) -> None:
        super().__init__()
        self._said = said
        self._now = now

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = "What does it answer?"
            sheet.border_subtitle = "a letter chooses, Esc leaves"
            yield FieldTable(self._said, self._now)

    def on_key(self, event: events.Key) -> None:
        found = next(
            (field for field, letter in LETTERS.items() if letter == event.character), None
        )
        if found is not None:
            event.stop()
            self.dismiss(found)

    def action_choose_field(self, name: str) -> None:
        """Choose by a click."""
        self.dismiss(Field(name))

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)


class FieldTable(Lines):
    """The words, then the fields with their letters, down the columns."""

    def __init__(self, said: str, now: Field | None) -> None:
        super().__init__()
        self._said = said
        self._now = now

    def lines(self, width: int) -> list[Content]:
        lines = [fit(inert(f"“{self._said}”", "italic"), width), Content("")]
        columns = COLUMNS if width >= NEEDED else 2
        entries = [self._entry(field) for field in LETTERS]
        rows = -(-len(entries) // columns)
        cell = max(1, width // columns)
        for row in range(rows):
            cells = [fit(one, cell - 1) for one in entries[row::rows]]
            lines.append(
                fit(
                    Content.assemble(*(one.pad_right(cell - one.cell_length) for one in cells)),
                    width,
                )
            )
        return lines

    def _entry(self, field: Field) -> Content:
        here = ("  now", "$quiet") if field is self._now else ""
        title = (field_title(field.value), f"bold ${hue(field.value)}")
        entry = words((LETTERS[field], "bold $accent"), "  ", title, here)
        return pressable(entry, "choose_field", field.value)
