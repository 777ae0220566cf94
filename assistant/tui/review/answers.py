"""An answer in a review: its words, where they are, who decided what on it. Pure."""

from textual.content import Content

from assistant.domain.answers import Answer, Decision
from assistant.tui.drawing import indented, words
from assistant.tui.review.index import ReviewIndex
from assistant.tui.review.remarks import Local, remark_lines, when
from assistant.tui.widgets.verdict_full import evidence_lines
from assistant.tui.wrapping import rows_of

ACTIONS = {
    "confirm": "confirmed",
    "edit": "edited",
    "reject": "rejected",
    "add": "added by hand",
    "restore": "taken back",
}


def answer_lines(index: ReviewIndex, answer: Answer, local: Local, width: int) -> list[Content]:
    """An answer with its quote, the last decision on it, and what was said about it."""
    lines = evidence_lines(index.view.call, answer, width)
    decision = index.decisions.get(answer.id)
    if decision is not None:
        lines += indented(rows_of(_decided(decision, local), max(1, width - 2)), "  ")
    for remark in index.on_answer.get(answer.id, ()):
        lines += remark_lines(remark, width)
    return lines


def indented_answer(index: ReviewIndex, answer: Answer, local: Local, width: int) -> list[Content]:
    """An answer beneath what it answers."""
    return indented(answer_lines(index, answer, local, max(1, width - 2)), "  ")


def _decided(decision: Decision, local: Local) -> Content:
    reason = f": “{decision.reason}”" if decision.reason else ""
    return words(
        f"{ACTIONS[decision.action]} by ",
        (decision.by.name, "bold"),
        (f" {when(decision.at, local)}", "$quiet"),
        (reason, "italic"),
    )
