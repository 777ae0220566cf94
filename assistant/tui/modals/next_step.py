"""What was agreed on at the end of a call, and for when."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from assistant.tui.lane_call import LaneCall
from assistant.tui.modals.form import Form, labelled
from assistant.workflows.views import EndView


class NextStep(Form[EndView]):
    """Gives back the ended call with the step."""

    HEADING = "Next step"
    APPLY = "Agreed"

    def __init__(self, call: LaneCall) -> None:
        super().__init__()
        self._call = call

    def fields(self) -> ComposeResult:
        yield Static("It stands in the summary and in the follow-up text.", classes="hint")
        yield labelled("What", Input(id="step", compact=True, placeholder="demo with her partner"))
        yield labelled("When", Input(id="when", compact=True, placeholder="next Tuesday, 17 March"))

    def on_mount(self) -> None:
        self.query_one("#step").focus()

    def apply(self) -> None:
        step = self.query_one("#step", Input).value
        when = self.query_one("#when", Input).value
        self.send(
            lambda failed: self._call.ask(
                self, lambda live: live.agree(step, when), self.done, failed, slips_in=False
            )
        )
