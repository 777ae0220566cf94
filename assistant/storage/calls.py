"""Calls, one by one."""

from uuid import UUID

from sqlmodel import Session, col, delete, select

from assistant.domain.calls import Call
from assistant.storage.rows.calls import call_row, participant_rows, to_call
from assistant.storage.tables.calls import NEWEST_FIRST, CallRow, ParticipantRow
from assistant.storage.topic import Topic, all_people, keep_person


class Calls(Topic):
    """Calls by their facts."""

    def save_call(self, call: Call) -> None:
        """Add it, or replace the one with its id. Raises ``NotFound`` without its lead.

        The consent of one that is there stays: ``note_consent`` alone changes it, and keeps
        who said what.
        """
        with self._database.writing() as session:
            row = call_row(call, keep_person(session, call.rep))
            if there := session.get(CallRow, call.id):
                row.consent = there.consent
            session.merge(row)
            # The call's row has to be there before its participants.
            session.flush()
            session.exec(delete(ParticipantRow).where(col(ParticipantRow.call_id) == call.id))
            session.add_all(participant_rows(call))

    def call(self, call_id: UUID) -> Call | None:
        with self._database.reading() as session:
            return _load(session, session.get(CallRow, call_id))

    def calls_with(self, lead_id: UUID) -> tuple[Call, ...]:
        query = select(CallRow).where(CallRow.lead_id == lead_id).order_by(*NEWEST_FIRST)
        with self._database.reading() as session:
            return tuple(_loaded(session, row) for row in session.exec(query).all())

    def call_with_content(self, content: str, lead_id: UUID | None) -> Call | None:
        """The call of this lead that was imported from this content; the latest of several."""
        if not content:
            return None
        query = select(CallRow).where(CallRow.content == content, CallRow.lead_id == lead_id)
        query = query.order_by(col(CallRow.started_at).desc())
        with self._database.reading() as session:
            return _load(session, session.exec(query).first())


def _load(session: Session, row: CallRow | None) -> Call | None:
    return None if row is None else _loaded(session, row)


def _loaded(session: Session, row: CallRow) -> Call:
    query = select(ParticipantRow).where(ParticipantRow.call_id == row.id)
    there = session.exec(query.order_by(col(ParticipantRow.position)))
    return to_call(row, there, all_people(session))
