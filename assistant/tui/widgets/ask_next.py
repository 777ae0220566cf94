"""What to ask now: the wording, the reason, and what else."""

from textual.content import Content

from assistant.domain.bank import Question
from assistant.domain.verdict import NextQuestion
from assistant.tui.drawing import (
    Lines,
    fit,
    indented,
    inert,
    pressable,
    row,
    spoken,
    words,
    wrapped,
)
from assistant.tui.heard import carried_answers, place_text, words_of
from assistant.tui.signs import CARRIED, QUESTION_SIGNS
from assistant.workflows.views import CallView, QuestionView

OR = "  or  "
ROOMY = 36
"""Rows of a screen from which on other wordings are shown in full."""


def question_view(view: CallView, question_id: str) -> QuestionView | None:
    """The question of a call with that id."""
    every = (one for gate in view.gates for one in gate.questions)
    return next((one for one in every if one.question.id == question_id), None)


class AskNext(Lines):
    """The best next question and two more; or the question that the rep has chosen."""

    view: CallView | None = None
    chosen: str = ""

    def show(self, view: CallView, chosen: str) -> None:
        """Show a call. ``chosen`` is the id of the rep's question; "" is the best next one."""
        self.view, self.chosen = view, chosen
        self.redraw()

    @property
    def tight(self) -> bool:
        """Whether there is little height."""
        return self.app.size.height < 30

    def lines(self, width: int) -> list[Content]:
        if self.view is None:
            return []
        chosen = question_view(self.view, self.chosen)
        if chosen is not None:
            return self._chosen_lines(chosen, width)
        heading = inert("ASK NEXT", "bold $quiet")
        offers = self.view.next_questions
        if not offers:
            return [heading, inert("Every question is answered or set aside.", "$quiet")]
        return [heading, *self._offer(offers[0], width), *self._others(offers[1:], width)]

    def _offer(self, offer: NextQuestion, width: int) -> list[Content]:
        say = pressable(inert(spoken(offer.say), "bold"), "choose", offer.question)
        because = inert(f"{offer.because}", "$quiet")
        return [
            *wrapped(say, width, 2 if self.tight else 3),
            *indented(wrapped(because, width - 2, 1 if self.tight else 2), "  "),
            *self._said_then(offer.question, width),
        ]

    def _said_then(self, question: str, width: int) -> list[Content]:
        """What an earlier call answered to it, with its date: to be asked whether it holds."""
        view = question_view(self.view, question) if self.view else None
        if self.view is None or view is None:
            return []
        then = carried_answers(self.view, view.question.key)[:1]
        told = [f"{place_text(self.view, one)}: {words_of(one)}" for one in then]
        return [fit(words((f"  {CARRIED.mark} ", CARRIED.style), one), width) for one in told]

    def _others(self, offers: tuple[NextQuestion, ...], width: int) -> list[Content]:
        lines: list[Content] = []
        heard = self.view is not None and (self.view.answers or self.view.still_open)
        for offer in offers[: 1 if self.tight and heard else 2]:
            say = pressable(inert(spoken(offer.say)), "choose", offer.question)
            lines += self._or(say, width)
        return lines

    def _or(self, say: Content, width: int) -> list[Content]:
        """Another wording: all of it where there is height, for it is there to be said aloud."""
        rows = 2 if self.app.size.height >= ROOMY else 1
        lines = wrapped(say, width - len(OR), rows)
        return [*indented(lines[:1], inert(OR, "$quiet")), *indented(lines[1:], " " * len(OR))]

    def _chosen_lines(self, view: QuestionView, width: int) -> list[Content]:
        question: Question = view.question
        sign = QUESTION_SIGNS[view.state]
        state = words((sign.mark, sign.style), " ", (sign.word, sign.style))
        back = pressable(inert("  back", "$primary"), "choose", "")
        heading = row(inert("YOUR CHOICE", "bold $quiet"), Content.assemble(state, back), width)
        others = [*question.also, *question.follow_ups][: 1 if self.tight else 3]
        lines = [heading, *wrapped(inert(spoken(question.ask), "bold"), width, 3)]
        lines += self._said_then(question.id, width)
        if question.why:
            why = wrapped(inert(question.why, "$quiet"), width - 2, 1 if self.tight else 2)
            lines += indented(why, "  ")
        for other in others:
            lines += self._or(inert(spoken(other)), width)
        return lines
