"""The call that is talked about: its text, kept as it is typed, and what is done to it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, RLock, Thread
from uuid import UUID

from assistant.domain.calls import Consent
from assistant.domain.errors import AssistantError, BadInput, NoConsent, ReadOnlyCall
from assistant.domain.fields import Field
from assistant.plain import acts
from assistant.plain.captions import Captions, Looked
from assistant.workflows import deciding
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.live_call import LiveCall
from assistant.workflows.views import CallView, EndView
from assistant.workflows.wiring import Workbench

KEEP_AFTER = 0.5
"""Seconds between two looks at what is being typed."""
LOOKS_A_BEAT = 20
"""So many looks between two beats of the lease, which is stale after thirty seconds."""


class KeptCall:
    """A call with its notes. One thing is done to it at a time, by whichever thread.

    ``captions`` are the transcript that is read while it is written, if there is one.
    """

    def __init__(self, bench: Workbench, call_id: UUID, captions: Captions | None = None) -> None:
        self._bench = bench
        self._captions = captions
        self._lock = RLock()
        self._live = LiveCall(bench, call_id)
        self._end: EndView | None = None
        self._text = ""
        self._draft = ""
        self._loading = Thread(target=self._load_reader, daemon=True)
        self.reader_error: Exception | None = None
        self.unstored = ""
        """Notes that the store has not taken yet."""

    @property
    def noted(self) -> tuple[str, ...]:
        """What the reader of the last file noted."""
        return self._live.noted

    def wait_for_reader(self) -> None:
        """Wait until what reads the words is loaded, or cannot be."""
        self._loading.join()

    def look(self) -> Looked | None:
        """Take in what the transcript brought; None where another window has the call.

        Raises ``AssistantError``.
        """
        read = self._can_read
        with self._lock:
            return self._captions.look(self._live, read=read) if self._captions else None

    def _last_words(self) -> None:
        """Take in every word; captions that cannot be read any more were told of already."""
        if self._captions is not None:
            with suppress(BadInput):
                self._captions.last(self._live, read=self._can_read)

    def open(self) -> tuple[CallView, str]:
        """The call, its notes read as far as they are not yet, and an unfinished last line."""
        self._loading.start()
        with self._lock:
            view = self._live.view()
            return (view, "") if view.read_only else self._take_draft(view)

    def _take_draft(self, view: CallView) -> tuple[CallView, str]:
        rows = view.draft.splitlines()
        finished = {line.text for line in view.lines}
        begun = bool(rows) and rows[-1].strip() not in {"", *finished}
        rest = rows[-1].strip() if begun else ""
        self._draft = view.draft
        self._text = "\n".join(rows[:-1] if begun else rows)
        editing = len(rows) - 1 if begun else None
        view = self._live.keep_notes(view.draft, editing=editing)
        return (self._read(view), rest) if view.unread else (view, rest)

    def _load_reader(self) -> None:
        try:
            _ = self._bench.extractor
        except Exception as error:  # noqa: BLE001  # notes are taken without it, and it is said
            self.reader_error = error

    @property
    def _can_read(self) -> bool:
        self._loading.join()
        return self.reader_error is None

    def do(self, act: acts.Act) -> tuple[CallView, EndView | None]:
        """Do it; the call as it is then. Raises ``AssistantError``."""
        with self._lock:
            result = self._act(act)
            if isinstance(result, EndView):
                self._end = result
                return result.call, result
            return result, self._end

    def _act(self, act: acts.Act) -> CallView | EndView:
        live = self._live
        match act:
            case acts.Note():
                return self._keep(f"{self._text}\n{act.text}" if self._text else act.text, act.text)
            case acts.DropNote():
                return self._keep(self._text.removesuffix(act.text).removesuffix("\n"))
            case acts.DropRest():
                return self._keep(self._text)
            case acts.Confirm():
                return live.confirm(act.answer)
            case acts.Reject():
                return live.reject(act.answer, act.reason)
            case acts.Edit():
                return live.edit(act.answer, act.change)
            case acts.Carry():
                return live.carry(act.carried, holds=act.holds, change=act.change)
            case acts.Give():
                return live.answer(act.question, act.value)
            case acts.MarkAs():
                return live.mark(act.question, act.mark)
            case acts.TakeBack():
                return live.take_back()[1]
            case _:
                return self._act_on_call(act)

    def _act_on_call(self, act: acts.Act) -> CallView | EndView:
        live = self._live
        match act:
            case acts.NoteConsent():
                return live.set_consent(act.consent, act.said_by, act.words)
            case acts.TakeIn():
                return self._take_in(act.path)
            case acts.TakeOver():
                return self._take_over()
            case acts.End():
                self._last_words()
                return live.end(self._text, read=self._can_read)
            case acts.NextStep():
                return self._agree(act)
            case acts.Override():
                return live.override(act.outcome, act.reason)
            case acts.Move():
                return live.move(self._stage(act.to), act.reason)
            case _:
                return live.view()

    def _agree(self, act: acts.NextStep) -> EndView:
        call_id = self._live.call_id
        if act.answer:
            deciding.edit(self._bench, call_id, act.answer, AnswerEdit(value=act.text))
        else:
            deciding.add(self._bench, call_id, field=Field.NEXT_STEP, value=act.text)
        return self._live.end(read=False)

    def _stage(self, name: str | None) -> str | None:
        stages = self._end.stages if self._end else ()
        wanted = (name or "").casefold()
        by_title = (one.id for one in stages if wanted in {one.title.casefold(), one.id})
        return next(by_title, name)

    def _keep(self, text: str, new: str = "") -> CallView:
        """Store the notes, and read them where the reader is there."""
        self._text = self._draft = text
        try:
            view = self._live.keep_notes(text)
        except AssistantError:
            self.unstored = "\n".join(filter(None, (self.unstored, new)))
            raise
        self.unstored = ""
        return self._read(view)

    def _read(self, view: CallView) -> CallView:
        return self._live.read_notes() if self._can_read else view

    def _take_in(self, path: Path) -> CallView:
        try:
            return self._live.add_file(path.expanduser())
        except NoConsent as error:
            raise NoConsent(
                "A transcript is only read once consent is noted: “consent WORDS”."
                if self._live.view().call.consent is Consent.UNKNOWN
                else str(error)
            ) from error
        except (OSError, RuntimeError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise BadInput(f"it cannot be read: {why}", file=str(path)) from error

    def _take_over(self) -> CallView:
        """Take the call; notes of ours that the store did not take are added to it."""
        view = self._live.take_over()
        self._text = "\n".join(filter(None, (view.draft.rstrip("\n"), self.unstored)))
        return self._keep(self._text)

    def keep_typing(self, unfinished: str) -> None:
        """Keep a line that is being typed, and whatever the store has not taken yet."""
        with self._lock:
            if self._live.read_only:
                return
            if self.unstored:
                self._live.keep_notes(self._text)
                self.unstored = ""
            draft = "\n".join(filter(None, (self._text, unfinished)))
            if unfinished and draft != self._draft:
                self._live.save_draft(draft)
                self._draft = draft
            elif not unfinished and self._begun:
                self._live.save_draft(self._text)
                self._draft = self._text

    @property
    def _begun(self) -> bool:
        return self._draft != self._text

    def beat(self) -> None:
        """Keep the lease."""
        with self._lock:
            self._live.beat()

    def close(self, unfinished: str) -> None:
        """Keep what is there and give the lease back.

        Raises ``AssistantError`` where notes are not stored.
        """
        with self._lock:
            if unfinished or self.unstored:
                self.keep_typing(unfinished)
            if self._captions is not None and not self._live.read_only:
                self._last_words()
            self._live.close()
            if self.unstored:
                raise ReadOnlyCall("Another window has the call.")


class Keeper:
    """Keeps what is being typed, and the lease, until it is told to stop."""

    def __init__(self, call: KeptCall, unfinished: Callable[[], str]) -> None:
        self._call = call
        self._unfinished = unfinished
        self._over = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin to keep."""
        self._thread.start()

    def stop(self) -> None:
        """Stop and wait until it has stopped."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        looks = 0
        while not self._over.wait(KEEP_AFTER):
            looks += 1
            _try(lambda: self._call.keep_typing(self._unfinished()))
            if looks % LOOKS_A_BEAT == 0:
                _try(self._call.beat)


def _try(keep: Callable[[], None]) -> None:
    """What fails now is tried again at the next look; the rep hears of it at the next line."""
    try:
        keep()
    except AssistantError:
        return
