"""Runs the conversation: reads lines, does what they ask for, says what came of it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from threading import RLock
from types import FrameType
from typing import TYPE_CHECKING
from uuid import UUID

from assistant.domain.errors import AssistantError, BadInput, StoreUnavailable
from assistant.plain.acts import Act, Leave, Look, Note, Summarise, TakeIn
from assistant.plain.captions import Captions, Followed, Looked, Looking
from assistant.plain.following import begin, did, overheard, refused
from assistant.plain.kept_call import Keeper, KeptCall
from assistant.plain.lines import Lines
from assistant.plain.replies import reply_lines
from assistant.plain.spoken import followed_lines, noted_lines
from assistant.plain.state import State, Turn
from assistant.plain.talking import hear
from assistant.workflows.views import CallView, FollowView
from assistant.workflows.wiring import Workbench

if TYPE_CHECKING:
    from assistant.workflows.answering import CallAsker

PROMPTS = {"line": "> ", "right": "y/n> ", "rest": "y/n> ", "take_over": "y/n> "}
INTERRUPTED = 130
NO_READER = (
    "What reads the notes could not be loaded, so I hear nothing in them: they are kept, "
    "and “= WORDS” answers a question by hand. `assistant doctor` says more."
)


def run_plain(
    bench: Workbench, call_id: UUID, lines: Lines | None = None, followed: Followed | None = None
) -> int:
    """Talk about a call until the rep leaves, the input ends or the process is told to end.

    ``followed`` is a transcript to read while it is written. Returns the exit code.
    Everything is in the store when it returns.
    """
    return _Session(bench, call_id, lines or Lines(), followed).run()


class _Session:
    """Deals with one line at a time; what a transcript brings is told between two of them.

    ``_view`` and ``_follow`` are the call and its transcript as they stand, ``_told`` and
    ``_told_follow`` as they were when that was last told.
    """

    def __init__(
        self, bench: Workbench, call_id: UUID, lines: Lines, followed: Followed | None
    ) -> None:
        self._bench = bench
        self._lines = lines
        self._id = call_id
        self._followed = followed
        self._call = KeptCall(bench, call_id, Captions(bench, followed) if followed else None)
        self._keeper = Keeper(self._call, lines.unfinished)
        self._looking = Looking(self._look)
        self._speaking = RLock()
        self._state = State(following=followed is not None)
        self._follow: FollowView | None = None
        self._told_follow: FollowView | None = None
        self._complaint = ""
        self._told_reader = False

    def run(self) -> int:
        with _ended_by_signals():
            try:
                self._talk()
                code = 0
            except KeyboardInterrupt:
                code = INTERRUPTED
                # The terminal may be the very thing that is gone.
                with suppress(OSError):
                    self._lines.say([""])
            finally:
                closed = self._closed()
        return code if closed else StoreUnavailable.exit_code

    def _talk(self) -> None:
        self._view, rest = self._call.open()
        self._told = self._view
        remind = self._bench.settings.consent != "off"
        start = replace(self._state, earlier=self._view.earlier)
        follows = self._followed.feed.name if self._followed else ""
        self._say(begin(self._view, start, rest=rest, remind=remind, follows=follows))
        self._keeper.start()
        if self._followed is not None:
            self._looking.start()
        if self._followed is None or self._followed.keys:
            while self._another_line():
                pass
        elif not self._view.read_only:
            self._looking.wait()

    def _another_line(self) -> bool:
        """Deal with the next line; False after the last one.

        There is no prompt where lines may come in between, so none can be torn by them.
        """
        prompt = "" if self._followed else PROMPTS.get(self._state.waiting, ": ")
        line = self._lines.ask(prompt)
        if line is None:
            return False
        with self._speaking:
            turn = hear(self._state, line, self._view)
            self._say(turn)
            if turn.act is not None and not isinstance(turn.act, Leave):
                self._view = self._do(turn.act, self._view)
            self._tell_overheard()
        return not isinstance(turn.act, Leave)

    def _look(self) -> bool:
        """See what the transcript brought, and tell it; False once nothing more can come."""
        self._call.wait_for_reader()
        with self._speaking:
            if self._state.ended:
                return True
            try:
                return self._looked(self._call.look())
            except AssistantError as error:
                return self._failed(error)
            except OSError:
                return False  # nobody is there to be told
            except Exception as error:  # noqa: BLE001  # the call goes on without it
                self._lines.say([_unforeseen(error)])
                return False

    def _looked(self, looked: Looked | None) -> bool:
        self._complaint = ""
        if looked is None:
            return True
        view, self._follow = looked
        self._view = view or self._view
        if self._lines.free:
            self._tell_reader()
            self._tell_overheard()
        return self._follow.state != "ended"

    def _tell_overheard(self) -> None:
        """Tell what the transcript brought, unless something else is being asked."""
        if self._follow is None or self._state.waiting not in {"line", "right"}:
            return
        if not self._state.ended and self._told is not self._view:
            self._say(overheard(self._state, self._told, self._view))
        self._lines.say(followed_lines(self._told_follow, self._follow))
        self._told, self._told_follow = self._view, self._follow

    def _failed(self, error: AssistantError) -> bool:
        """Say once what is wrong. A store that is away comes back; bad captions stay bad."""
        if str(error) != self._complaint:
            self._complaint = str(error)
            self._say(refused(self._state, None, error))
        return not isinstance(error, BadInput)

    def _say(self, turn: Turn) -> None:
        self._state = turn.state
        self._lines.say(turn.says)

    def _do(self, act: Act, before: CallView) -> CallView:
        """Do it and say what came of it; the call as it is then."""
        try:
            if isinstance(act, Look):
                self._lines.say(reply_lines(self._asker.ask(act.question, before)))
                return before
            if isinstance(act, Summarise):
                self._summarise(act)
                return before
            view, end = self._call.do(act)
        except AssistantError as error:
            self._say(refused(self._state, act, error))
            if isinstance(error, StoreUnavailable) and isinstance(act, Note):
                self._lines.say(["I hold on to it and store it as soon as that can be done."])
            return before
        except Exception as error:  # noqa: BLE001  # the call goes on without it
            self._lines.say([_unforeseen(error)])
            return before
        self._tell_reader()
        if isinstance(act, TakeIn):
            self._lines.say(noted_lines(self._call.noted))
        self._say(did(self._state, act, before, view, end))
        return view

    @cached_property
    def _asker(self) -> "CallAsker":
        from assistant.workflows.answering import CallAsker

        return CallAsker(self._bench, self._id)

    def _tell_reader(self) -> None:
        """Say once what has to be known about what reads the notes."""
        if self._told_reader:
            return
        if self._call.reader_error is not None:
            self._told_reader = True
            self._lines.say([NO_READER])
        elif self._bench.extractor_ready:
            self._told_reader = True
            self._lines.say(filter(None, [self._bench.extractor.notice]))

    def _summarise(self, act: Summarise) -> None:
        from assistant.workflows.summing_up import follow_up_of, save_summary, save_text, summary_of

        mail = act.what == "mail"
        if act.way == "file" and act.path is not None:
            bench, path = self._bench, act.path
            written = (
                save_text(bench, self._id, follow_up_of(bench, self._id), path)
                if mail
                else save_summary(bench, self._id, path)
            )
            self._lines.say([f"Written to {written}."])
            return
        text = (follow_up_of if mail else summary_of)(self._bench, self._id)
        if act.way == "say":
            self._lines.say(text.splitlines())
        elif self._lines.copy(text):
            self._lines.say(["Copied, if the terminal allows it. “save FILE” writes it to a file."])
        else:
            self._lines.say(["This terminal has no clipboard. “save FILE” writes it to a file."])

    def _closed(self) -> bool:
        """Keep everything, and say how to go on; what cannot be kept is said, to be copied."""
        unfinished = self._lines.unfinished()
        self._looking.stop()
        self._keeper.stop()
        try:
            self._call.close(unfinished)
        except AssistantError as error:
            with suppress(OSError):
                self._lines.say([str(error), "These notes are not stored:"])
                self._lines.say(self._call.unstored.splitlines())
            return False
        with suppress(OSError):
            self._lines.say([f"Saved. To go on: assistant call --plain {str(self._id)[:8]}"])
        return True


def _unforeseen(error: Exception) -> str:
    """What is said of what should not have happened; it is logged without its content."""
    from assistant.workflows.crash_log import record_crash

    log = record_crash(error)
    where = f"Where it happened is in {log}" if log else "The log could not be written either"
    kind = type(error).__name__
    return f"Something went wrong that should not have ({kind}). {where} (no call content is)."


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A terminal that is closed, or a polite request to end, ends the call as Ctrl-C does."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), end) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
