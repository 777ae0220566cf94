"""Puts an answer right: its value, field, polarity and certainty. Its words stay."""

from collections.abc import Callable
from typing import TypeVar

from textual.app import ComposeResult
from textual.message_pump import MessagePump
from textual.widgets import Input, Static

from assistant.domain.answers import Answer
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.inert import make_inert
from assistant.domain.wording import value_text
from assistant.tui.drawing import words
from assistant.tui.modals.form import Form, labelled
from assistant.tui.signs import field_title
from assistant.tui.widgets.choice import Choice
from assistant.workflows.deciding import AnswerEdit

View = TypeVar("View")
Failed = Callable[[Exception], None]
Save = Callable[[MessagePump, Answer, AnswerEdit, Callable[[View], None], Failed], None]
"""Makes an edit for a form; the call comes back, or what is wrong with the edit."""


class EditAnswer(Form[View]):
    """Gives back the call as it is after the edit, which ``save`` makes."""

    HEADING = "Edit the answer"
    APPLY = "Save"

    def __init__(self, save: Save[View], answer: Answer) -> None:
        super().__init__()
        self._save = save
        self._answer = answer
        self._value = make_inert(value_text(answer.value))

    def fields(self) -> ComposeResult:
        answer = self._answer
        if answer.evidence is not None:
            yield Static(words((f"“{answer.evidence.quote}”", "italic")), classes="said")
        yield labelled("Value", Input(self._value, id="value", compact=True, select_on_focus=False))
        if answer.field is not None:
            titles = sorted((field.value, field_title(field.value)) for field in Field)
            yield labelled("Field", Choice(titles, answer.field.value, id="field"))
        yes_no_open = [(one.value, one.value) for one in Polarity]
        yield labelled("Counts as", Choice(yes_no_open, answer.polarity.value, id="polarity"))
        sure = [(one.value, one.value) for one in Certainty]
        yield labelled("Certainty", Choice(sure, answer.certainty.value, id="certainty"))

    def on_mount(self) -> None:
        self.query_one("#value", Input).focus()

    def change(self) -> AnswerEdit:
        """What was changed; the value only where other words are written for it."""
        typed = self.query_one("#value", Input).value
        same = typed.strip() == self._value.strip()
        field = self.query_one("#field", Choice).value if self._answer.field else None
        return AnswerEdit(
            field=Field(field) if field else None,
            polarity=Polarity(self.query_one("#polarity", Choice).value),
            certainty=Certainty(self.query_one("#certainty", Choice).value),
            value=None if same else typed,
        )

    def apply(self) -> None:
        change = self.change()
        self.send(lambda failed: self._save(self, self._answer, change, self.done, failed))
