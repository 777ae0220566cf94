"""A verdict in full: every criterion with its answers' words, the gates, what is missing."""

from textual.content import Content

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.fields import Certainty
from assistant.domain.verdict import Assessment, CriterionResult, Verdict
from assistant.domain.wording import own_value
from assistant.tui.drawing import Lines, fit, indented, inert, row, words, wrapped
from assistant.tui.heard import place_text
from assistant.tui.signs import POLARITY_SIGNS, Sign, answer_sign, field_title, hue
from assistant.tui.widgets.verdict import (
    change_lines,
    criterion_line,
    missing_lines,
    outcome_line,
    score_bar,
)
from assistant.workflows.views import CallView


class VerdictFull(Lines):
    """The verdict of every bank of a call."""

    def __init__(self, view: CallView | None = None) -> None:
        super().__init__()
        self._view = view

    def show(self, view: CallView) -> None:
        """Show another snapshot."""
        self._view = view
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        view = self._view
        if view is None:
            return []
        lines: list[Content] = []
        for bank, assessment in zip(view.banks, view.assessments, strict=True):
            lines += [Content("")] * bool(lines)
            if len(view.banks) > 1:
                lines.append(inert(bank.title.upper(), "bold $quiet"))
            lines += _bank_lines(view, bank, assessment, width)
        return lines


def _bank_lines(view: CallView, bank: Bank, assessment: Assessment, width: int) -> list[Content]:
    verdict: Verdict = assessment.verdict
    lines = [outcome_line(verdict, width), score_bar(verdict.score, width)]
    if verdict.next_action:
        lines += wrapped(words(("Next: ", "$quiet"), verdict.next_action), width, 3)
    if verdict.unconfirmed:
        many = verdict.unconfirmed
        answers = "one unconfirmed answer" if many == 1 else f"{many} unconfirmed answers"
        lines.append(fit(inert(f"Rests on {answers}.", "$warning"), width))
    for result in verdict.reasons:
        lines += [Content(""), *_criterion(view, bank, result, width)]
    return [
        *lines,
        *missing_lines(verdict, width),
        *change_lines(bank, verdict, width),
        *gate_lines(bank, assessment, width),
    ]


def _criterion(view: CallView, bank: Bank, result: CriterionResult, width: int) -> list[Content]:
    by_id = {answer.id: answer for answer in view.answers}
    lines = [criterion_line(bank, result, width)]
    for answer_id in result.answers:
        if answer_id in by_id:
            lines += indented(evidence_lines(view, by_id[answer_id], width - 2), "  ")
    return lines


def evidence_lines(view: CallView, answer: Answer, width: int) -> list[Content]:
    """An answer with its words, where they are, and what became of it."""
    sign, polarity = answer_sign(answer), POLARITY_SIGNS[answer.polarity]
    hedged = " hedged" if answer.certainty is Certainty.HEDGED else ""
    left = words(
        (sign.mark, sign.style),
        " ",
        (field_title(answer.key), f"${hue(answer.key)}"),
        "  ",
        (own_value(answer), "bold"),
    )
    right = words((polarity.word, polarity.style), (hedged, "$warning"))
    lines = [row(left, right, width)]
    if answer.evidence is not None:
        lines += indented(
            wrapped(inert(f"“{answer.evidence.quote}”", "italic"), width - 2, 4), "  "
        )
    where = inert(f"  {place_text(view, answer)}, {sign.word}", "$quiet")
    return [*lines, fit(where, width)]


def gate_lines(bank: Bank, assessment: Assessment, width: int) -> list[Content]:
    """Which gates pass, and what the others lack, under a heading."""
    titles = {gate.id: gate.title for gate in bank.gates}
    lines = [Content(""), inert("Gates", "bold")]
    for result in assessment.gates:
        passes = (
            Sign("✓", "$success", "passes") if result.passed else Sign("○", "$quiet", "blocked")
        )
        left = words((passes.mark, passes.style), " ", titles.get(result.gate, result.gate))
        lines.append(row(left, inert(passes.word, passes.style), width))
        if result.missing:
            missing = inert("; ".join(result.missing), "$quiet")
            lines += indented(wrapped(missing, width - 2, 2), "  ")
    return lines
