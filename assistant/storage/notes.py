"""The rep's notes: the text as it is typed, and the finished lines with their revisions."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from assistant.domain.calls import NoteLine
from assistant.domain.errors import ReadOnlyCall
from assistant.storage.rows.answers import note_line_row, to_note_line
from assistant.storage.tables.notes import DraftRow, NoteLineRow
from assistant.storage.topic import Topic


class Notes(Topic):
    """Drafts and note lines of calls."""

    def save_draft(self, call_id: UUID, text: str) -> None:
        """Keep the notes editor's text as it stands."""
        row = DraftRow(call_id=call_id, text=text, saved_at=self._clock())
        with self._database.writing() as session:
            session.merge(row)

    def draft(self, call_id: UUID) -> str:
        """The notes editor's text; empty where none was saved."""
        with self._database.reading() as session:
            row = session.get(DraftRow, call_id)
            return row.text if row else ""

    def save_note_lines(self, call_id: UUID, lines: Sequence[NoteLine]) -> None:
        """Append the revisions that are new; the latest of a number is the line.

        Raises ``ReadOnlyCall`` where a revision is there with another text: a second window
        has written it, and nobody's words are dropped silently.
        """
        with self._database.writing() as session:
            there = {(line.number, line.revision): line for line in _history(session, call_id)}
            for line in lines:
                known = there.get((line.number, line.revision))
                if known is None:
                    session.add(note_line_row(call_id, line))
                elif known.text != line.text:
                    raise ReadOnlyCall(
                        "Another window has changed the same line of the notes meanwhile. Open "
                        "the call again, then write."
                    )

    def note_lines(self, call_id: UUID) -> tuple[NoteLine, ...]:
        """The latest revision of every line, gone ones too, by number."""
        # Later revisions come later, and replace the earlier ones.
        return tuple({line.number: line for line in self.note_history(call_id)}.values())

    def note_history(self, call_id: UUID) -> tuple[NoteLine, ...]:
        """All revisions of all lines, by number and revision."""
        with self._database.reading() as session:
            return _history(session, call_id)


def _history(session: Session, call_id: UUID) -> tuple[NoteLine, ...]:
    query = select(NoteLineRow).where(NoteLineRow.call_id == call_id)
    query = query.order_by(col(NoteLineRow.number), col(NoteLineRow.revision))
    return tuple(to_note_line(row) for row in session.exec(query))
