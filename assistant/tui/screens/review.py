"""A call under review: verdict, evidence, words and history; comments and verdicts are made."""

from collections.abc import Callable, Mapping
from typing import ClassVar
from uuid import UUID

from textual.binding import BindingType
from textual.content import Content

from assistant.domain.people import Role
from assistant.settings.keys import ReviewKeys
from assistant.tui.commands import Command
from assistant.tui.drawing import inert, words
from assistant.tui.home.calls_list import REVIEWED
from assistant.tui.modals.review_forms import Target
from assistant.tui.plain_keys import LIST_KEYS, plain_keys
from assistant.tui.review.commands import OF_A_MANAGER, SAY, review_commands
from assistant.tui.review.index import ReviewIndex, first_with
from assistant.tui.screens.call_pages import WORDS, CallPages, PagesTitle
from assistant.workflows.views import CallView, ReviewView
from assistant.workflows.wiring import Workbench


class ReviewTitle(PagesTitle):
    """The top line, with how the review stands."""

    def state(self, call: CallView) -> Content:
        state = self.view.state if self.view else ""
        told = inert(*REVIEWED[state]) if state else Content("")
        return words(told, "  " if state else "", super().state(call))


class ReviewScreen(CallPages):
    """What was decided about a call; a manager agrees, reverses or sends it back.

    ``at`` is the turn ("transcript:3") or the answer ("answer/ID") that it opens at.
    """

    TITLE_LINE: ClassVar[type[PagesTitle]] = ReviewTitle
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("1 to 5", "Verdict, checklist, comments, history, words."),
        ("Enter", "From an answer to its words, and back."),
        *(key for key in LIST_KEYS if key[0] != "Enter"),
    )
    BINDINGS: ClassVar[list[BindingType]] = plain_keys(review_commands(ReviewKeys()), "review_keys")

    def __init__(self, call_id: UUID, at: str = "") -> None:
        super().__init__(call_id)
        self._at = at

    def show_view(self, view: ReviewView | None) -> None:
        first = self.index is None
        super().show_view(view)
        if first and view is not None:
            self._open_at()
            if self._waits_for_me:
                back = next(one for one in reversed(view.reviews) if one.action == "return")
                told, reply = f"{back.by.name} sent this call back", self.letter("reply")
                self.app.say(f"{told}: {back.text} ({reply} answers)", "warning")

    def _open_at(self) -> None:
        """Go to the words that were asked for."""
        at, self._at = self._at, ""
        if at.startswith("answer/") and not self.follow(at):
            self.action_show_answer(at.partition("/")[2])
        elif at:
            self.action_show_page(WORDS)
            # They are laid out once they are in sight.
            self.call_after_refresh(self.follow, at if "/" in at else f"{at}#")

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

    def every_command(self) -> tuple[Command, ...]:
        return review_commands(self.app.bench.settings.review_keys)

    def idle(self) -> frozenset[str]:
        not_mine = OF_A_MANAGER if self._my_own_call else frozenset[str]()
        return not_mine if self._waits_for_me else not_mine | {"reply"}

    @property
    def _waits_for_me(self) -> bool:
        """Whether this is my call, and it was sent back."""
        if self.index is None or self.index.view.state != "returned":
            return False
        return self.index.view.call.call.rep.id == self.app.bench.who.id

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

    def action_send_back(self) -> None:
        """Send the call back to its rep, with remarks on answers and turns."""
        if self._may_judge() and self.index is not None:
            from assistant.tui.modals.send_back import SendBack

            rep = self.index.view.call.call.rep.name
            form = SendBack(self.call_id, rep, self._offered(self.index))
            self.app.push_screen(form, self.show_view)

    def _offered(self, index: ReviewIndex) -> list[Target]:
        """What a remark can be on: what is aimed at, the answers, the bookmarked turns."""
        aimed = self.target()
        turns = (self.turn_target(place) for place in index.bookmarks)
        answers = (self.answer_target(index.answers[one]) for one in index.order)
        whole = aimed.answer_id is None and aimed.source is None
        offered = [*(() if whole else (aimed,)), *answers, *(one for one in turns if one)]
        return list(dict.fromkeys(offered))

    def action_reply(self) -> None:
        """Answer what the call was sent back with."""
        if self.index is None or not self._waits_for_me:
            self.app.say("Nobody sent this call back to you.")
            return
        from assistant.workflows.reviewing import answer_return

        acts = self.index.view.reviews
        back = next(one for one in reversed(acts) if one.action == "return")
        above = words((f"{back.by.name}: ", "bold"), (back.text, "italic"))
        self._say("Answer", "Answer", above, answer_return)

    def action_coach(self) -> None:
        """Note what the rep may take along from what is chosen."""
        if self.index is None or self._my_own_call:
            self.app.say("This is your call: a manager coaches. You can comment.")
            return
        from assistant.workflows.reviewing import coach

        target = self.target()
        about = target._asdict()
        del about["about"]
        above = words(("on ", "$quiet"), (target.about, "bold"))
        self._say(
            "Coaching note",
            "Note it",
            above,
            lambda bench, call_id, text: coach(bench, call_id, text, **about),
        )

    def _say(
        self,
        heading: str,
        does: str,
        above: Content,
        act: Callable[[Workbench, UUID, str], ReviewView],
    ) -> None:
        from assistant.tui.queue.saying import SayForm, Saying

        form = SayForm(self.call_id, Saying(heading, does, (above,), act))
        self.app.push_screen(form, self.show_view)

    def action_scorecard(self) -> None:
        """Fill in a scorecard, or compare it."""
        from assistant.tui.queue.scorecard_form import ChooseCard

        self.app.push_screen(ChooseCard(self.call_id), self.show_view)

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
