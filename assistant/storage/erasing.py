"""Deletes content row by row, and counts it. Everything happens inside one transaction."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy import ColumnElement, Delete, Update
from sqlmodel import Session, col, delete, select, text, update

from assistant.domain.errors import ReadOnlyCall
from assistant.storage.leases import STALE
from assistant.storage.tables.answers import AnswerRow, DecisionRow, QuestionMarkRow
from assistant.storage.tables.base import Row
from assistant.storage.tables.calls import CallRow, LeaseRow, ParticipantRow
from assistant.storage.tables.leads import AccountRow, EventRow, LeadRow, MoveRow
from assistant.storage.tables.notes import DraftRow, NoteLineRow
from assistant.storage.tables.sources import SourceRow, TurnRow
from assistant.storage.tables.upkeep import ErasingRow
from assistant.storage.tables.verdicts import ReviewRow, VerdictRow

Condition = ColumnElement[bool]

OF_A_CALL = (
    SourceRow, DraftRow, NoteLineRow, AnswerRow, DecisionRow, QuestionMarkRow, VerdictRow,
    ReviewRow, LeaseRow, ParticipantRow,
)  # fmt: skip
"""Rows that belong to one call; turns belong to its sources."""


class Erasure:
    """What is erased in a transaction: ``counts`` says how many rows of what."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now
        self.counts: Counter[str] = Counter()

    def calls(self, which: Condition) -> None:
        """Calls with all that was said, noted, answered, judged and reviewed in them.

        A stage move that was made in such a call stays, without the call and its reason.
        Raises ``ReadOnlyCall`` where a window has such a call open: it would go on writing.
        """
        calls = select(CallRow.id).where(which)
        fresh = select(LeaseRow).where(
            col(LeaseRow.call_id).in_(calls), col(LeaseRow.beat_at) > self._now - STALE
        )
        if self._session.exec(fresh).first() is not None:
            raise ReadOnlyCall("A call to be forgotten is open in a window. Close it first.")
        sources = select(SourceRow.id).where(col(SourceRow.call_id).in_(calls))
        self._delete(TurnRow, col(TurnRow.source_id).in_(sources))
        for row in OF_A_CALL:
            self._delete(row, col(row.call_id).in_(calls))
        self.reasons(col(MoveRow.call_id).in_(calls))
        self._run(update(MoveRow).where(col(MoveRow.call_id).in_(calls)).values(call_id=None))
        self._delete(CallRow, which)

    def leads(self, which: Condition) -> None:
        """Leads with their calls, events and stage moves."""
        leads = select(LeadRow.id).where(which)
        self._delete(EventRow, col(EventRow.lead_id).in_(leads))
        self._delete(MoveRow, col(MoveRow.lead_id).in_(leads))
        self.calls(col(CallRow.lead_id).in_(leads))
        self._delete(LeadRow, which)

    def account(self, account_id: UUID) -> None:
        """An account that no lead is at any more."""
        self._delete(AccountRow, col(AccountRow.id) == account_id)

    def before(self, day: date) -> None:
        """Calls held, events and reasons of stage moves written before a day."""
        midnight = datetime.combine(day, time(), UTC)
        self.calls(col(CallRow.call_date) < day)
        self._delete(EventRow, col(EventRow.at) < midnight)
        self.reasons(col(MoveRow.at) < midnight)

    def reasons(self, which: Condition) -> None:
        """The free text of stage moves, which themselves stay."""
        written = update(MoveRow).where(which, col(MoveRow.override_reason) != "")
        self.counts["reasons"] += self._run(written.values(override_reason=""))

    def _delete(self, table: type[Row], which: Condition) -> None:
        self.counts[str(table.__tablename__)] += self._run(delete(table).where(which))

    def _run(self, statement: Delete | Update) -> int:
        return self._session.exec(statement).rowcount


@contextmanager
def erasing(session: Session, now: datetime) -> Iterator[Erasure]:
    """Lets this transaction delete, and builds the text index anew when it is through.

    Deleting from the index would leave the words in it until it is next tidied.
    """
    session.add(ErasingRow(id=1))
    session.flush()
    yield Erasure(session, now)
    session.execute(text("INSERT INTO text_index (text_index) VALUES ('rebuild')"))
    session.exec(delete(ErasingRow))
