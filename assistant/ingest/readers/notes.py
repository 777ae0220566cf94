"""A rep's notes: one line a note, blank ones kept, every character as it stands."""

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines
from assistant.ingest.pieces import Piece, Reading
from assistant.ingest.preamble import preamble_of
from assistant.ingest.talk import is_talk

_HEAD = 5


class NotesReader:
    """Lines without speakers in which hardly anything is said to anybody."""

    id = "notes"
    title = "notes (one a line)"
    kinds = (Kind.NOTES,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:
        return kind is Kind.NOTES or not is_talk(line.text for line in lines)

    def read(self, lines: Lines) -> Reading:
        head = preamble_of(line.text for line in lines[:_HEAD])
        return Reading(
            pieces=tuple(Piece(line.text, line.number) for line in lines),
            title=head.title,
            call_date=head.call_date,
        )
