"""Verdicts, the banks that they were reached by, and the reviews of them."""

from uuid import UUID

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import col, func, select

from assistant.domain.bank import Bank
from assistant.domain.calls import ReviewEntry
from assistant.domain.verdict import RecordedVerdict
from assistant.storage.rows.verdicts import (
    bank_row,
    review_row,
    to_bank,
    to_review,
    to_verdict,
    verdict_row,
)
from assistant.storage.tables.verdicts import BankRow, ReviewRow, VerdictRow
from assistant.storage.topic import Topic, all_people, keep_person


class Verdicts(Topic):
    """Versions of banks and verdicts, and reviews; all are kept."""

    def save_bank(self, bank: Bank) -> None:
        """Keep this version of a bank, once a digest."""
        row = bank_row(bank, self._clock())
        with self._database.writing() as session:
            session.exec(insert(BankRow).values(row.model_dump()).on_conflict_do_nothing())

    def bank(self, digest: str) -> Bank | None:
        """The version of a bank that was read from the file of this digest."""
        with self._database.reading() as session:
            row = session.get(BankRow, digest)
            return to_bank(row) if row else None

    def add_verdict(self, verdict: RecordedVerdict) -> None:
        """Add a version. Its number is the next of its call, whatever number it comes with.

        Raises ``NotFound`` where its call or its bank is not in the store.
        """
        highest = select(func.max(VerdictRow.number)).where(VerdictRow.call_id == verdict.call_id)
        with self._database.writing() as session:
            number = (session.exec(highest).one() or 0) + 1
            by_key = keep_person(session, verdict.by) if verdict.by else None
            session.add(verdict_row(verdict, number, by_key))

    def verdicts(self, call_id: UUID) -> tuple[RecordedVerdict, ...]:
        """All versions, oldest first."""
        query = select(VerdictRow).where(VerdictRow.call_id == call_id)
        with self._database.reading() as session:
            people = all_people(session)
            rows = session.exec(query.order_by(col(VerdictRow.number)))
            return tuple(to_verdict(row, people) for row in rows)

    def add_review(self, entry: ReviewEntry) -> None:
        """Record an act of a review. Raises ``NotFound`` without its call."""
        with self._database.writing() as session:
            session.add(review_row(entry, keep_person(session, entry.by)))

    def reviews(self, call_id: UUID) -> tuple[ReviewEntry, ...]:
        """All acts, the oldest first, in the same order in every store that has them."""
        query = select(ReviewRow).where(ReviewRow.call_id == call_id)
        query = query.order_by(col(ReviewRow.at), col(ReviewRow.id))
        with self._database.reading() as session:
            people = all_people(session)
            return tuple(to_review(row, people) for row in session.exec(query))
