"""What a rep does in a call with answers and with questions."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import getters
from textual.message_pump import MessagePump

from assistant.domain.answers import Answer
from assistant.tui.asking import AskingScreen
from assistant.tui.heard import carried_of, words_of
from assistant.tui.lane_call import LaneCall
from assistant.tui.signs import CARRIED, STATUS_SIGNS, answer_sign, field_title
from assistant.tui.widgets.ask_next import question_view
from assistant.tui.widgets.heard import Heard
from assistant.workflows.views import TAKEN_BACK, CallView, Carried

if TYPE_CHECKING:
    from assistant.workflows.deciding import AnswerEdit

Mark = Literal["asked", "skipped", "not_applicable", "open"]


class ActingScreen(AskingScreen):
    """Its ``call`` and ``view`` are made by the screen itself.

    ``chosen`` is the question that the rep looks at; "" is the best next one.
    """

    heard = getters.query_one(Heard)
    call: LaneCall
    view: CallView | None = None
    chosen: str = ""

    def show_view(self, view: CallView) -> None:
        """Show a snapshot everywhere."""
        raise NotImplementedError

    def scroll_to_aims(self) -> None:
        """Bring into sight what commands act on."""
        raise NotImplementedError

    @property
    def current_question(self) -> str:
        """The id of the question that commands act on: the chosen one, else the next one."""
        offers = self.view.next_questions if self.view else ()
        return self.chosen or (offers[0].question if offers else "")

    # Answers

    def _decide(self, act: Literal["confirm", "reject"]) -> None:
        answer = self._aimed_at()
        if answer is not None:
            answer_id = answer.id
            self.heard.decided(answer_id)
            carried = carried_of(self.view, answer_id) if self.view else None
            if carried is not None:
                holds = act == "confirm"
                self.call.act(lambda live: live.carry(carried, holds=holds))
                return
            self.call.act(lambda live: getattr(live, act)(answer_id))

    def _aimed_at(self) -> Answer | None:
        answer = self.heard.aim
        if answer is None:
            self.app.say("There is no answer to decide on.")
        elif answer_sign(answer) is CARRIED:
            return answer
        elif answer.evidence is None and not answer.decided:
            self.app.say("This comes from the lead. Write an answer to put another one over it.")
            return None
        return answer

    def action_confirm(self) -> None:
        """Say that the answer is right."""
        self._decide("confirm")

    def action_reject(self) -> None:
        """Say that it is no answer."""
        self._decide("reject")

    def action_edit(self) -> None:
        """Put the answer right."""
        answer = self._aimed_at()
        if answer is not None:
            from assistant.tui.modals.edit_answer import EditAnswer

            carried = carried_of(self.view, answer.id) if self.view else None
            save = partial(self._save_carried, carried) if carried else self.save_edit
            self.app.push_screen(EditAnswer(save, answer), self._formed)

    def save_edit(
        self,
        owner: MessagePump,
        answer: Answer,
        change: "AnswerEdit",
        then: Callable[[CallView], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Make an edit for the form that asks for it."""
        self.call.ask(owner, lambda live: live.edit(answer.id, change), then, failed)

    def _save_carried(
        self,
        carried: Carried,
        owner: MessagePump,
        _: Answer,
        change: "AnswerEdit",
        then: Callable[[CallView], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Put right what an earlier call answered, as an answer of this one."""
        self.call.ask(owner, lambda live: live.carry(carried, change=change), then, failed)

    def action_undo(self) -> None:
        """Take back the last decision."""
        self.call.ask(self, lambda live: live.take_back(), self._taken_back)

    def _taken_back(self, taken: tuple[Answer | None, CallView]) -> None:
        answer, view = taken
        self.call.shown(view)
        if answer is None:
            self.app.say("There is no decision of yours to take back.")
            return
        again = answer.found_by.startswith(TAKEN_BACK)
        word = CARRIED.word if again else STATUS_SIGNS[answer.status].word
        self.app.say(f"Taken back: {field_title(answer.key)} “{words_of(answer)}” is {word} again.")

    def action_words(self, number: str = "0") -> None:
        """Show the words that the reply rests on; without a reply, those of the answer."""
        answer = self.heard.aim
        if self.view is not None and answer is not None and not self.asking.replied:
            self.asking.show_answer(self.view, answer)
        else:
            self.asking.show_words(int(number))

    def action_next_heard(self) -> None:
        """Aim at the next answer."""
        self._step(1)

    def action_previous_heard(self) -> None:
        """Aim at the answer before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.heard.step(by)
        self.call_after_refresh(self.scroll_to_aims)

    def action_aim_at(self, answer_id: str) -> None:
        """Aim at an answer that was clicked."""
        self.heard.aim_at(answer_id)

    def _formed(self, view: CallView | None) -> None:
        """A form is closed; it may have changed the call."""
        if view is not None:
            self.chosen = ""
            self.call.shown(view)

    # Questions

    def action_choose(self, question: str | None) -> None:
        """Look at a question instead of the next one; "" looks at the next one again."""
        if question is not None and self.view is not None:
            self.chosen = question
            self.show_view(self.view)

    def action_go_to(self) -> None:
        """Choose a question from the list of all."""
        if self.view is not None:
            from assistant.tui.modals.go_to import GoTo

            self.app.push_screen(GoTo(self.view), self.action_choose)

    def action_asked(self) -> None:
        """The current question is asked."""
        self._mark("asked")

    def action_skip(self) -> None:
        """Skip the current question."""
        self._mark("skipped")

    def action_not_applicable(self) -> None:
        """The current question does not apply."""
        self._mark("not_applicable")

    def _mark(self, mark: Mark) -> None:
        question = self.current_question
        view = question_view(self.view, question) if self.view else None
        if view is None:
            self.app.say("There is no question to mark. Choose one first.")
            return
        state: Mark = "open" if view.state == mark else mark
        self.chosen = ""
        self.call.act(lambda live: live.mark(question, state))

    def action_answer(self) -> None:
        """Answer the current question by hand."""
        view = question_view(self.view, self.current_question) if self.view else None
        if view is None:
            self.app.say("There is no question to answer. Choose one first.")
            return
        from assistant.tui.modals.give_answer import GiveAnswer

        self.app.push_screen(GiveAnswer(self.call, view.question), self._formed)
