"""Bookmarks and corrected speakers."""

from uuid import UUID

from sqlmodel import col, select

from assistant.domain.marks import TurnMark
from assistant.storage.rows.marks import to_turn_mark, turn_mark_row
from assistant.storage.tables.marks import TurnMarkRow
from assistant.storage.topic import Topic, all_people, keep_person


class TurnMarks(Topic):
    """What people put beside turns; all of it is kept."""

    def add_turn_mark(self, mark: TurnMark) -> None:
        """Record it. Raises ``NotFound`` without its call."""
        with self._database.writing() as session:
            session.add(turn_mark_row(mark, keep_person(session, mark.by)))

    def turn_marks(self, call_id: UUID) -> tuple[TurnMark, ...]:
        """All marks of a call, the oldest first."""
        query = select(TurnMarkRow).where(TurnMarkRow.call_id == call_id)
        with self._database.reading() as session:
            people = all_people(session)
            rows = session.exec(query.order_by(col(TurnMarkRow.seq)))
            return tuple(to_turn_mark(row, people) for row in rows)
