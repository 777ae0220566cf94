"""Deletes content row by row, and counts it. Everything happens inside one transaction."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy import ColumnElement, Delete, Update, insert, text
from sqlmodel import Session, col, delete, select, update
from sqlmodel.sql.expression import SelectOfScalar

from assistant.domain.errors import ReadOnlyCall
from assistant.storage.leases import STALE
from assistant.storage.search.naming import names_anybody
from assistant.storage.tables.answers import AnswerRow, DecisionRow, QuestionMarkRow, answers_of
from assistant.storage.tables.base import Row
from assistant.storage.tables.calls import CallRow, LeaseRow, ParticipantRow
from assistant.storage.tables.leads import AccountRow, EventRow, LeadRow, MoveRow
from assistant.storage.tables.marks import TurnMarkRow
from assistant.storage.tables.notes import DraftRow, NoteLineRow
from assistant.storage.tables.packs import (
    ConflictRow,
    ReadingRow,
    TombstoneRow,
    UnsentRow,
    VersionRow,
)
from assistant.storage.tables.privacy import ConsentRow
from assistant.storage.tables.scorecards import ScorecardRow
from assistant.storage.tables.search import CallIndexRow, SavedQueryRow
from assistant.storage.tables.sources import SourceRow, TurnRow, turns_of
from assistant.storage.tables.upkeep import ErasingRow
from assistant.storage.tables.verdicts import ReviewRow, VerdictRow

Condition = ColumnElement[bool]

OF_A_CALL = (
    SourceRow, DraftRow, NoteLineRow, DecisionRow, QuestionMarkRow, VerdictRow,
    ScorecardRow, ReviewRow, LeaseRow, ParticipantRow, ConsentRow, TurnMarkRow, ReadingRow,
)  # fmt: skip
"""Rows that say of which call they are; turns belong to its sources."""

_CALL_LEAVES = text(
    "INSERT INTO text_index (text_index, rowid, text, value, tags) "
    "SELECT 'delete', place, text, value, tags FROM indexed_text WHERE call_id = :call"
)
"""Takes the words of a call out of the text index, which needs to be told them."""


class Erasure:
    """What is erased in a transaction: how many rows of what (``counts``), ``touched`` calls."""

    def __init__(self, session: Session, now: datetime, by_key: UUID) -> None:
        self._session = session
        self._now = now
        self._by_key = by_key
        self.counts: Counter[str] = Counter()
        self.touched: set[UUID] = set()

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
        gone = self._session.exec(calls).all()
        self.touched.update(gone)
        for call_id in gone:
            # One by one: of several at once SQLite would look through the texts of all calls.
            self._session.execute(_CALL_LEAVES, {"call": call_id.bytes})
        self._bury("call", calls)
        turns = select(TurnRow.key).join(SourceRow, turns_of(col(SourceRow.seq)))
        turns = turns.where(col(SourceRow.call_id).in_(calls))
        self._delete(TurnRow, col(TurnRow.key).in_(turns))
        answers = select(AnswerRow.key).join(CallIndexRow, answers_of(col(CallIndexRow.key)))
        answers = answers.where(col(CallIndexRow.call_id).in_(calls))
        self._delete(AnswerRow, col(AnswerRow.key).in_(answers))
        for row in OF_A_CALL:
            self._delete(row, col(row.call_id).in_(calls))
        self.reasons(col(MoveRow.call_id).in_(calls))
        self._run(update(MoveRow).where(col(MoveRow.call_id).in_(calls)).values(call_id=None))
        self._run(delete(CallIndexRow).where(col(CallIndexRow.call_id).in_(calls)))
        self._run(delete(UnsentRow).where(col(UnsentRow.call_id).in_(calls)))
        self._delete(CallRow, which)

    def leads(self, which: Condition) -> None:
        """Leads with their calls, events and stage moves."""
        known = self._session.exec(select(LeadRow.name, LeadRow.email).where(which))
        self._queries([name for names in known for name in names])
        leads = select(LeadRow.id).where(which)
        self._bury("lead", leads)
        self._delete(EventRow, col(EventRow.lead_id).in_(leads))
        self._delete(MoveRow, col(MoveRow.lead_id).in_(leads))
        self.calls(col(CallRow.lead_id).in_(leads))
        self._delete(LeadRow, which)

    def account(self, account_id: UUID) -> None:
        """An account that no lead is at any more."""
        named = select(AccountRow.name).where(AccountRow.id == account_id)
        self._queries(list(self._session.exec(named)))
        self._bury("account", select(AccountRow.id).where(AccountRow.id == account_id))
        self._delete(AccountRow, col(AccountRow.id) == account_id)

    def before(self, day: date) -> None:
        """Calls held, events and reasons of stage moves written before a day."""
        midnight = datetime.combine(day, time(), UTC)
        self.calls(col(CallRow.call_date) < day)
        self._bury("event", select(EventRow.id).where(col(EventRow.at) < midnight))
        self._delete(EventRow, col(EventRow.at) < midnight)
        self.reasons(col(MoveRow.at) < midnight)

    def events(self, ids: Collection[UUID]) -> None:
        """Things that leads did."""
        self._bury("event", select(EventRow.id).where(col(EventRow.id).in_(ids)))
        self._delete(EventRow, col(EventRow.id).in_(ids))

    def reasons(self, which: Condition) -> None:
        """The free text of stage moves, which themselves stay."""
        written = update(MoveRow).where(which, col(MoveRow.override_reason) != "")
        self.counts["reasons"] += self._run(written.values(override_reason=""))

    def _bury(self, kind: str, ids: SelectOfScalar[UUID]) -> None:
        """Keep the ids of what goes, so that no pack brings it back, and none of its versions."""
        new = TombstoneRow.__table__  # type: ignore[attr-defined]
        for one in self._session.exec(ids).all():
            row = TombstoneRow(kind=kind, id=one, by_key=self._by_key, at=self._now)
            self._session.execute(insert(new).prefix_with("OR IGNORE").values(row.model_dump()))
        self._run(delete(VersionRow).where(col(VersionRow.of_id).in_(ids)))
        self._run(delete(ConflictRow).where(col(ConflictRow.id).in_(ids)))

    def _queries(self, names: Sequence[str]) -> None:
        """Saved queries that name somebody."""
        for row in self._session.exec(select(SavedQueryRow)):
            if names_anybody(row.query, names) or names_anybody(row.name, names):
                self._delete(SavedQueryRow, col(SavedQueryRow.name) == row.name)

    def _delete(self, table: type[Row], which: Condition) -> None:
        self.counts[str(table.__tablename__)] += self._run(delete(table).where(which))

    def _run(self, statement: Delete | Update) -> int:
        return self._session.exec(statement).rowcount


@contextmanager
def erasing(session: Session) -> Iterator[None]:
    """Lets this transaction delete."""
    session.add(ErasingRow(id=1))
    session.flush()
    yield
    session.exec(delete(ErasingRow))


def tidy_index(session: Session) -> None:
    """Write the text index anew, without the words that were taken out of it.

    Taking words out only marks them as gone. Every SQLite can do this; its option
    secure-delete is newer than the oldest that Python comes with.
    """
    session.execute(text("INSERT INTO text_index (text_index) VALUES ('optimize')"))
