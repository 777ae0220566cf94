"""Puts the rep's verdict over the assistant's. A reason is needed and kept."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from assistant.domain.verdict import Outcome
from assistant.tui.lane_call import LaneCall
from assistant.tui.modals.form import Form, labelled
from assistant.tui.widgets.choice import Choice
from assistant.workflows.views import EndView


class OverrideVerdict(Form[EndView]):
    """Gives back the ended call with the verdict put over."""

    HEADING = "Override the verdict"
    APPLY = "Override"

    def __init__(self, call: LaneCall, now: Outcome) -> None:
        super().__init__()
        self._call = call
        self._now = now

    def fields(self) -> ComposeResult:
        outcomes = [(one.value, one.value) for one in Outcome]
        yield Static("Both verdicts are kept, yours is the one in force.", classes="hint")
        yield labelled("Verdict", Choice(outcomes, self._now.value, id="outcome"))
        yield labelled("Reason", Input(id="reason", compact=True, placeholder="needed, and kept"))

    def on_mount(self) -> None:
        self.query_one("#outcome").focus()

    def apply(self) -> None:
        outcome = Outcome(self.query_one("#outcome", Choice).value)
        reason = self.query_one("#reason", Input).value
        self.send(
            lambda failed: self._call.ask(
                self, lambda live: live.override(outcome, reason), self.done, failed, slips_in=False
            )
        )
