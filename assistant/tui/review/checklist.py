"""The checklist of a review: gates, their questions, what answers them. Pure."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from assistant.domain.answers import Answer
from assistant.tui.drawing import indented, inert, row, words, wrapped
from assistant.tui.review.answers import indented_answer
from assistant.tui.review.index import ReviewIndex, answer_key
from assistant.tui.review.remarks import Local
from assistant.tui.signs import QUESTION_SIGNS, gate_sign
from assistant.tui.widgets.blocks import Block, Drawn
from assistant.tui.wrapping import rows_of
from assistant.workflows.views import GateView, QuestionView


def checklist_blocks(index: ReviewIndex, local: Local) -> Iterator[Block]:
    """Gate by gate; then answers that no question asked for."""
    shown: set[str] = set()
    for number, gate in enumerate(index.view.call.gates):
        yield Drawn("", partial(_gate_lines, gate, number > 0))
        for question in gate.questions:
            yield Drawn("", partial(_question_lines, question))
            for answer in question.answers:
                shown.add(answer.id)
                yield _answer(index, question.question.id, answer, local)
    others = [one for one in index.view.call.answers if one.id not in shown]
    if others:
        about = "Heard, though no question of the checklist asks for it"
        yield Drawn("", lambda width: [Content(""), *rows_of(inert(about, "bold $quiet"), width)])
        for answer in others:
            yield _answer(index, "also", answer, local)


def _answer(index: ReviewIndex, group: str, answer: Answer, local: Local) -> Block:
    return Drawn(answer_key(group, answer.id), partial(indented_answer, index, answer, local))


def _gate_lines(gate: GateView, apart: bool, width: int) -> list[Content]:  # noqa: FBT001
    sign = gate_sign(gate)
    left = words((sign.mark, sign.style), " ", (gate.title, "bold"))
    asked = f"{gate.answered} of {len(gate.questions)}" if gate.questions else "asked above"
    right = words((asked, "$quiet"), (" · ", "$faint"), (sign.word, sign.style))
    lines = [Content("")] if apart else []
    lines.append(row(left, right, width))
    if not gate.passed and gate.missing:
        missing = words(("missing: ", "$warning"), ("; ".join(gate.missing), "$quiet"))
        lines += indented(wrapped(missing, max(1, width - 2), 3), "  ")
    return lines


def _question_lines(view: QuestionView, width: int) -> list[Content]:
    sign = QUESTION_SIGNS[view.state]
    ask = inert(view.question.ask, "" if view.answers else "$quiet")
    first, *rest = wrapped(ask, max(1, width - 2), 3) or [Content("")]
    return [words((sign.mark, sign.style), " ", first), *indented(rest, "  ")]
