"""Signs, colours and words for what is shown. Colour is never the only signal.

Styles are Textual's: theme variables and attributes. Every sign is one cell wide.
"""

from typing import NamedTuple

from assistant.domain.answers import Answer, Status
from assistant.domain.bank import Question
from assistant.domain.fields import Field, Polarity
from assistant.domain.verdict import CriterionResult, CriterionStatus, Outcome
from assistant.workflows.views import EARLIER, GateView, QuestionState


class Sign(NamedTuple):
    """A character, its style, and what it means in a word."""

    mark: str
    style: str
    word: str


QUESTION_SIGNS: dict[QuestionState, Sign] = {
    "open": Sign("○", "$quiet", "open"),
    "asked": Sign("…", "$primary", "asked"),
    "suggested": Sign("◆", "$warning", "suggested"),
    "confirmed": Sign("✓", "$success", "confirmed"),
    "contradicted": Sign("≠", "bold $error", "contradicted"),
    "skipped": Sign("→", "$quiet", "skipped"),
    "not_applicable": Sign("⊘", "$quiet", "does not apply"),
}
CRITERION_SIGNS: dict[CriterionStatus, Sign] = {
    CriterionStatus.MET: Sign("✓", "$success", "met"),
    CriterionStatus.UNMET: Sign("✗", "$error", "unmet"),
    CriterionStatus.UNKNOWN: Sign("?", "$quiet", "unknown"),
}
HEDGED = Sign("~", "$warning", "met, hedged")
OUTCOME_STYLES: dict[Outcome, str] = {
    Outcome.QUALIFIED: "bold $success",
    Outcome.NURTURE: "bold $warning",
    Outcome.DISQUALIFIED: "bold $error",
    Outcome.INCOMPLETE: "bold $foreground",
}
POLARITY_SIGNS: dict[Polarity, Sign] = {
    Polarity.YES: Sign("+", "$success", "yes"),
    Polarity.NO: Sign("-", "$error", "no"),
    Polarity.OPEN: Sign("?", "$warning", "open"),
}
STATUS_SIGNS: dict[Status, Sign] = {
    Status.SUGGESTED: QUESTION_SIGNS["suggested"],
    Status.CONFIRMED: QUESTION_SIGNS["confirmed"],
    Status.EDITED: Sign("✎", "$success", "edited"),
    Status.REJECTED: Sign("✗", "$quiet", "rejected"),
}
SUPERSEDED = Sign("↑", "$quiet", "replaced by a later answer")
CARRIED = Sign("«", "$primary", "from an earlier call")
CONFLICT = Sign("⇄", "bold $error", "said apart")
STALE = Sign("∅", "$quiet", "its words are gone")

_HUES: dict[str, str] = {
    Field.BUDGET.value: "field-budget",
    Field.AUTHORITY.value: "field-authority",
    Field.DECISION_PROCESS.value: "field-authority",
    Field.DECISION_CRITERIA.value: "field-authority",
    Field.ROLE.value: "field-authority",
    Field.NEED.value: "field-need",
    Field.GOAL.value: "field-need",
    Field.CURRENT_SOLUTION.value: "field-need",
    Field.TIMELINE.value: "field-timeline",
    Field.PRIORITY.value: "field-timeline",
    Field.NEXT_STEP.value: "field-timeline",
}
HUES = ("field-budget", "field-authority", "field-need", "field-timeline", "field-other")


def hue(key: str) -> str:
    """The name of the colour variable of an answer's key, without the dollar sign."""
    return _HUES.get(key, "field-other")


def answer_sign(answer: Answer) -> Sign:
    """What became of an answer."""
    if answer.found_by.startswith(EARLIER) and not answer.decided:
        return CARRIED
    if answer.status is Status.REJECTED:
        return STATUS_SIGNS[answer.status]
    if answer.stale and not answer.decided:
        return STALE
    if answer.superseded_by is not None:
        return SUPERSEDED
    if answer.contradicts and not answer.decided:
        return QUESTION_SIGNS["contradicted"]
    return STATUS_SIGNS[answer.status]


def criterion_sign(result: CriterionResult) -> Sign:
    """Whether a criterion is met, and if on hedged words only."""
    if result.status is CriterionStatus.MET and result.hedged:
        return HEDGED
    return CRITERION_SIGNS[result.status]


def gate_sign(gate: GateView) -> Sign:
    """Whether a gate passes, has begun, or is untouched."""
    if gate.passed:
        return Sign("✓", "$success", "passes")
    states = {view.state for view in gate.questions}
    if "contradicted" in states:
        return QUESTION_SIGNS["contradicted"]
    return Sign("◐", "$warning", "begun") if gate.answered else Sign("○", "$quiet", "open")


def field_title(key: str) -> str:
    """An answer's key in words: ``current_solution`` is "current solution"."""
    return key.rpartition(".")[2].replace("_", " ")


def short_title(question: Question) -> str:
    """Two or three words for a question: the last part of its id."""
    return field_title(question.id)
