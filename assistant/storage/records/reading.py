"""Reads whole records."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from assistant.domain.answers import Answer
from assistant.domain.people import Who
from assistant.domain.records import (
    AccountRecord,
    AccountVersion,
    CallRecord,
    CallVersion,
    Draft,
    LeadRecord,
    LeadVersion,
    Reading,
    Reviewed,
    Version,
)
from assistant.domain.verdict import RecordedVerdict
from assistant.storage.answers import Answers
from assistant.storage.calls import Calls
from assistant.storage.leads import Leads
from assistant.storage.marks import TurnMarks
from assistant.storage.notes import Notes
from assistant.storage.privacy import Privacy
from assistant.storage.rows.answers import to_mark
from assistant.storage.rows.packs import to_version
from assistant.storage.scorecards import Scorecards
from assistant.storage.sources import Sources
from assistant.storage.tables.answers import QuestionMarkRow
from assistant.storage.tables.calls import CallRow
from assistant.storage.tables.leads import AccountRow, LeadRow
from assistant.storage.tables.notes import DraftRow
from assistant.storage.tables.packs import ReadingRow, VersionRow
from assistant.storage.topic import all_people
from assistant.storage.verdicts import Verdicts

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
V = TypeVar("V", bound=Version)


class RecordReading(
    Leads, Calls, Sources, Notes, Answers, Verdicts, Scorecards, TurnMarks, Privacy
):
    """Everything of a call, a lead, an account."""

    def call_record(self, call_id: UUID) -> CallRecord | None:
        """All that is kept of a call; None where it is not here.

        Its versions are those that were packed: its present facts may be none of them.
        """
        with self._database.reading() as session:
            if session.get(CallRow, call_id) is None:
                return None
            verdicts = self.verdicts(call_id)
            return CallRecord(
                versions=_versions(session, CallVersion, call_id),
                sources=self.sources(call_id),
                note_lines=self.note_history(call_id),
                draft=_draft(session, call_id),
                answers=tuple(_readings(session, call_id, self.answers(call_id))),
                decisions=self.decisions(call_id),
                marks=tuple(map(to_mark, _of_call(session, QuestionMarkRow, call_id))),
                verdicts=verdicts,
                reviews=tuple(self._reviewed(call_id, verdicts)),
                consents=self.consents(call_id),
                turn_marks=self.turn_marks(call_id),
                scorecards=self.scorecards(call_id),
            )

    def lead_record(self, lead_id: UUID) -> LeadRecord | None:
        """All that is kept of a lead, less its calls; None where it is not here."""
        with self._database.reading() as session:
            if session.get(LeadRow, lead_id) is None:
                return None
            return LeadRecord(
                versions=_versions(session, LeadVersion, lead_id),
                events=self.events(lead_id),
                moves=self.moves(lead_id),
            )

    def account_record(self, account_id: UUID) -> AccountRecord | None:
        """The versions of an account; None where it is not here."""
        with self._database.reading() as session:
            if session.get(AccountRow, account_id) is None:
                return None
            return AccountRecord(versions=_versions(session, AccountVersion, account_id))

    def versions(self, of: type[V], of_id: UUID) -> tuple[V, ...]:
        """The facts as they stood each time that they were packed, the oldest first."""
        with self._database.reading() as session:
            return _versions(session, of, of_id)

    def _reviewed(self, call_id: UUID, verdicts: Iterable[RecordedVerdict]) -> Iterable[Reviewed]:
        ids = {verdict.number: verdict.id for verdict in verdicts}
        for entry in self.reviews(call_id):
            verdict = ids.get(entry.verdict_number or 0)
            alone = entry.model_copy(update={"verdict_number": None})
            yield Reviewed(entry=alone, verdict=verdict)


def _versions(session: Session, make: type[V], of_id: UUID) -> tuple[V, ...]:
    query = select(VersionRow).where(VersionRow.of_id == of_id).order_by(col(VersionRow.seq))
    people: dict[UUID, Who] | None = None
    found: list[V] = []
    for row in session.exec(query):
        people = people or all_people(session)
        found.append(to_version(make, row, people))
    return tuple(found)


def _draft(session: Session, call_id: UUID) -> Draft | None:
    row = session.get(DraftRow, call_id)
    return Draft(text=row.text, saved_at=row.saved_at) if row else None


def _of_call(session: Session, row_type: Any, call_id: UUID) -> Iterable[Any]:
    query = select(row_type).where(row_type.call_id == call_id).order_by(col(row_type.seq))
    return session.exec(query).all()


def _readings(session: Session, call_id: UUID, answers: Iterable[Answer]) -> Iterable[Reading]:
    read = select(ReadingRow.answer_id, ReadingRow.at).where(ReadingRow.call_id == call_id)
    again = dict(iter(session.exec(read)))
    for answer in answers:
        alone = answer.model_copy(update={"superseded_by": None, "contradicts": ()})
        yield Reading(answer=alone, read_at=again.get(answer.id) or answer.at or EPOCH)
