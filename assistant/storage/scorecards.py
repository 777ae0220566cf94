"""Scorecards of calls, as people filled them in; all are kept."""

from uuid import UUID

from sqlmodel import col, select

from assistant.domain.scorecards import FilledCard
from assistant.storage.rows.scorecards import scorecard_row, to_filled
from assistant.storage.tables.scorecards import ScorecardRow
from assistant.storage.topic import Topic, all_people, keep_person


class Scorecards(Topic):
    """Filled scorecards."""

    def add_scorecard(self, filled: FilledCard) -> None:
        """Keep a filled card. Raises ``NotFound`` without its call."""
        with self._database.writing() as session:
            session.add(scorecard_row(filled, keep_person(session, filled.by)))

    def scorecards(self, call_id: UUID) -> tuple[FilledCard, ...]:
        """All fillings of a call, the oldest first."""
        query = select(ScorecardRow).where(ScorecardRow.call_id == call_id)
        with self._database.reading() as session:
            people = all_people(session)
            rows = session.exec(query.order_by(col(ScorecardRow.at), col(ScorecardRow.seq)))
            return tuple(to_filled(row, people) for row in rows)
