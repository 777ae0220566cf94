"""What can be done once a call has ended: the recorded verdict and the stage move, in words."""

from textual.content import Content

from assistant.domain.answers import Answer
from assistant.domain.fields import Field, Polarity
from assistant.domain.verdict import RecordedVerdict
from assistant.tui.drawing import Lines, indented, inert, words, wrapped
from assistant.tui.heard import words_of
from assistant.tui.signs import OUTCOME_STYLES, answer_sign
from assistant.workflows.views import CallView, EndView

MOST_STEPS = 3
"""So many next steps are shown."""


class RecordedLines(Lines):
    """The verdict in force, and the one it was put over."""

    def __init__(self, view: CallView) -> None:
        super().__init__(id="recorded")
        self._view = view

    def show(self, view: CallView) -> None:
        """Show another snapshot."""
        self._view = view
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        lines = [inert("RECORDED VERDICT", "bold $quiet")]
        for recorded in reversed(self._view.verdicts[-3:]):
            lines += _recorded(recorded, width)
        return lines


class StepLines(Lines):
    """What was agreed on: what a person said first, then what was heard."""

    def __init__(self, view: CallView) -> None:
        super().__init__(id="step-words")
        self._view = view

    def show(self, view: CallView) -> None:
        """Show another snapshot."""
        self._view = view
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        heading = inert("NEXT STEP", "bold $quiet")
        steps = agreed_steps(self._view)
        if not steps:
            return [heading, inert("○ None is agreed yet.", "$warning")]
        lines = [heading]
        for step in steps[:MOST_STEPS]:
            sign = answer_sign(step)
            said = words((sign.mark, sign.style), " ", (words_of(step), "bold"))
            lines += wrapped(said, width, 2)
        return lines


def agreed_steps(view: CallView) -> list[Answer]:
    """The next steps that were said with a yes, those that a person decided on first."""
    said = [
        one
        for one in view.answers
        if one.field is Field.NEXT_STEP and one.in_force and one.polarity is Polarity.YES
    ]
    said.reverse()
    return sorted(said, key=lambda one: not one.decided)


class MoveLines(Lines):
    """The stage move that is offered, and what its gates lack."""

    def __init__(self, end: EndView) -> None:
        super().__init__(id="move-words")
        self._end = end

    def show(self, end: EndView) -> None:
        """Show another snapshot."""
        self._end = end
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        heading = inert("STAGE", "bold $quiet")
        view, offer = self._end.call, self._end.offer
        if view.lead is None:
            about = "This call has no lead, so there is no stage to move."
            return [heading, *wrapped(inert(about, "$quiet"), width, 2)]
        now = words((view.lead.name, "bold"), " is ", (view.stage, "bold"))
        if offer is None:
            return [heading, *wrapped(now, width, 2), inert("This is the last stage.", "$quiet")]
        to = words(("→ ", "$accent"), (self._end.stage_title(offer.to_stage), "bold"))
        lines = [heading, *wrapped(now, width, 2), *wrapped(to, width, 2)]
        if offer.passed:
            return [*lines, inert("✓ Every gate passes.", "$success")]
        lines.append(inert("○ Blocked. What is missing:", "$warning"))
        for one in offer.missing:
            lines += indented(wrapped(inert(one), width - 2, 3), words(("· ", "$quiet")))
        return lines


def _recorded(recorded: RecordedVerdict, width: int) -> list[Content]:
    outcome = recorded.verdict.outcome
    who = f"{recorded.by.name} ({recorded.kind})" if recorded.by else "the assistant"
    line = words((str(outcome).upper(), OUTCOME_STYLES[outcome]), (f"  by {who}", "$quiet"))
    reason = wrapped(inert(f"“{recorded.reason}”", "italic"), width - 2, 3)
    return [*wrapped(line, width, 2), *(indented(reason, "  ") if recorded.reason else [])]
