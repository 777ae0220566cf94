"""Questions that the rep types into the notes: to the assistant, and its replies back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from assistant.domain.answers import Answer
from assistant.domain.replies import Passage, Reply, Spot
from assistant.tui.app import AssistantApp
from assistant.tui.commands import CommandScreen
from assistant.tui.heard import reply_of
from assistant.tui.lane_call import LaneCall
from assistant.tui.note_keeper import AT_ONCE, NoteKeeper
from assistant.tui.widgets.notes import NotesEditor
from assistant.tui.widgets.reply import ReplyPane
from assistant.workflows.views import CallView

if TYPE_CHECKING:
    from textual.screen import Screen

    from assistant.workflows.answering import CallAsker
    from assistant.workflows.live_call import LiveCall

TAKE_OVER = "take the call over and type ? and a question, or use `assistant call ask`"


class Asking:
    """Asks in the lane; the reply to an older question never comes over that to a newer one."""

    def __init__(
        self, app: AssistantApp, screen: "Screen[None]", call: LaneCall, keeper: NoteKeeper
    ) -> None:
        self._app = app
        self._screen = screen
        self._call = call
        self._keeper = keeper
        self._asker: CallAsker | None = None
        self._number = 0
        self._begun = False

    @property
    def _pane(self) -> ReplyPane:
        return self._screen.query_one(ReplyPane)

    def begin(self) -> None:
        """A question is being typed: get ready while it is."""
        if not self._begun:
            self._begun = True
            self._call.ask(self._screen, self._prepare, lambda _: None, lambda _: None)

    def _prepare(self, live: "LiveCall") -> None:
        self._asker_of(live).ask("", live.view())

    def ask(self, question: str) -> None:
        """Ask a question; its reply is shown. It knows every line that was finished before."""
        self._begun = True
        self._number += 1
        number = self._number

        notes = self._screen.query_one(NotesEditor)
        (text, at), can_read = self._keeper.take(), self._keeper.can_read
        editing = notes.cursor_location[0]

        def work(live: "LiveCall") -> Reply:
            if live.read_only:
                view = live.view()
            else:
                view = live.keep_notes(text, editing=editing, number=at)
            if view.unread and can_read and not live.read_only:
                view = live.read_notes(at_most=AT_ONCE)
            return self._asker_of(live).ask(question, view)

        def then(reply: Reply) -> None:
            if number == self._number:
                self._pane.show(reply)

        self._call.ask(self._screen, work, then)

    def _asker_of(self, live: "LiveCall") -> "CallAsker":
        if self._asker is None:
            from assistant.workflows.answering import CallAsker

            self._asker = CallAsker(self._app.bench, live.call_id)
        return self._asker

    def dismiss(self) -> bool:
        """Hide the reply; False where there is none."""
        shown = self._pane.display
        self._number += 1
        self._pane.show(None)
        return shown

    def show_words(self, number: int) -> None:
        """Show the words of a statement, counted from 1, among those around them; 0: the first."""
        reply = self._pane.reply
        if reply is None or not self._pane.display:
            how = "type ? and a question into the notes" if self._call.writable else TAKE_OVER
            self._app.say(f"Ask first: {how}.")
            return
        spots = [one.spot for one in reply.statements]
        if not any(spots):
            self._app.say("This reply rests on no words of a call.")
            return
        from assistant.tui.modals.words_around import WordsAround

        first = next(at for at, one in enumerate(spots) if one)
        start = number - 1 if 0 < number <= len(spots) and spots[number - 1] else first
        self._app.push_screen(WordsAround(reply, start, self._passage))

    @property
    def replied(self) -> bool:
        """Whether a reply is shown."""
        return self._pane.display

    def show_answer(self, view: CallView, answer: Answer) -> None:
        """Show the words that gave an answer among those around them."""
        if answer.evidence is None:
            self._app.say("This answer rests on no words of a call.")
            return
        from assistant.tui.modals.words_around import WordsAround

        self._app.push_screen(WordsAround(reply_of(view, answer), 0, self._passage))

    def _passage(self, spot: Spot, then: Callable[[Passage | None], None]) -> None:
        def work(live: "LiveCall") -> Passage | None:
            return self._asker_of(live).passage(spot, live.view())

        self._call.ask(self._app, work, then)


class AskingScreen(CommandScreen[None]):
    """A screen with notes that take questions. Its ``asking`` is made by the screen itself."""

    asking: Asking

    @on(NotesEditor.Begun)
    def _question_begun(self) -> None:
        self.asking.begin()

    @on(NotesEditor.Asked)
    def _question_asked(self, event: NotesEditor.Asked) -> None:
        self.asking.ask(event.question)

    @on(NotesEditor.TagUnclear)
    def _tag_unclear(self, event: NotesEditor.TagUnclear) -> None:
        self.app.say(event.complaint, "warning")

    def action_words(self, number: str = "0") -> None:
        """Show the words that the reply rests on."""
        self.asking.show_words(int(number))
