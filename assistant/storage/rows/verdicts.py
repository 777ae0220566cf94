"""Banks, verdicts, reviews, and rows."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from assistant.domain.bank import Bank
from assistant.domain.calls import ReviewEntry
from assistant.domain.people import Who
from assistant.domain.verdict import RecordedVerdict
from assistant.storage.rows.answers import document
from assistant.storage.tables.verdicts import BankRow, ReviewRow, VerdictRow


def bank_row(bank: Bank, saved_at: datetime) -> BankRow:
    """The row of a version of a bank."""
    return BankRow(
        digest=bank.digest,
        id=bank.id,
        version=bank.version,
        title=bank.title,
        body=bank.model_dump(mode="json"),
        saved_at=saved_at,
    )


def to_bank(row: BankRow) -> Bank:
    """The bank."""
    return Bank.model_validate(row.body)


def verdict_row(recorded: RecordedVerdict, number: int, by_key: UUID | None) -> VerdictRow:
    """The row of a verdict as version ``number`` of its call."""
    return VerdictRow(
        id=recorded.id,
        call_id=recorded.call_id,
        number=number,
        kind=recorded.kind,
        outcome=recorded.verdict.outcome.value,
        score=recorded.verdict.score,
        bank=recorded.verdict.bank,
        bank_version=recorded.verdict.bank_version,
        bank_digest=recorded.bank_digest,
        engine=recorded.engine,
        verdict=recorded.verdict.model_dump(mode="json"),
        answers=[document(answer) for answer in recorded.answers],
        by_key=by_key,
        reason=recorded.reason,
        at=recorded.at,
        follows=[str(one) for one in recorded.follows],
    )


def to_verdict(row: VerdictRow, people: Mapping[UUID, Who]) -> RecordedVerdict:
    """The verdict."""
    beside = {"seq", "outcome", "score", "bank", "bank_version", "by_key"}
    by = people[row.by_key] if row.by_key else None
    return RecordedVerdict(**row.model_dump(exclude=beside), by=by)


def review_row(entry: ReviewEntry, by_key: UUID) -> ReviewRow:
    """The row of an act of a review."""
    return ReviewRow(**entry.model_dump(exclude={"by"}), by_key=by_key)


def to_review(row: ReviewRow, people: Mapping[UUID, Who]) -> ReviewEntry:
    """The act of the review."""
    return ReviewEntry(**row.model_dump(exclude={"seq", "by_key"}), by=people[row.by_key])
