"""Accounts, leads, events, moves, and rows."""

from collections.abc import Mapping
from uuid import UUID

from assistant.domain.people import Account, EngagementEvent, Lead, StageMove, Who
from assistant.storage.tables.leads import AccountRow, EventRow, LeadRow, MoveRow


def account_row(account: Account) -> AccountRow:
    """The row of an account."""
    return AccountRow(**account.model_dump())


def to_account(row: AccountRow) -> Account:
    """The account."""
    return Account(**row.model_dump())


def lead_row(lead: Lead) -> LeadRow:
    """The row of a lead."""
    return LeadRow(**lead.model_dump())


def to_lead(row: LeadRow) -> Lead:
    """The lead."""
    return Lead(**row.model_dump())


def event_row(event: EngagementEvent) -> EventRow:
    """The row of an event."""
    return EventRow(**event.model_dump())


def to_event(row: EventRow) -> EngagementEvent:
    """The event."""
    return EngagementEvent(**row.model_dump(exclude={"seq"}))


def move_row(move: StageMove, by_key: UUID) -> MoveRow:
    """The row of a move made by the person of that key."""
    facts = move.model_dump(exclude={"by", "blocked_by"})
    return MoveRow(**facts, by_key=by_key, blocked_by=list(move.blocked_by))


def to_move(row: MoveRow, people: Mapping[UUID, Who]) -> StageMove:
    """The move."""
    return StageMove(**row.model_dump(exclude={"seq", "by_key"}), by=people[row.by_key])
