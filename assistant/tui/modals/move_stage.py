"""Moves a lead to a stage. Past a gate that does not pass it needs a reason."""

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widgets import Input, Static

from assistant.domain.errors import Blocked
from assistant.domain.lifecycle import MoveOffer, Stage
from assistant.domain.people import Lead
from assistant.tui.drawing import inert, words
from assistant.tui.lane_call import LaneCall
from assistant.tui.modals.form import Form, labelled
from assistant.tui.widgets.choice import Choice
from assistant.workflows.lead_views import LeadPage
from assistant.workflows.views import EndView

NEEDS_REASON = "Give a reason to move all the same; it is kept with the move."


class MoveForm(Form[ScreenResultType]):
    """Shows how the gates into the chosen stage stand."""

    HEADING = "Move the lead"
    APPLY = "Move"

    def __init__(self, stages: Sequence[Stage], here: str, offer: MoveOffer | None) -> None:
        super().__init__()
        self._stages = [(one.id, one.title) for one in stages if one.id != here]
        self._offer = offer

    def offer_to(self, stage: str) -> MoveOffer | None:
        """The move to a stage, with its gates. Called in the lane."""
        raise NotImplementedError

    def move(self, stage: str, reason: str, failed: Callable[[Exception], None]) -> None:
        """Start the move."""
        raise NotImplementedError

    def fields(self) -> ComposeResult:
        to = self._offer.to_stage if self._offer else ""
        yield labelled("To", Choice(self._stages, to, id="stage"))
        yield Static(self._gate_words(self._offer), id="gates", classes="said")
        yield labelled("Reason", Input(id="reason", compact=True, placeholder="needed past a gate"))

    def on_mount(self) -> None:
        blocked = self._offer is not None and not self._offer.passed
        self.query_one("#reason" if blocked else "#stage").focus()

    @on(Choice.Changed)
    def _look_again(self) -> None:
        stage = self.query_one("#stage", Choice).value
        self.app.ask(self, lambda: self.offer_to(stage), self._show, self.complain)

    def _show(self, offer: MoveOffer | None) -> None:
        if offer is None or offer.to_stage == self.query_one("#stage", Choice).value:
            self._offer = offer
            self.query_one("#gates", Static).update(self._gate_words(offer))

    def _gate_words(self, offer: MoveOffer | None) -> Content:
        banks = self.app.bench.playbook.banks.values()
        return gate_words(
            offer, {f"{bank.id}.{gate.id}": gate.title for bank in banks for gate in bank.gates}
        )

    def apply(self) -> None:
        stage = self.query_one("#stage", Choice).value
        reason = self.query_one("#reason", Input).value
        offer = self._offer
        if offer and offer.to_stage == stage and not offer.passed and not reason.strip():
            self.complain(Blocked(NEEDS_REASON, offer.missing))
            return
        self.send(lambda failed: self.move(stage, reason, failed))


class MoveStage(MoveForm[EndView]):
    """Gives back the ended call with its lead moved."""

    def __init__(self, call: LaneCall, end: EndView) -> None:
        here = end.call.lead.stage if end.call.lead else ""
        super().__init__(end.stages, here, end.offer)
        self._call = call
        self._end = end

    def offer_to(self, stage: str) -> MoveOffer | None:
        from assistant.workflows.ending import offer_for

        view = self._end.call
        return offer_for(self.app.bench, view.lead, view.call, stage) if view.lead else None

    def move(self, stage: str, reason: str, failed: Callable[[Exception], None]) -> None:
        self._call.ask(
            self, lambda live: live.move(stage, reason), self.done, failed, slips_in=False
        )


class MoveLead(MoveForm[Lead]):
    """Gives back the lead as it is after the move, outside of a call."""

    def __init__(self, page: LeadPage) -> None:
        super().__init__(page.stages, page.view.lead.stage, page.offer)
        self._lead = page.view.lead

    def offer_to(self, stage: str) -> MoveOffer | None:
        from assistant.workflows.people import offer

        return offer(self.app.bench, self._lead, stage)

    def move(self, stage: str, reason: str, failed: Callable[[Exception], None]) -> None:
        from assistant.workflows import people

        lead, bench = self._lead, self.app.bench
        self.app.ask(
            self, lambda: people.move(bench, lead, to=stage, reason=reason), self.done, failed
        )


def gate_words(offer: MoveOffer | None, titles: Mapping[str, str]) -> Content:
    """How the gates of a move stand, a line each, and what they lack.

    ``titles`` are those of gates, by ``bank.gate``.
    """
    if offer is None or not offer.gates:
        return inert("No gate lies on the way.", "$quiet")
    blocked = set(offer.blocked_by)
    lines = []
    for gate in offer.gates:
        title = titles.get(gate, gate)
        if gate in blocked:
            lines.append(words(("○ ", "$warning"), title, (" blocked", "$warning")))
        else:
            lines.append(words(("✓ ", "$success"), title, (" passes", "$success")))
    lines += [words(("  · ", "$quiet"), one) for one in offer.missing]
    if blocked:
        lines.append(inert("Moving all the same needs a reason; it is kept.", "$quiet"))
    return Content("\n").join(lines)
