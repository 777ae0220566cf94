"""A call in progress: notes and transcripts come in, suggestions and a verdict go out.

Synchronous. A UI calls it from one worker thread at a time and shows the ``CallView``
that comes back. Everything is in the store before a method returns.
"""

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import UUID, uuid4

from assistant.domain.answers import Answer
from assistant.domain.calls import Call, Consent, QuestionMark
from assistant.domain.errors import NotFound
from assistant.domain.fields import Kind, Polarity
from assistant.domain.transcript import Transcript
from assistant.domain.verdict import Outcome
from assistant.ingest.reading import bytes_of, read_file, read_text
from assistant.workflows import deciding, ending
from assistant.workflows.consent import note_consent
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.drafts import Drafts
from assistant.workflows.earlier import Carried, carried_over, with_earlier
from assistant.workflows.holding import Hold
from assistant.workflows.note_lines import revise
from assistant.workflows.note_reading import NoteReader
from assistant.workflows.reading_sources import Progress, content_of
from assistant.workflows.taking_in import take_in
from assistant.workflows.viewing import call_of, sources_of, view_call
from assistant.workflows.views import CallView, EndView
from assistant.workflows.wiring import Workbench
from assistant.workflows.writing import writes

if TYPE_CHECKING:
    from assistant.workflows.following import Following

FRESH = 3
"""How many of the latest answered keys "ask next" looks at for follow-ups."""


def start_call(
    bench: Workbench,
    *,
    title: str = "",
    lead_id: UUID | None = None,
    banks: Sequence[str] = (),
    consent: Consent = Consent.UNKNOWN,
) -> UUID:
    """Begin a call now and store it. Raises ``NotFound`` for an unknown bank or lead."""
    now = bench.clock()
    names = tuple(banks) or (bench.settings.bank,)
    found = [bench.bank(name) for name in names]
    lead = bench.store.lead(lead_id) if lead_id else None
    if lead_id and lead is None:
        raise NotFound(f"There is no lead {lead_id}. `assistant lead list` shows them.")
    call = Call(
        id=uuid4(),
        title=title or (lead.name if lead else "Call"),
        lead_id=lead_id,
        call_date=bench.local(now).date(),
        time_zone=bench.settings.time_zone,
        banks=tuple(bank.id for bank in found),
        rep=bench.who,
        currency=bench.settings.currency,
        currency_from="settings" if bench.settings.currency else "none",
        started_at=now,
    )
    bench.store.save_call(call)
    note_consent(bench, call.id, consent)
    for bank in found:
        bench.store.save_bank(bank)
    return call.id


class LiveCall:
    """A call that this window has open; read-only where another window holds its lease."""

    def __init__(self, bench: Workbench, call_id: UUID, *, take_over: bool = False) -> None:
        self._bench = bench
        self.call_id = call_id
        call = call_of(bench, call_id)
        self._hold = Hold(bench, call_id)
        self.drafts = Drafts(bench, call_id, self._hold)
        self._heard: deque[str] = deque(maxlen=FRESH)
        self.noted: tuple[str, ...] = ()  # what the reader of the last transcript noted
        self._notes = NoteReader(bench, call_id, self._keep)
        self._sources = sources_of(bench, call)
        self._earlier = carried_over(bench, call)
        self._hold.take(force=take_over)
        self._notes.begin()

    @property
    def read_only(self) -> bool:
        """Whether another window has the call."""
        return not self._hold.mine

    @property
    def held_by(self) -> str:
        """Whose window that is."""
        return self._hold.whose

    @property
    def refusal(self) -> str:
        """Why it cannot be written to."""
        return self._hold.refusal

    def view(self) -> CallView:
        """The call as it stands now."""
        view = view_call(
            self._bench,
            self.call_id,
            heard=tuple(self._heard),
            held_by=self.held_by if self.read_only else None,
            unread=self._notes.unread,
            sources=self._sources,
        )
        return with_earlier(view, self._earlier)

    def beat(self) -> bool:
        """Keep the lease, or take it once it is free; call it every ten seconds.

        False while another window has it.
        """
        held = self._hold.mine
        if self._hold.keep() and not held:
            self._look_anew()
        return self._hold.mine

    def take_over(self) -> CallView:
        """Take the call from the window that holds it."""
        self._hold.take(force=True)
        self._look_anew()
        return self.view()

    def look(self) -> CallView:
        """The call as it stands, once it is seen whether this window still has it."""
        if not self.read_only:
            self.beat()
        return self.view()

    def _look_anew(self) -> None:
        """See what the other window has written."""
        self._sources = sources_of(self._bench, call_of(self._bench, self.call_id))
        self._notes.begin()

    def close(self) -> None:
        """Give the lease back. The call stays open and can be resumed."""
        self._hold.give_back()

    @writes
    def save_draft(self, text: str) -> None:
        """Keep the editor's text as it stands, finished or not. Fast; for every pause."""
        self.drafts.save(text)

    @writes
    def keep_notes(
        self,
        text: str,
        *,
        editing: int | None = None,
        read_at_most: int = 0,
        number: int | None = None,
    ) -> CallView:
        """Store the lines that are finished: all but row ``editing`` of ``text``.

        Then so many of them are read, if no more are unread: those that were just typed.
        ``number`` is the text's among the drafts.
        """
        self.drafts.save(text, number)
        now = self._bench.clock()
        old = self._bench.store.note_lines(self.call_id)
        changes = revise(old, text, seconds=self._seconds(now), now=now, editing=editing)
        if changes:
            self._bench.store.save_note_lines(self.call_id, changes)
            self._notes.add(changes)
        if 0 < self._notes.unread <= read_at_most:
            # They are stored, and that is not undone: reading them by themselves says why.
            with suppress(Exception):
                self._notes.read(read_at_most)
        return self.view()

    @writes
    def read_notes(self, *, at_most: int | None = None) -> CallView:
        """Read finished lines that are not read yet: all, or so many of them.

        Loads the extractor if need be. The view's ``unread`` says how many are left.
        """
        self._notes.read(at_most)
        return self.view()

    def _keep(self, answers: Sequence[Answer]) -> None:
        now = self._bench.clock()
        stamped = [one if one.at else one.model_copy(update={"at": now}) for one in answers]
        if stamped:
            self._bench.store.save_answers(self.call_id, stamped)
        self._heard += [answer.key for answer in stamped if answer.in_force]

    def _seconds(self, now: datetime) -> float:
        return max(0.0, (now - call_of(self._bench, self.call_id).started_at).total_seconds())

    @writes
    def add_transcript(
        self, text: str, *, name: str = "paste", progress: Progress | None = None
    ) -> CallView:
        """Read a transcript into the call. The same text twice changes nothing.

        Raises ``BadInput`` for text that no reader understands.
        """
        transcript = read_text(text, name=name, kind=Kind.CALL)
        return self._take_in(transcript, content_of(text), name, progress)

    @writes
    def add_file(self, path: Path, *, progress: Progress | None = None) -> CallView:
        """Read a transcript file into the call; a meeting's chat is kept beside what was said.

        Raises ``BadInput`` that says what is wrong.
        """
        data = bytes_of(path)
        transcript = read_file(path, kind=Kind.CALL, chat=True, data=data)
        return self._take_in(transcript, content_of(data), path.name, progress)

    def follow(
        self,
        following: "Following",
        *,
        read: bool = True,
        breathe: Callable[[], None] = lambda: None,
    ) -> CallView | None:
        """Take in what was said since the last time; None where nothing was.

        ``read`` is False where no reader can be loaded. ``breathe`` is called between turns.
        """
        if self.read_only or not following.look():
            return None
        return self._take_followed(following, read, breathe)

    @writes
    def end_following(self, following: "Following", *, read: bool = True) -> CallView:
        """Take in every word that is there, finished or not."""
        following.look()
        following.settle()
        self._take_followed(following, read, lambda: None)
        while following.more:
            self._take_followed(following, read, lambda: None)
        return self.view()

    @writes
    def _take_followed(
        self,
        following: "Following",
        read: bool,  # noqa: FBT001
        breathe: Callable[[], None],
    ) -> CallView:
        self._heard += following.take(read=read, breathe=breathe)
        if (source := following.source) is not None:
            others = [one for one in self._sources if one.id != source.id]
            self._sources = (*others, source)
        return self.view()

    def _take_in(
        self, transcript: Transcript, content: str, origin: str, progress: Progress | None
    ) -> CallView:
        answers = take_in(
            self._bench,
            call_of(self._bench, self.call_id),
            transcript,
            content=content,
            origin=origin,
            progress=progress,
        )
        self._sources = sources_of(self._bench, call_of(self._bench, self.call_id))
        self.noted = transcript.warnings
        self._heard += [answer.key for answer in answers]
        return self.view()

    @writes
    def confirm(self, answer_id: str) -> CallView:
        """Say that an answer is right."""
        deciding.confirm(self._bench, self.call_id, answer_id)
        return self.view()

    @writes
    def reject(self, answer_id: str, reason: str = "") -> CallView:
        """Say that it is no answer."""
        deciding.reject(self._bench, self.call_id, answer_id, reason)
        return self.view()

    @writes
    def edit(self, answer_id: str, change: AnswerEdit) -> CallView:
        """Put an answer right."""
        deciding.edit(self._bench, self.call_id, answer_id, change)
        return self.view()

    @writes
    def answer(self, question: str, value: str, polarity: Polarity | None = None) -> CallView:
        """Answer a question by hand. Raises ``WrongUsage`` for a value that it can't have."""
        given = deciding.add(
            self._bench, self.call_id, question=question, value=value, polarity=polarity
        )
        self._heard.append(given.key)
        return self.view()

    @writes
    def take_back(self) -> tuple[Answer | None, CallView]:
        """Take back my last decision: the answer as it stands again, None where there was none."""
        return deciding.undo(self._bench, self.call_id), self.view()

    @writes
    def carry(
        self, carried: Carried, *, holds: bool = True, change: AnswerEdit | None = None
    ) -> CallView:
        """Say that what an earlier call answered still holds, with a change, or holds no more."""
        deciding.carry(self._bench, self.call_id, carried, holds=holds, change=change)
        return self.view()

    @writes
    def mark(
        self, question: str, state: Literal["asked", "skipped", "not_applicable", "open"]
    ) -> CallView:
        """Say what became of a question that has no answer."""
        mark = QuestionMark(question=question, state=state, by="person", at=self._bench.clock())
        self._bench.store.mark_question(self.call_id, mark)
        return self.view()

    @writes
    def set_consent(self, consent: Consent, said_by: str = "", words: str = "") -> CallView:
        """Record what was said about recording or transcribing, by whom, in which words."""
        note_consent(self._bench, self.call_id, consent, said_by=said_by, words=words)
        return self.view()

    @writes
    def end(
        self, text: str | None = None, *, read: bool = True, number: int | None = None
    ) -> EndView:
        """End the call: read what is unread, record the verdict, offer the stage move.

        ``text`` is the editor's last text, ``number`` its draft's. Missing answers do not stop
        it, nor an extractor that can't be loaded: then ``read`` is False, notes stay unread.
        """
        if text is not None:
            self.keep_notes(text, number=number)
        if read:
            self.read_notes()
        return ending.end_call(self._bench, self.call_id, engine=None if read else "")

    @writes
    def override(self, outcome: Outcome, reason: str) -> EndView:
        """Put my verdict over the system's. Raises ``WrongUsage`` without a reason."""
        return ending.override_verdict(self._bench, self.call_id, outcome, reason)

    @writes
    def agree(self, step: str, when: str = "") -> EndView:
        """Note the next step that was agreed on. Raises ``WrongUsage`` for what is no date."""
        deciding.agree(self._bench, self.call_id, step, when)
        return ending.end_view(self._bench, self.call_id)

    @writes
    def move(self, to: str | None = None, reason: str = "") -> EndView:
        """Move the lead on, or to stage ``to``.

        Raises ``Blocked`` where a gate does not pass and no reason is given.
        """
        return ending.move_stage(self._bench, self.call_id, to=to, reason=reason)
