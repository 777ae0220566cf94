"""A call under review: verdict, evidence, words and history; comments and verdicts are made."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import BindingType

from assistant.domain.people import Role
from assistant.tui.commands import HELP, Command
from assistant.tui.modals.review_forms import Target
from assistant.tui.plain_keys import LIST_KEYS, plain_keys
from assistant.tui.review.index import first_with
from assistant.tui.screens.call_pages import CallPages

SAY, LOOK, LEAVE = "Say", "Look", "Leave"
AGREE = Command("a", "agree", "agree", "Agree with the verdict in force.", SAY, at_hand=True)
REVERSE = Command(
    "r", "reverse", "reverse", "Put another verdict over it, with a reason.", SAY, at_hand=True
)
REVIEW_COMMANDS = (
    AGREE,
    REVERSE,
    Command("c", "comment", "comment", "Comment on the answer or turn.", SAY, at_hand=True),
    Command("C", "comment_call", "comment call", "Comment on the whole call.", SAY),
    Command("n", "next_answer", "next answer", "Go to the next answer's words.", LOOK,
            at_hand=True),
    Command("p", "previous_answer", "previous", "Go to the words of the answer before.", LOOK),
    Command("w", "switch", "words/page", "To the words, and back to the page (or Tab).", LOOK,
            at_hand=True),
    Command("e", "annotate", "annotate", "Go through the answers beside the words.", LOOK),
    Command("f5", "refresh", "refresh", "Look again at what is stored.", LOOK),
    Command("o", "open_call", "open call", "Open the call itself.", LEAVE),
    Command("q", "back", "back", "Back to where you were (or Esc).", LEAVE, at_hand=True),
    Command(HELP.key, HELP.action, HELP.label, HELP.about, LEAVE, at_hand=True),
)  # fmt: skip


class ReviewScreen(CallPages):
    """What was decided about a call; a manager agrees or reverses."""

    LEADER_COMMANDS: ClassVar[tuple[Command, ...]] = REVIEW_COMMANDS
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("1 to 5", "Verdict, checklist, comments, history, words."),
        ("Enter", "From an answer to its words, and back."),
        *(key for key in LIST_KEYS if key[0] != "Enter"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [*plain_keys(REVIEW_COMMANDS)]

    def action_next_answer(self) -> None:
        """Go to the next answer's words."""
        self._step(1)

    def action_previous_answer(self) -> None:
        """Go to the words of the answer before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        answer_id = self.words.step_answer(by)
        if not answer_id:
            self.app.say("No answer of this call has words in a transcript or in the notes.")
            return
        if not self.in_words:
            key = first_with(self.blocks.keys, answer_id)
            if not key:
                self.action_show_page("checklist")
            self.blocks.aim_at(first_with(self.blocks.keys, answer_id), centred=True)

    def action_annotate(self) -> None:
        """Go through the answers, to put them right."""
        self.app.open_annotation(self.call_id)

    # What is said

    def commands(self) -> tuple[Command, ...]:
        if not self._my_own_call:
            return REVIEW_COMMANDS
        return tuple(one for one in REVIEW_COMMANDS if one not in {AGREE, REVERSE})

    @property
    def _my_own_call(self) -> bool:
        """Whether I am the call's rep: somebody else agrees or reverses."""
        who = self.app.bench.who
        rep = self.index.view.call.call.rep if self.index else None
        return rep is not None and rep.id == who.id and who.role is Role.REP

    def _may_judge(self) -> bool:
        if self.index is None:
            return False
        if self._my_own_call:
            self.app.say("This is your call: a manager agrees or reverses. You can comment.")
            return False
        if self.index.view.call.recorded is None:
            self.app.say("The call has no recorded verdict yet: it has to be ended first.")
            return False
        return True

    def aims(self) -> Mapping[str, str]:
        return {SAY: f"on {self.target().about}"} if self.index else {}

    def action_comment_call(self) -> None:
        """Comment on the call."""
        self.comment(Target("the whole call"))

    def action_agree(self) -> None:
        """Agree with the verdict in force."""
        recorded = self.index.view.call.recorded if self.index else None
        if self._may_judge() and recorded is not None:
            from assistant.tui.modals.review_forms import AgreeForm

            form = AgreeForm(self.call_id, recorded.verdict.outcome)
            self.app.push_screen(form, self.show_view)

    def action_reverse(self) -> None:
        """Put another verdict over the one in force."""
        recorded = self.index.view.call.recorded if self.index else None
        if self._may_judge() and recorded is not None:
            from assistant.tui.modals.review_forms import ReverseForm

            form = ReverseForm(self.call_id, recorded.verdict.outcome)
            self.app.push_screen(form, self.show_view)
