"""Finds a gate or a question: type to narrow the list down, Enter chooses."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from assistant.tui.drawing import words
from assistant.tui.modals.modal import Modal
from assistant.tui.signs import QUESTION_SIGNS, gate_sign, short_title
from assistant.workflows.views import CallView, GateView, QuestionView


class GoTo(Modal[str | None]):
    """Gives back the id of a question."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("down", "cursor(1)", "Down", priority=True),
        Binding("up", "cursor(-1)", "Up", priority=True),
    ]

    def __init__(self, view: CallView) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet broad") as sheet:
            sheet.border_title = "Go to a question"
            sheet.border_subtitle = "type to find, Enter chooses"
            yield Input(placeholder="gate or words of the question", compact=True)
            questions = OptionList(id="questions")
            questions.can_focus = False
            yield questions

    def on_mount(self) -> None:
        self._fill("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, wanted: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        for gate in self._view.gates:
            found = [one for one in gate.questions if matches(gate, one, wanted)]
            if found:
                options.add_option(_heading(gate))
                options.add_options(_option(one) for one in found)
        first = next((at for at, one in enumerate(options.options) if not one.disabled), None)
        options.highlighted = first
        if first is None:
            none = words(("No question has these words.", "$quiet"))
            options.add_option(Option(none, disabled=True))

    def action_cursor(self, by: int) -> None:
        """Move through the list while typing."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    @on(Input.Submitted)
    def _choose(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def matches(gate: GateView, view: QuestionView, wanted: str) -> bool:
    """Whether every word that was typed is in the gate's title, the question or its id."""
    text = f"{gate.title} {view.question.id} {view.question.ask} {view.state}".casefold()
    return all(word in text for word in wanted.casefold().split())


def _heading(gate: GateView) -> Option:
    sign = gate_sign(gate)
    count = f"  {gate.answered} of {len(gate.questions)}"
    title = words((sign.mark, sign.style), " ", (gate.title, "bold"), (count, "$quiet"))
    return Option(title, disabled=True)


def _option(view: QuestionView) -> Option:
    sign = QUESTION_SIGNS[view.state]
    label = (f"{short_title(view.question):<14}", "bold")
    text = words("  ", (sign.mark, sign.style), " ", label, " ", view.question.ask)
    return Option(text, id=view.question.id)
