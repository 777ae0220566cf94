"""The call screen: what to ask, what was heard, how the verdict stands, and the notes."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets._toast import ToastRack

from assistant.tui.app import Finding
from assistant.tui.asking import Asking
from assistant.tui.commands import Command
from assistant.tui.drawing import words
from assistant.tui.follower import LOOK_EVERY, Follower
from assistant.tui.heard import words_of
from assistant.tui.lane_call import LaneCall
from assistant.tui.note_keeper import NoteKeeper
from assistant.tui.screens.call_acts import ActingScreen
from assistant.tui.screens.call_commands import ANSWERS, CALL, QUESTIONS, call_commands
from assistant.tui.signs import field_title, short_title
from assistant.tui.transcript_taker import TranscriptTaker
from assistant.tui.widgets.ask_next import AskNext, question_view
from assistant.tui.widgets.banner import Banner, ReadingBar
from assistant.tui.widgets.follow import FollowPane
from assistant.tui.widgets.gates import GatesColumn, GatesStrip, OfGates
from assistant.tui.widgets.heard import Heard
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.notes import NotesEditor
from assistant.tui.widgets.reply import ReplyPane
from assistant.tui.widgets.top_bar import SavedState, TopBar
from assistant.tui.widgets.verdict import OfVerdict, VerdictColumn, VerdictLine
from assistant.workflows.views import CallView, EndView, FollowView

if TYPE_CHECKING:
    from assistant.tui.modals.consent import Noted
    from assistant.workflows.live_call import LiveCall

BEAT = 10.0
"""Seconds between two beats of the lease, which is stale after thirty."""

ENDED = (
    "The captions from {} have ended. All that was said is kept, and your notes go on. To read "
    "along again: captioner | assistant call --follow - --call {}"
)


class Pane(VerticalScroll, can_focus=False):
    """Scrolls by itself and by the wheel; the notes keep the focus."""


class CallScreen(ActingScreen):
    """Composes and routes. The call is in ``call``, its text in ``keeper``."""

    CSS_PATH = "call.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close the reply; next question", show=False)
    ]

    top = getters.query_one("#top", TopBar)
    reading = getters.query_one(ReadingBar)

    def __init__(self, call: UUID | Finding) -> None:
        super().__init__()
        self.notes = NotesEditor(id="notes")
        self.call = LaneCall(self.app, self, call, self.show_view)
        self.keeper = NoteKeeper(self, self.call, lambda: self.notes.text, self._say_saved)
        self.taker = TranscriptTaker(self, self.call)
        self.asking = Asking(self.app, self, self.call, self.keeper)
        self.follower = self._follower(call)
        self.view: CallView | None = None
        self.chosen = ""

    def compose(self) -> ComposeResult:
        yield TopBar(id="top")
        yield Banner(id="banner")
        yield GatesStrip(id="strip")
        yield VerdictLine(id="verdict-line")
        with Horizontal(id="body"):
            with Pane(id="gates", classes="pane"):
                yield GatesColumn()
            with Vertical(id="centre"):
                yield AskNext(id="ask")
                with Pane(id="heard", classes="pane"):
                    yield Heard()
            with Pane(id="verdict", classes="pane"):
                yield VerdictColumn()
        yield ReadingBar()
        yield FollowPane()
        yield self.notes
        yield ReplyPane(id="reply")
        yield KeyBar(self.every_command())

    def on_mount(self) -> None:
        self.notes.border_title = "NOTES"
        self.notes.focus()
        self.top.minutes = self.app.bench.settings.call_minutes
        self.top.remind_consent = self.app.bench.settings.consent != "off"
        self._tick()
        self.watch(self.app, "reader", self._reader_changed)
        self.call_after_refresh(self.call.open)
        self.set_interval(1.0, self._tick)
        self.screen_layout_refresh_signal.subscribe(self, lambda _: self._lift_notices())
        self.set_interval(BEAT, self.call.beat)
        if self.follower is not None:
            self.set_interval(LOOK_EVERY, self.follower.look)

    def _follower(self, call: UUID | Finding) -> Follower | None:
        followed = self.app.followed
        if followed is None or followed.call != call:
            return None
        return Follower(self, self.call, followed, self._show_followed)

    def _show_followed(self, follow: FollowView) -> None:
        self.add_class("-following")
        pane = self.query_one(FollowPane)
        if follow.state == "ended" and (pane.follow is None or pane.follow.state != "ended"):
            call_id = str(self.view.call.id)[:8] if self.view else "CALL"
            self.app.say(ENDED.format(follow.name, call_id), "warning")
        pane.show(follow)

    def on_unmount(self) -> None:
        if self.follower is not None:
            self.follower.close()
        self.call.close(*self.keeper.take())

    def on_resize(self) -> None:
        self.call_after_refresh(self.scroll_to_aims)

    def on_screen_resume(self) -> None:
        self.heard.held = False

    def _tick(self) -> None:
        before = self.top.minutes_left
        self.top.show(now=self.app.bench.clock())
        if self.view is not None and before != self.top.minutes_left:
            self.call.look_again()

    def _reader_changed(self, state: str) -> None:
        self.top.show(reader=self.app.reader)
        self.keeper.can_read = state == "ready"
        self.keeper.read()
        if state != "loading":
            self.taker.get_ready()

    def _say_saved(self, state: SavedState) -> None:
        self.top.show(saved=state)

    def show_view(self, view: CallView) -> None:
        """Show a snapshot everywhere."""
        self._show_draft(self.view, view)
        self.view = view
        current = self.current_question
        self.top.show(view=view)
        for gates in self.query(OfGates):
            gates.show(view, current)
        self.query_one(AskNext).show(view, self.chosen)
        self.heard.show(view, self.chosen)
        for verdict in self.query(OfVerdict):
            verdict.show(view)
        self.notes.show(view)
        self._show_hold(view)
        self.call_after_refresh(self.scroll_to_aims)
        self.keeper.send()
        if view.unread:
            self.keeper.read()

    def _show_draft(self, before: CallView | None, view: CallView) -> None:
        """Take the stored text where the call is opened, read along with, or taken over."""
        if before is None:
            self.notes.load_draft(view.draft, self.notes.text)
        elif before.read_only and self.notes.text != view.draft:
            unsaved = "" if self.keeper.clean else self.notes.text
            if view.read_only and unsaved:
                return
            stored = set(view.draft.split("\n"))
            rest = [line for line in unsaved.split("\n") if line not in stored]
            self.notes.load_draft(view.draft, "\n".join(rest))

    def _lift_notices(self) -> None:
        """Notices never lie over the notes, over a reply or over what is being said."""
        low = [one.region.y for one in (self.query_one(FollowPane), self.notes) if one.display]
        below = max(1, self.size.height - min(low, default=self.size.height))
        for rack in self.query(ToastRack):  # none where notices are turned off
            if rack.styles.margin.bottom != below:
                rack.styles.margin = (0, 0, below, 0)

    def _show_hold(self, view: CallView) -> None:
        self.notes.read_only = view.read_only
        who = view.held_by or "Another window"
        message = f"{who} has this call open. You can read along." if view.read_only else ""
        self.query_one(Banner).show(message, ("take over", "take_over"))

    def scroll_to_aims(self) -> None:
        """Bring the question and the answer that commands act on into sight."""
        self._bring("#gates", self.query_one(GatesColumn).line_of_current(), 1, above=4)
        self._bring("#heard", *self.heard.aimed_rows(), above=1)

    def _bring(self, name: str, at: int, height: int, *, above: int) -> None:
        """Scroll a pane if rows, or the one above, are out of sight; more above come with them."""
        pane = self.query_one(name, Pane)
        if at <= pane.scroll_y or at + height > pane.scroll_y + pane.size.height:
            pane.scroll_to(y=max(0, at - above), animate=False)

    def every_command(self) -> tuple[Command, ...]:
        return call_commands(self.app.keys)

    def aims(self) -> Mapping[str, str]:
        answer = self.heard.aim
        view = question_view(self.view, self.current_question) if self.view else None
        return {
            ANSWERS: f"{field_title(answer.key)}: {words_of(answer)}" if answer else "",
            QUESTIONS: short_title(view.question) if view else "",
            CALL: str(self.view.verdict.outcome) if self.view else "",
        }

    def action_leader(self) -> None:
        self.heard.held = True
        super().action_leader()

    # Notes

    def on_key(self, event: events.Key) -> None:
        """Keys of the first moment, when the notes have no focus yet, go into the notes."""
        if event.is_printable and event.character and not self.notes.read_only:
            event.stop()
            self.notes.insert(event.character)

    def on_text_area_changed(self) -> None:
        if self.view is None or not self.view.read_only:
            self.keeper.typed()

    @on(NotesEditor.Finished)
    def _lines_finished(self, event: NotesEditor.Finished) -> None:
        self.keeper.finished(event.editing)

    @on(NotesEditor.TranscriptPasted)
    def _transcript_pasted(self, event: NotesEditor.TranscriptPasted) -> None:
        self.taker.take_text(event.text)

    def action_back(self) -> None:
        """Close the reply; with none, look at the next question again."""
        if not self.asking.dismiss():
            self.action_choose("")

    # The call

    def action_verdict(self) -> None:
        """Show the whole verdict."""
        if self.view is not None:
            from assistant.tui.modals.verdict import VerdictModal

            self.app.push_screen(VerdictModal(self.view))

    def action_import_file(self) -> None:
        """Take in a transcript file."""
        from assistant.tui.modals.import_file import ImportFile

        self.app.push_screen(ImportFile(), self._file_chosen)

    def _file_chosen(self, path: Path | None) -> None:
        if path is not None:
            self.taker.take_file(path)

    def action_consent(self) -> None:
        """Note what was said about recording."""
        if self.view is not None:
            from assistant.tui.modals.consent import ConsentModal

            self.app.push_screen(ConsentModal(self.view.call.consent), self._consented)

    def _consented(self, noted: "Noted | None") -> None:
        if noted is not None:
            self.call.act(lambda live: live.set_consent(*noted), slips_in=False)

    def action_take_over(self) -> None:
        """Take the call from the window that holds it."""
        if self.view is not None and self.view.read_only:
            self.call.take_over()
        else:
            self.app.say("This window has the call.")

    def action_finish(self) -> None:
        """Ask, then end the call."""
        if self.view is not None:
            from assistant.tui.modals.confirm import Confirm

            missing = self.view.verdict.missing
            said = [words("The verdict is recorded; you can override it on the next screen.")]
            if missing:
                said.append(words(("Still missing: ", "$warning"), "; ".join(missing)))
            self.app.push_screen(Confirm("End the call?", said, "End the call"), self._finish)

    def _finish(self, yes: bool | None) -> None:  # noqa: FBT001  # a result
        if yes:
            (text, number), read = self.keeper.take(), self.app.reader != "failed"

            def end(live: "LiveCall") -> EndView:
                if self.follower is not None:
                    self.follower.last(live)
                return live.end(text, read=read, number=number)

            self.call.ask(self, end, self._ended, slips_in=False)

    def _ended(self, end: EndView) -> None:
        from assistant.tui.screens.end import EndScreen

        self.call.shown(end.call)
        self.app.push_screen(EndScreen(self.call, end))
