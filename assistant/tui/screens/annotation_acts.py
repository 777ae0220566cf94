"""What is done on the annotation screen: deciding, marking words, marks of turns, undo."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.domain.answers import Answer, Status
from assistant.domain.calls import ReviewEntry, Source
from assistant.domain.fields import Field, Polarity
from assistant.domain.marks import TurnMark
from assistant.tui.annotation.jumps import Jumps
from assistant.tui.annotation.selecting import Selection, selection_of
from assistant.tui.annotation.turns import turns_asked, turns_of_speaker
from assistant.tui.heard import words_of
from assistant.tui.review.index import place_of
from assistant.tui.screens.call_pages import WORDS, CallPages
from assistant.tui.signs import STATUS_SIGNS, field_title
from assistant.tui.widgets.key_bar import KeyBar
from assistant.workflows.views import ReviewView

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from assistant.tui.modals.name_speaker import Named
    from assistant.workflows.deciding import AnswerEdit
    from assistant.workflows.undoing import Taken

POLARITIES = tuple(Polarity)
FREE = "◂ ▸ word  Space hold  Enter field  Esc leave"
HELD = "◂ ▸ more  Space let go  Enter field  Esc leave"


class AnnotatingPages(CallPages):
    """Every act goes through the workflows and comes back as the call as it is then."""

    selection: Selection | None = None
    _jumps: Jumps
    _asked_in: tuple[Source, ...] = ()
    _asked: Sequence[str] = ()

    @property
    def answer(self) -> Answer | None:
        """The answer that commands act on."""
        raise NotImplementedError

    @property
    def place(self) -> str:
        """The key of the turn that commands act on; "" where there is none."""
        raise NotImplementedError

    def read(self) -> ReviewView:
        return self._look(None)

    def _look(self, known: ReviewView | None) -> ReviewView:
        from assistant.workflows.reviewing import open_review

        return open_review(self.app.bench, self.call_id, known)

    def _do(self, act: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        """Do something to the call and show what comes of it."""
        known = self.index.view if self.index else None

        def work() -> ReviewView:
            act()
            return self._look(known)

        def shown(view: ReviewView) -> None:
            self.show_view(view)
            if then is not None:
                then()

        self.app.ask(self, work, shown, slips_in=True)

    # Answers

    def _decidable(self) -> Answer | None:
        answer = self.answer
        if answer is None:
            onward = self.letter(self.ONWARD)
            self.app.say(f"There is no answer here. {onward} goes to the next one to decide on.")
        elif answer.evidence is None and not answer.decided:
            self.app.say("This comes from the lead. The call itself can put another one over it.")
            return None
        return answer

    def action_confirm(self) -> None:
        """Say that the answer is right."""
        answer = self._decidable()
        if answer is not None:
            from assistant.workflows import deciding

            answer_id = answer.id
            self._do(lambda: deciding.confirm(self.app.bench, self.call_id, answer_id))

    def action_reject(self) -> None:
        """Say that it is no answer."""
        answer = self._decidable()
        if answer is not None:
            from assistant.workflows import deciding

            answer_id = answer.id
            self._do(lambda: deciding.reject(self.app.bench, self.call_id, answer_id))

    def action_polarity(self) -> None:
        """Change it from yes to no to open."""
        answer = self._decidable()
        if answer is not None:
            from assistant.workflows.deciding import AnswerEdit

            after = POLARITIES[(POLARITIES.index(answer.polarity) + 1) % len(POLARITIES)]
            self._edit(answer, AnswerEdit(polarity=after))

    def _edit(self, answer: Answer, change: "AnswerEdit") -> None:
        from assistant.workflows import deciding

        self._do(lambda: deciding.edit(self.app.bench, self.call_id, answer.id, change))

    def action_edit(self) -> None:
        """Put the answer right."""
        answer = self._decidable()
        if answer is not None:
            from assistant.tui.modals.edit_answer import EditAnswer

            self.app.push_screen(EditAnswer(self._save_edit, answer), self.show_view)

    def _save_edit(
        self,
        owner: "MessagePump",
        answer: Answer,
        change: "AnswerEdit",
        then: Callable[[ReviewView], None],
        failed: Callable[[Exception], None],
    ) -> None:
        from assistant.workflows import deciding

        known = self.index.view if self.index else None

        def work() -> ReviewView:
            deciding.edit(self.app.bench, self.call_id, answer.id, change)
            return self._look(known)

        self.app.ask(owner, work, then, failed, slips_in=True)

    def action_retag(self) -> None:
        """Say that it answers another field."""
        answer = self._decidable()
        if answer is None:
            return
        if answer.field is None:
            self.app.say("This answers one question of the bank, not a field.")
            return
        from assistant.tui.modals.choose_field import ChooseField

        self.app.push_screen(
            ChooseField(words_of(answer), answer.field), lambda field: self._retag(answer, field)
        )

    def _retag(self, answer: Answer, field: Field | None) -> None:
        if field is not None and field is not answer.field:
            from assistant.workflows.deciding import AnswerEdit

            self._edit(answer, AnswerEdit(field=field))

    def action_undo(self) -> None:
        """Take back what was done last."""
        from assistant.workflows.undoing import undo_last

        known = self.index.view if self.index else None

        def work() -> "tuple[Taken | None, ReviewView]":
            return undo_last(self.app.bench, self.call_id), self._look(known)

        def shown(result: "tuple[Taken | None, ReviewView]") -> None:
            taken, view = result
            self.show_view(view)
            self.taken_back(taken)

        self.app.ask(self, work, shown, slips_in=True)

    def taken_back(self, taken: "Taken | None") -> None:
        """Say what was taken back."""
        if taken is None:
            self.app.say("There is nothing of yours to take back.")
        elif isinstance(taken, TurnMark):
            what = "bookmark" if taken.kind == "bookmark" else "speaker"
            self.app.say(f"Taken back: the {what} is as it was.")
            self.words.go_to(place_of(*taken.place))
            if taken.kind == "speaker":
                self._read_again(taken.source)
        elif isinstance(taken, ReviewEntry):
            self.app.say(f"Taken back: your comment “{taken.text}” is gone.")
            if self.index is not None:
                self.words.go_to(self.index.place_about(taken))
        else:
            about = f"{field_title(taken.key)} “{words_of(taken)}”"
            given = taken.found_by == "person" and taken.status is Status.REJECTED
            state = "no answer" if given else STATUS_SIGNS[taken.status].word
            self.app.say(f"Taken back: {about} is {state} again.")

    # Words as an answer

    def action_mark(self) -> None:
        """Select words of the turn; Enter chooses the field that they answer."""
        if self.index is None:
            return
        if not self.in_words:
            place = self.place
            self.action_show_page(WORDS)
            if place:
                self.words.go_to(place)
        self.select_in(self.words.aim)

    def select_in(self, place: str) -> None:
        """Begin to select in a turn: the chosen answer's words, else the first."""
        block = self.words.turn(place)
        answer = self.answer
        where = answer.evidence if answer else None
        span = (where.start, where.end) if where else (0, 0)
        made = selection_of(place, block.text, *span) if block else None
        if made is None:
            self.app.say("There are no words here to mark.")
        self._select(made)

    def _select(self, selection: Selection | None) -> None:
        if self.selection is not None and (
            selection is None or selection.place != self.selection.place
        ):
            self.words.select(self.selection.place, None)
        self.selection = selection
        bar = self.query_one(KeyBar)
        if selection is None:
            bar.say("")
            return
        self.words.select(selection.place, selection.span)
        bar.say(f"“{selection.in_short}”  {HELD if selection.held else FREE}")

    def move_selection(self, by: int, *, extend: bool = False) -> None:
        """The next or previous word, or as many more."""
        if self.selection is not None:
            self._select(self.selection.moved(by, extend=extend))

    def hold_selection(self) -> None:
        """Hold what is selected while moving on, or let it go."""
        if self.selection is not None:
            self._select(self.selection.toggled())

    def action_extend(self, by: int) -> None:
        """Select one word more; begins to select where nothing is."""
        if self.selection is None:
            self.action_mark()
        else:
            self.move_selection(by, extend=True)

    def action_choose_field(self) -> None:
        """Choose the field that the selected words answer."""
        selection = self.selection
        if selection is not None:
            from assistant.tui.modals.choose_field import ChooseField

            answer = self.answer
            self.app.push_screen(
                ChooseField(selection.words, answer.field if answer else None),
                lambda field: self._mark(selection, field),
            )

    def _mark(self, selection: Selection, field: Field | None) -> None:
        if field is None:
            return
        self._select(None)
        source, _, turn = selection.place.rpartition(":")
        made: list[str] = []

        def mark() -> None:
            from assistant.workflows.marking import mark_words, words_at

            found = words_at(self.app.bench, self.call_id, source, int(turn), *selection.span)
            made.append(mark_words(self.app.bench, self.call_id, found, field).id)

        self._do(mark, lambda: self.words.stand_out(made[0]))

    # Turns

    def _turn(self) -> tuple[str, int] | None:
        source, _, turn = self.place.rpartition(":")
        if not source:
            self.app.say("Go to a turn first.")
            return None
        return source, int(turn)

    def action_bookmark(self) -> None:
        """Put a bookmark at the turn, or take it away."""
        turn = self._turn()
        if turn is not None and self.index is not None:
            from assistant.workflows.marking import bookmark

            label = None if place_of(*turn) in self.index.bookmarks else ""
            self._do(lambda: bookmark(self.app.bench, self.call_id, *turn, label))

    def action_speaker(self) -> None:
        """Say who really spoke the turn."""
        turn = self._turn()
        if turn is None or self.index is None:
            return
        if self.index.of_notes(turn[0]):
            self.app.say("Notes have no speaker: they are the rep's.")
            return
        from assistant.tui.modals.name_speaker import NameSpeaker

        place = place_of(*turn)
        block = self.words.turn(place)
        speaker = block.speaker if block else ""
        form = NameSpeaker(
            self.index.view.call.call.participants,
            speaker,
            block.text if block else "",
            corrected=place in self.index.spoke,
            turns=turns_of_speaker(self.index.view.call.sources, turn[0], speaker),
        )
        self.app.push_screen(form, lambda named: self._named(turn, named))

    def _named(self, turn: tuple[str, int], named: "Named | None") -> None:
        if named is not None:
            from assistant.workflows.marking import name_speaker

            name, side, everywhere = named
            self._do(
                lambda: name_speaker(
                    self.app.bench, self.call_id, *turn, name, side, everywhere=everywhere
                ),
                lambda: self._read_again(turn[0]),
            )

    def _read_again(self, source: str) -> None:
        """Find the answers anew, now that somebody else spoke."""
        from assistant.workflows.reading_again import read_again

        lane, call_id = self.app.lane, self.call_id

        def work() -> ReviewView:
            read_again(self.app.bench, call_id, source, lambda *_: lane.breathe())
            return self._look(None)

        self.app.ask(self, work, self.show_view)

    @property
    def asked(self) -> Sequence[str]:
        """The keys of the turns in which the rep asks something."""
        if self.index is None:
            return []
        sources = self.index.view.call.sources
        if self._asked_in is not sources:
            self._asked_in, self._asked = sources, list(turns_asked(sources))
        return self._asked

    # The call

    def action_notes(self) -> None:
        """Notes and transcript side by side."""
        if self.index is not None:
            from assistant.tui.screens.beside import NotesBesideScreen

            self.app.push_screen(NotesBesideScreen(self.index, self.words.aim), self._back_at)

    def _back_at(self, place: str | None) -> None:
        if place:
            self.action_show_page(WORDS)
            self.call_after_refresh(self.words.go_to, place)

    def action_compare(self) -> None:
        """Compare with another call of the lead."""
        from assistant.tui.screens.beside import CompareScreen

        self.app.push_screen(CompareScreen(self.call_id))

    def action_record(self) -> None:
        """Record the verdict that the answers give now."""
        view = self.index.view if self.index else None
        if view is None:
            return
        if view.call.call.ended_at is None:
            self.app.say(f"The call has not been ended yet: {self.letter('open_call')} opens it.")
            return
        from assistant.workflows.ending import record_verdict

        call, before = view.call.call, len(view.call.verdicts)
        self._do(lambda: record_verdict(self.app.bench, call), lambda: self._recorded(before))

    def _recorded(self, before: int) -> None:
        verdicts = self.index.view.call.verdicts if self.index else ()
        if len(verdicts) == before:
            self.app.say("Nothing has changed since the verdict was recorded.")
        else:
            verdict = verdicts[-1].verdict
            self.app.say(f"Recorded: {verdict.outcome} {verdict.score}, version {len(verdicts)}.")

    def action_back(self) -> None:
        """Leave the selection; without one, back to where this was opened."""
        if self.selection is not None:
            self._select(None)
        else:
            super().action_back()
