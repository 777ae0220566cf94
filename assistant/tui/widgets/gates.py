"""Gates and their questions: how far each is, in a column or in one line."""

from textual.content import Content

from assistant.tui.drawing import Lines, fit, inert, pressable, row, words
from assistant.tui.signs import QUESTION_SIGNS, gate_sign, short_title
from assistant.workflows.views import CallView, GateView, QuestionView

WIDE = 44
"""From so many cells on, a question is shown in the bank's own words."""


class OfGates(Lines):
    """Shows the gates of a call."""

    view: CallView | None = None
    current: str = ""

    def show(self, view: CallView, current: str) -> None:
        """Show a call; ``current`` is the question that is asked next."""
        self.view, self.current = view, current
        self.refresh(layout=True)


class GatesColumn(OfGates):
    """Every gate with its questions. A click chooses a question."""

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return []
        lines: list[Content] = []
        for gate in self.view.gates:
            lines += [*([Content("")] if lines else []), _gate_line(gate, width)]
            lines += [self._question_line(one, width) for one in gate.questions]
        return lines

    def line_of_current(self) -> int:
        """The row of the current question, to scroll to."""
        at = 0
        for gate in self.view.gates if self.view else ():
            at += 2 if at else 1
            for number, one in enumerate(gate.questions):
                if one.question.id == self.current:
                    return at + number
            at += len(gate.questions)
        return 0

    def _question_line(self, view: QuestionView, width: int) -> Content:
        sign = QUESTION_SIGNS[view.state]
        here = view.question.id == self.current
        title = view.question.ask if width >= WIDE else short_title(view.question)
        quiet = view.state in {"skipped", "not_applicable"}
        text = inert(title, "bold" if here else "$quiet" if quiet else "")
        left = words(("▸ " if here else "  ", "$accent"), (sign.mark, sign.style), " ", text)
        word = sign.word if view.state != "open" else ""
        line = row(left, inert(word, sign.style if view.state != "open" else ""), width)
        return pressable(line, "choose", view.question.id)


class GatesStrip(OfGates):
    """All gates in one line, for narrow terminals. A click lists the questions."""

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return []
        parts = [_strip_part(gate) for gate in self.view.gates]
        return [pressable(fit(Content("   ").join(parts), width), "go_to")]


def _gate_line(gate: GateView, width: int) -> Content:
    sign = gate_sign(gate)
    left = words((sign.mark, sign.style), " ", (gate.title, "bold"))
    return row(left, inert(f"{gate.answered}/{len(gate.questions)}", "$quiet"), width)


def _strip_part(gate: GateView) -> Content:
    sign = gate_sign(gate)
    count = f" {gate.answered}/{len(gate.questions)}"
    return words((sign.mark, sign.style), " ", gate.title, (count, "$quiet"))
