"""Writes whole records: what is there already stays, what is new is added."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import Session, col, delete, select

from assistant.domain.calls import Call
from assistant.domain.people import Account, Lead, StageMove, Who
from assistant.domain.records import (
    AccountRecord,
    CallRecord,
    Kept,
    LeadRecord,
    Reading,
    Reviewed,
    Unsent,
)
from assistant.storage.records.reading import EPOCH, RecordReading
from assistant.storage.records.rewriting import drop_answers, put_rows, put_sources
from assistant.storage.rows.answers import decision_row, mark_row, note_line_row
from assistant.storage.rows.calls import call_row, participant_rows
from assistant.storage.rows.leads import account_row, event_row, lead_row, move_row
from assistant.storage.rows.marks import turn_mark_row
from assistant.storage.rows.packs import AnyVersion, version_row
from assistant.storage.rows.privacy import consent_row
from assistant.storage.rows.scorecards import scorecard_row
from assistant.storage.rows.verdicts import review_row, verdict_row
from assistant.storage.tables.answers import DecisionRow, QuestionMarkRow
from assistant.storage.tables.base import Row
from assistant.storage.tables.calls import CallRow, ParticipantRow
from assistant.storage.tables.leads import AccountRow, EventRow, LeadRow, MoveRow
from assistant.storage.tables.marks import TurnMarkRow
from assistant.storage.tables.notes import DraftRow, NoteLineRow
from assistant.storage.tables.packs import ReadingRow, UnsentRow, VersionRow
from assistant.storage.tables.privacy import ConsentRow
from assistant.storage.tables.scorecards import ScorecardRow
from assistant.storage.tables.verdicts import ReviewRow, VerdictRow
from assistant.storage.topic import keep_person

_NEW_READING = upsert(ReadingRow)
_PUT_READING = _NEW_READING.on_conflict_do_update(
    index_elements=["call_id", "answer_id"], set_={"at": _NEW_READING.excluded.at}
)


class Records(RecordReading):
    """Whole records, read and written."""

    def add_versions(self, kind: Kept, versions: Iterable[AnyVersion]) -> None:
        """Add the versions that are new."""
        with self._database.writing() as session:
            people = _Keys(session)
            rows = [version_row(kind, one, people[one.by]) for one in versions]
            if rows:
                add = upsert(VersionRow).on_conflict_do_nothing(index_elements=["id"])
                session.execute(add, [row.model_dump(exclude={"seq"}) for row in rows])

    def put_account(self, record: AccountRecord, account: Account) -> None:
        """Keep the account as it is in force, with its versions."""
        with self._database.writing() as session:
            if not _changed(session, AccountRow, account.id, account_row(account)):
                session.add(account_row(account))
            self.add_versions("account", record.versions)

    def put_lead(self, record: LeadRecord, lead: Lead) -> None:
        """Keep the lead as it is in force, with its versions, events and moves.

        A move does not name a call that is not here.
        """
        with self._database.writing() as session:
            new = not _changed(session, LeadRow, lead.id, lead_row(lead))
            if new:
                session.add(lead_row(lead))
            self.add_versions("lead", record.versions)
            here = _here(session, {move.call_id for move in record.moves if move.call_id})
            people = _Keys(session)
            moves = [
                move_row(move if move.call_id in here else _alone(move), people[move.by])
                for move in record.moves
            ]
            events, of_lead = map(event_row, record.events), col(EventRow.lead_id) == lead.id
            put_rows(session, EventRow, of_lead, events, new=new)
            put_rows(session, MoveRow, col(MoveRow.lead_id) == lead.id, moves, new=new)

    def put_call(self, record: CallRecord, call: Call) -> None:
        """Keep a call as it is in force, with everything of its record."""
        with self._database.writing() as session:
            people = _Keys(session)
            row = call_row(call, people[call.rep])
            new = not _changed(session, CallRow, call.id, row)
            if new:
                session.add(row)
            put_rows(
                session,
                ParticipantRow,
                col(ParticipantRow.call_id) == call.id,
                participant_rows(call),
                new=new,
            )
            self.add_versions("call", record.versions)
            put_sources(session, record.sources, new=new)
            for row_type, rows in _lists(record, call.id, people):
                put_rows(session, row_type, col(row_type.call_id) == call.id, rows, new=new)
            _put_draft(session, record, call.id)
            self._put_answers(session, record.answers, call.id, new=new)

    def _put_answers(
        self, session: Session, readings: Sequence[Reading], call_id: UUID, *, new: bool
    ) -> None:
        session.flush()
        known = {} if new else self._known.of(session, call_id)
        drop_answers(session, call_id, known.keys() - {one.answer.id for one in readings})
        wanted = {one.answer.id: one.answer for one in readings}
        old = {name: wanted[name] for name in known if name in wanted}
        more = sorted((wanted[name] for name in wanted.keys() - known.keys()), key=_place)
        left = {name: known[name] for name in old}
        self._keep(session, call_id, left, old | {answer.id: answer for answer in more})
        again = [
            {"call_id": call_id, "answer_id": one.answer.id, "at": one.read_at}
            for one in readings
            if one.read_at != (one.answer.at or EPOCH)
        ]
        if again:
            session.execute(_PUT_READING, again)

    def unsent(self) -> tuple[Unsent, ...]:
        """The calls that changed since they were last sent."""
        with self._database.reading() as session:
            return tuple(
                Unsent(call_id=row.call_id, change=row.change)
                for row in session.exec(select(UnsentRow))
            )

    def mark_sent(self, sent: Iterable[Unsent]) -> None:
        """These were sent as they were then; one that changed since is still to be sent."""
        with self._database.writing() as session:
            for one in sent:
                session.exec(
                    delete(UnsentRow).where(
                        col(UnsentRow.call_id) == one.call_id, col(UnsentRow.change) == one.change
                    )
                )

    def to_send(self, calls: Iterable[UUID]) -> None:
        """These calls have something that others lack."""
        add = upsert(UnsentRow)
        more = add.on_conflict_do_update(
            index_elements=["call_id"], set_={"change": col(UnsentRow.change) + 1}
        )
        with self._database.writing() as session:
            for call_id in calls:
                session.execute(more, {"call_id": call_id, "change": 1})

    def nothing_to_send(self, calls: Iterable[UUID]) -> None:
        """Others have everything of these calls."""
        with self._database.writing() as session:
            for call_id in calls:
                session.exec(delete(UnsentRow).where(col(UnsentRow.call_id) == call_id))


def _changed(session: Session, row_type: type[Row], key: UUID, row: Row) -> bool:
    """Give the row with that key these facts; False where there is none."""
    there = session.get(row_type, key)
    if there is None:
        return False
    there.sqlmodel_update(row.model_dump())
    return True


def _put_draft(session: Session, record: CallRecord, call_id: UUID) -> None:
    if record.draft is None:
        return
    row = DraftRow(call_id=call_id, text=record.draft.text, saved_at=record.draft.saved_at)
    if not _changed(session, DraftRow, call_id, row):
        session.add(row)


def _here(session: Session, calls: Collection[UUID]) -> frozenset[UUID]:
    """Those of the calls that are in the store."""
    if not calls:
        return frozenset()
    return frozenset(session.exec(select(CallRow.id).where(col(CallRow.id).in_(calls))))


def _alone(move: StageMove) -> StageMove:
    return move.model_copy(update={"call_id": None})


class _Keys:
    """The keys of people, each looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._keys: dict[Who, UUID] = {}

    def __getitem__(self, who: Who) -> UUID:
        if who not in self._keys:
            self._keys[who] = keep_person(self._session, who)
        return self._keys[who]


def _lists(record: CallRecord, call_id: UUID, people: _Keys) -> Iterable[tuple[Any, Iterable[Row]]]:
    """The rows of a call's lists, in order."""
    numbers = {verdict.id: verdict.number for verdict in record.verdicts}
    yield NoteLineRow, (note_line_row(call_id, one) for one in record.note_lines)
    yield DecisionRow, (decision_row(call_id, one, people[one.by]) for one in record.decisions)
    yield QuestionMarkRow, (mark_row(call_id, one) for one in record.marks)
    yield (
        VerdictRow,
        (
            verdict_row(one, one.number, people[one.by] if one.by else None)
            for one in record.verdicts
        ),
    )
    yield ReviewRow, (_review_row(one, numbers, people) for one in record.reviews)
    yield ConsentRow, (consent_row(one, people[one.by]) for one in record.consents)
    yield TurnMarkRow, (turn_mark_row(one, people[one.by]) for one in record.turn_marks)
    yield ScorecardRow, (scorecard_row(one, people[one.by]) for one in record.scorecards)


def _review_row(reviewed: Reviewed, numbers: dict[UUID, int], people: _Keys) -> Row:
    number = numbers.get(reviewed.verdict) if reviewed.verdict else None
    entry = reviewed.entry.model_copy(update={"verdict_number": number})
    return review_row(entry, people[entry.by])


def _place(answer: Any) -> tuple[object, ...]:
    words = answer.evidence
    at = (answer.at or EPOCH).isoformat()
    return (words.source, words.turn, words.start) if words else ("", 0, 0), at, answer.id
