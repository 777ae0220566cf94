"""Accounts, leads, and what they did."""

from uuid import UUID

from sqlmodel import col, select

from assistant.domain.errors import NotFound
from assistant.domain.people import Account, EngagementEvent, Lead, StageMove
from assistant.storage.rows.leads import (
    account_row,
    event_row,
    lead_row,
    move_row,
    to_account,
    to_event,
    to_lead,
    to_move,
)
from assistant.storage.tables.leads import AccountRow, EventRow, LeadRow, MoveRow
from assistant.storage.topic import Topic, all_people, keep_person


class Leads(Topic):
    """The ``LeadStore``."""

    def save_account(self, account: Account) -> None:
        """Add it, or replace the one with its id."""
        with self._database.writing() as session:
            session.merge(account_row(account))

    def account(self, account_id: UUID) -> Account | None:
        with self._database.reading() as session:
            row = session.get(AccountRow, account_id)
            return to_account(row) if row else None

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        query = select(AccountRow).order_by(col(AccountRow.name), col(AccountRow.id))
        with self._database.reading() as session:
            return tuple(to_account(row) for row in session.exec(query))

    def save_lead(self, lead: Lead) -> None:
        """Add it, or replace the one with its id. Raises ``NotFound`` without its account."""
        with self._database.writing() as session:
            session.merge(lead_row(lead))

    def lead(self, lead_id: UUID) -> Lead | None:
        with self._database.reading() as session:
            row = session.get(LeadRow, lead_id)
            return to_lead(row) if row else None

    def leads(self) -> tuple[Lead, ...]:
        """All leads, by name."""
        query = select(LeadRow).order_by(col(LeadRow.name), col(LeadRow.id))
        with self._database.reading() as session:
            return tuple(to_lead(row) for row in session.exec(query))

    def add_event(self, event: EngagementEvent) -> None:
        """Add an event. Raises ``NotFound`` without its lead."""
        with self._database.writing() as session:
            session.add(event_row(event))

    def events(self, lead_id: UUID) -> tuple[EngagementEvent, ...]:
        """What the lead did, the oldest first."""
        query = select(EventRow).where(EventRow.lead_id == lead_id)
        query = query.order_by(col(EventRow.at), col(EventRow.seq))
        with self._database.reading() as session:
            return tuple(to_event(row) for row in session.exec(query))

    def all_events(self) -> tuple[EngagementEvent, ...]:
        query = select(EventRow).order_by(col(EventRow.at), col(EventRow.seq))
        with self._database.reading() as session:
            return tuple(to_event(row) for row in session.exec(query))

    def add_move(self, move: StageMove) -> None:
        """Record the move and set the lead's stage. Raises ``NotFound`` without the lead."""
        with self._database.writing() as session:
            lead = session.get(LeadRow, move.lead_id)
            if lead is None:
                raise NotFound("The lead to be moved is not in the store any more.")
            session.add(move_row(move, keep_person(session, move.by)))
            lead.lifecycle, lead.stage = move.lifecycle, move.to_stage

    def moves(self, lead_id: UUID) -> tuple[StageMove, ...]:
        """The lead's moves, the oldest first."""
        query = select(MoveRow).where(MoveRow.lead_id == lead_id).order_by(col(MoveRow.seq))
        with self._database.reading() as session:
            people = all_people(session)
            return tuple(to_move(row, people) for row in session.exec(query))
