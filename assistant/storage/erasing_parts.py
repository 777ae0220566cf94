"""Erases a part of a call: what was said, what was noted, or what was answered.

The call stays. Its answers lose their words with the text that they are from, and keep what
they come to. A source stays without a word of it, so that it is not taken in again.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlmodel import col, delete, exists, select, update

from assistant.domain.answers import Answer
from assistant.domain.fields import Kind
from assistant.domain.privacy import KeptSince, without_words
from assistant.domain.records import Part
from assistant.storage.erasing import Condition, Erasure
from assistant.storage.known_answers import of_call
from assistant.storage.leases import STALE
from assistant.storage.rows.answers import answer_columns, document, to_answer
from assistant.storage.tables.answers import AnswerRow, DecisionRow, QuestionMarkRow, answers_of
from assistant.storage.tables.calls import CallRow, LeaseRow
from assistant.storage.tables.marks import TurnMarkRow
from assistant.storage.tables.notes import DraftRow, NoteLineRow
from assistant.storage.tables.packs import ReadingRow, TombstoneRow
from assistant.storage.tables.search import CallIndexRow
from assistant.storage.tables.sources import IN_A_SOURCE, SourceRow, TurnRow, turn_key, turns_of
from assistant.storage.tables.verdicts import VerdictRow

NOTES = "notes"
"""The source that evidence from a line of notes names."""
SAID = (Kind.CALL.value, Kind.CHAT.value)
NOTED = (Kind.NOTES.value,)
_TURNS_LEAVE = text(
    "INSERT INTO text_index (text_index, rowid, text) "
    "SELECT 'delete', place, text FROM indexed_turns WHERE key BETWEEN :first AND :last"
)
_LINES_LEAVE = text(
    "INSERT INTO text_index (text_index, rowid, text) "
    "SELECT 'delete', place, text FROM indexed_notes WHERE call_id = :call"
)
_ANSWERS_LEAVE = text(
    "INSERT INTO text_index (text_index, rowid, text, value, tags) "
    "SELECT 'delete', place, text, value, tags FROM indexed_answers WHERE call_id = :call"
)
_ID = col(CallRow.id)


class PartErasure(Erasure):
    """Erasure of whole calls, and of parts of them; ``touched`` are calls that lost a part."""

    def older(self, kept: KeptSince) -> None:
        """What is from calls that were held before the day since which its kind is kept.

        Calls that a window has open are left for another time.
        """
        if kept.calls:
            self.calls(self._closed(kept.calls))
        if kept.transcripts:
            for call_id in self._found(kept.transcripts, has_turns(SAID)):
                self._said(call_id)
        if kept.notes:
            for call_id in self._found(kept.notes, has_notes()):
                self._noted(call_id)
        if kept.answers:
            for call_id in self._found(kept.answers, has_answers()):
                self._answered(call_id)

    def _closed(self, day: date) -> Condition:
        open_now = select(LeaseRow.call_id).where(col(LeaseRow.beat_at) > self._now - STALE)
        return (col(CallRow.call_date) < day) & _ID.not_in(open_now)

    def _found(self, day: date, holding: Condition) -> Iterable[UUID]:
        found = self._session.exec(select(CallRow.id).where(self._closed(day), holding)).all()
        self.touched.update(found)
        return found

    def _bury_part(self, kind: Part, call_id: UUID) -> None:
        """Keep that this part is gone, so that no pack brings it back."""
        self._session.exec(delete(TombstoneRow).where(_is_buried(kind, call_id)))
        self._session.add(TombstoneRow(kind=kind, id=call_id, by_key=self._by_key, at=self._now))

    def _said(self, call_id: UUID) -> None:
        self._bury_part("transcripts", call_id)
        names = self._sources(call_id, SAID)
        self._strip(call_id, names)

    def _noted(self, call_id: UUID) -> None:
        self._bury_part("notes", call_id)
        names = self._sources(call_id, NOTED)
        self._session.execute(_LINES_LEAVE, {"call": call_id.bytes})
        self._delete(NoteLineRow, col(NoteLineRow.call_id) == call_id)
        self._delete(DraftRow, col(DraftRow.call_id) == call_id)
        self._strip(call_id, names | {NOTES})

    def _sources(self, call_id: UUID, kinds: tuple[str, ...]) -> set[str]:
        """Take the turns out of the call's sources of these kinds; the names of them."""
        of_them = (col(SourceRow.call_id) == call_id) & col(SourceRow.kind).in_(kinds)
        found = self._session.exec(select(SourceRow.seq, SourceRow.name).where(of_them)).all()
        for seq, _ in found:
            first = turn_key(seq or 0, 0)
            self._session.execute(_TURNS_LEAVE, {"first": first, "last": first + IN_A_SOURCE - 1})
            self._delete(TurnRow, turns_of(seq))
        self._run(update(SourceRow).where(of_them).values(origin=""))
        names = {name for _, name in found}
        marked = (col(TurnMarkRow.call_id) == call_id) & col(TurnMarkRow.source).in_(names)
        self._delete(TurnMarkRow, marked)
        return names

    def _strip(self, call_id: UUID, sources: set[str]) -> None:
        """Take the words from these sources out of answers, wherever they are kept."""
        session = self._session
        answers = select(AnswerRow).where(of_call(call_id), col(AnswerRow.source).in_(sources))
        for row in session.exec(answers):
            bare = without_words(to_answer(row.model_dump()))
            row.sqlmodel_update(answer_columns(bare))
            self.counts["quotes"] += 1
        for decided in session.exec(select(DecisionRow).where(DecisionRow.call_id == call_id)):
            decided.before = decided.before and _stripped(decided.before, sources)
            decided.after = _stripped(decided.after, sources)
        for verdict in session.exec(select(VerdictRow).where(VerdictRow.call_id == call_id)):
            verdict.answers = [_stripped(one, sources) for one in verdict.answers]
        session.flush()
        session.expunge_all()

    def _answered(self, call_id: UUID) -> None:
        self._bury_part("answers", call_id)
        self._session.execute(_ANSWERS_LEAVE, {"call": call_id.bytes})
        self._delete(AnswerRow, of_call(call_id))
        for row in (DecisionRow, QuestionMarkRow, ReadingRow):
            self._delete(row, col(row.call_id) == call_id)
        self._run(update(VerdictRow).where(col(VerdictRow.call_id) == call_id).values(answers=[]))


def _is_buried(kind: Part, call_id: UUID) -> Condition:
    return (col(TombstoneRow.kind) == kind) & (col(TombstoneRow.id) == call_id)


def has_turns(kinds: tuple[str, ...]) -> Condition:
    """Whether a call has a word left of what was said, or of notes from a file."""
    of_it = (col(SourceRow.call_id) == _ID) & col(SourceRow.kind).in_(kinds)
    return exists().where(turns_of(col(SourceRow.seq)), of_it)


def has_notes() -> Condition:
    """Whether a call has a word left of its notes."""
    lines = exists().where(col(NoteLineRow.call_id) == _ID)
    draft = exists().where(col(DraftRow.call_id) == _ID)
    return lines | draft | has_turns(NOTED)


def has_answers() -> Condition:
    """Whether a call has answers, or what became of its questions."""
    asked = exists().where(col(QuestionMarkRow.call_id) == _ID)
    answered = exists().where(col(CallIndexRow.call_id) == _ID, answers_of(col(CallIndexRow.key)))
    return answered | asked


def older_than(kept: KeptSince) -> Condition | None:
    """Calls that have anything to lose by these rules; None where all is kept."""
    day = col(CallRow.call_date)
    rules = [
        (kept.calls, None),
        (kept.transcripts, has_turns(SAID)),
        (kept.notes, has_notes()),
        (kept.answers, has_answers()),
    ]
    found: Condition | None = None
    for since, holding in rules:
        if since is not None:
            here = day < since if holding is None else (day < since) & holding
            found = here if found is None else found | here
    return found


def _stripped(kept: Mapping[str, Any], sources: set[str]) -> dict[str, Any]:
    answer = Answer.model_validate(kept)
    if answer.evidence is None or answer.evidence.source not in sources:
        return dict(kept)
    return document(without_words(answer))
