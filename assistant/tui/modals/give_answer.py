"""Answers a question by hand, in the way that the question is answered."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.domain.bank import (
    AnswerSpec,
    EngagementAnswer,
    FieldAnswer,
    LeadAnswer,
    Question,
    TypedAnswer,
)
from assistant.domain.fields import Polarity
from assistant.tui.drawing import spoken, words
from assistant.tui.lane_call import LaneCall
from assistant.tui.modals.form import Form, labelled
from assistant.tui.widgets.choice import Choice
from assistant.workflows.views import CallView

HINTS = {
    "date": 'A date or a time, as "end of June" or "12 May".',
    "number": "A number.",
    "text": "In your own words.",
}


class GiveAnswer(Form[CallView]):
    """A list to choose from, or a line to type in; gives back the call with the answer."""

    APPLY = "Answer"

    def __init__(self, call: LaneCall, question: Question) -> None:
        super().__init__()
        self._call = call
        self._question = question
        self._options = question.options

    def heading(self) -> str:
        return "Answer by hand"

    def fields(self) -> ComposeResult:
        yield Static(words((spoken(self._question.ask), "bold")), classes="said")
        if self._options:
            choices = [
                Option(words((f"{number}  ", "$accent"), option) if number < 10 else words(option))
                for number, option in enumerate(self._options, start=1)
            ]
            yield OptionList(*choices, id="options")
            return
        yield Static(hint_for(self._question.answer), classes="hint")
        yield labelled("Answer", Input(id="value", compact=True))
        yes_no_open = [(one.value, one.value) for one in Polarity]
        yield labelled("Counts as", Choice(yes_no_open, Polarity.YES.value, id="polarity"))

    def on_mount(self) -> None:
        self.query_one("#options" if self._options else "#value").focus()

    def on_key(self, event: object) -> None:
        """A digit chooses the option of that number."""
        character = getattr(event, "character", None) or ""
        if self._options and character.isdigit() and 0 < int(character) <= len(self._options):
            self._answer(self._options[int(character) - 1], None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._answer(self._options[event.option_index], None)

    def apply(self) -> None:
        if self._options:
            at = self.query_one("#options", OptionList).highlighted or 0
            self._answer(self._options[at], None)
            return
        polarity = Polarity(self.query_one("#polarity", Choice).value)
        self._answer(self.query_one("#value", Input).value, polarity)

    def _answer(self, value: str, polarity: Polarity | None) -> None:
        question = self._question.id
        self.send(
            lambda failed: self._call.ask(
                self, lambda live: live.answer(question, value, polarity), self.done, failed
            )
        )


def hint_for(spec: AnswerSpec) -> str:
    """What can be typed."""
    match spec:
        case TypedAnswer():
            return HINTS.get(spec.type, "")
        case FieldAnswer():
            return 'As you would say it: "about 40k a year", "Dana signs", "by June".'
        case LeadAnswer():
            return "This comes from the lead; what you type here counts for this call."
        case EngagementAnswer():
            return "This comes from the lead's activity; what you type here counts for this call."
        case _:
            return ""
