"""Moves the lead to a stage. Past a gate that does not pass it needs a reason."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from assistant.domain.lifecycle import MoveOffer
from assistant.tui.drawing import words
from assistant.tui.lane_call import LaneCall
from assistant.tui.modals.form import Form, labelled
from assistant.tui.widgets.choice import Choice
from assistant.workflows.views import EndView


class MoveStage(Form[EndView]):
    """Gives back the ended call with the lead moved."""

    HEADING = "Move the lead"
    APPLY = "Move"

    def __init__(self, call: LaneCall, end: EndView) -> None:
        super().__init__()
        self._call = call
        self._end = end

    def fields(self) -> ComposeResult:
        end, offer = self._end, self._end.offer
        if offer is not None and not offer.passed:
            yield Static(_blocked(offer, end.stage_title(offer.to_stage)), classes="said")
        here = end.call.lead.stage if end.call.lead else ""
        stages = [(one.id, one.title) for one in end.stages if one.id != here]
        next_one = offer.to_stage if offer else ""
        yield labelled("To", Choice(stages, next_one, id="stage"))
        yield labelled("Reason", Input(id="reason", compact=True, placeholder="needed past a gate"))

    def on_mount(self) -> None:
        blocked = self._end.offer is not None and not self._end.offer.passed
        self.query_one("#reason" if blocked else "#stage").focus()

    def apply(self) -> None:
        stage = self.query_one("#stage", Choice).value
        reason = self.query_one("#reason", Input).value
        self.send(
            lambda failed: self._call.ask(
                self, lambda live: live.move(stage, reason), self.done, failed, slips_in=False
            )
        )


def _blocked(offer: MoveOffer, title: str) -> Content:
    missing = "; ".join(offer.missing)
    return words(
        (f"{title} is blocked: ", "$warning"), missing, ". A reason is kept with the move."
    )
