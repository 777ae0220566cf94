"""Gates and their questions: how far each is, in a column or in one line."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widget import Widget

from assistant.tui.drawing import Lines, fit, inert, pressable, row, words
from assistant.tui.heard import carried_answers, words_of
from assistant.tui.signs import CARRIED, QUESTION_SIGNS, gate_sign, short_title
from assistant.workflows.views import CallView, GateView, QuestionView

WIDE = 44
"""From so many cells on, an open question is shown in the bank's own words, too."""
TITLES = 20
"""Cells of signs and short titles in a wide column."""
SET_ASIDE = {"skipped", "not_applicable"}


class OfGates(Lines):
    """Shows the gates of a call."""

    view: CallView | None = None
    current: str = ""

    def show(self, view: CallView, current: str) -> None:
        """Show a call; ``current`` is the question that is asked next."""
        self.view, self.current = view, current
        self.redraw()


class GatesColumn(OfGates):
    """Every gate with its questions and what answers them. A click chooses a question.

    Gates are set apart by a blank row where all of them fit. Those of each of several banks
    stand under its title.
    """

    def lines(self, width: int) -> list[Content]:
        return [line for line, _ in self._numbered(width)]

    def _numbered(self, width: int) -> Iterator[tuple[Content, str]]:
        """The rows, each with the id of the question that it shows."""
        bank, roomy = "", self._roomy
        for gate in self.view.gates if self.view else ():
            if bank and roomy:
                yield Content(""), ""
            if gate.bank != bank:
                bank = gate.bank
                yield inert(self._heading(bank), "bold $quiet"), ""
            yield _gate_line(gate, self._asks_above(gate), width), ""
            for one in gate.questions:
                yield self._question_line(one, width), one.question.id

    def _asks_above(self, gate: GateView) -> bool:
        """Whether questions of the gate are asked under one of a bank before it."""
        banks = {bank.id: bank for bank in self.view.banks} if self.view else {}
        its = [one for one in banks[gate.bank].gates if one.id == gate.id]
        return any(len(one.questions) > len(gate.questions) for one in its)

    def _heading(self, bank_id: str) -> str:
        banks = self.view.banks if self.view else ()
        titles = {bank.id: bank.title.upper() for bank in banks}
        return titles.get(bank_id, bank_id) if len(banks) > 1 else "GATES"

    @property
    def _roomy(self) -> bool:
        gates = self.view.gates if self.view else ()
        banks = len({gate.bank for gate in gates})
        rows = sum(len(gate.questions) + 2 for gate in gates) - 1 + banks
        return isinstance(self.parent, Widget) and rows <= self.parent.size.height

    def line_of_current(self) -> int:
        """The row of the current question, to scroll to."""
        shown = (question for _, question in self._numbered(self.content_size.width))
        return next((at for at, one in enumerate(shown) if one and one == self.current), 0)

    def _said_then(self, key: str) -> str:
        """What an earlier call answered, where this one has no answer."""
        then = carried_answers(self.view, key) if self.view and self.view.earlier else ()
        return f"{CARRIED.mark} {words_of(then[0])}" if then else ""

    def _question_line(self, view: QuestionView, width: int) -> Content:
        sign = QUESTION_SIGNS[view.state]
        here = view.question.id == self.current
        style = "bold" if here else "$quiet" if view.state in SET_ASIDE else ""
        title = inert(short_title(view.question), style)
        left = words(("▸ " if here else "  ", "$accent"), (sign.mark, sign.style), " ", title)
        said = _answer_text(view) or self._said_then(view.question.key)
        if width >= WIDE:
            left = left.pad_right(max(1, TITLES - left.cell_length))
            line = fit(Content.assemble(left, inert(said or view.question.ask, "$quiet")), width)
        else:
            line = row(left, fit(inert(said, "$quiet"), width - left.cell_length - 2), width)
        return pressable(line, "choose", view.question.id)


class GatesStrip(OfGates):
    """As many gates as a line holds, for narrow terminals. A click lists the questions."""

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return []
        parts = [_strip_part(gate) for gate in self.view.gates]
        return [pressable(_as_many(parts, width), "go_to")]


def _gate_line(gate: GateView, above: bool, width: int) -> Content:  # noqa: FBT001  # a fact
    """``above``: questions of the gate stand under one of another bank, and are counted there."""
    sign = gate_sign(gate)
    left = words((sign.mark, sign.style), " ", (gate.title, "bold"))
    count = f"{gate.answered}/{len(gate.questions)}" if gate.questions else "above"
    told: tuple[str, ...] = (f"{count}, the rest above", f"above + {count}") if above else ()
    told = told if gate.questions else ("asked above",)
    room = width - left.cell_length
    return row(left, inert(next((one for one in told if len(one) < room), count), "$quiet"), width)


def _answer_text(view: QuestionView) -> str:
    """The latest answer in force in a few words; else what became of the question."""
    if view.state in {"suggested", "confirmed"}:
        return words_of([answer for answer in view.answers if answer.in_force][-1])
    return QUESTION_SIGNS[view.state].word if view.state != "open" else ""


def _as_many(parts: Sequence[Content], width: int) -> Content:
    """The first parts that fit, and how many more there are."""
    gap, line = Content("   "), Content("")
    for kept in range(len(parts), 0, -1):
        more = [inert(f"+{len(parts) - kept}", "$quiet")] if kept < len(parts) else []
        line = gap.join([*parts[:kept], *more])
        if line.cell_length <= width:
            return line
    return fit(line, width)


def _strip_part(gate: GateView) -> Content:
    sign = gate_sign(gate)
    count = f" {gate.answered}/{len(gate.questions)}" if gate.questions else ""
    return words((sign.mark, sign.style), " ", gate.title, (count, "$quiet"))
