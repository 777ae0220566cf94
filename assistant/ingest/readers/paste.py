"""Speech without speakers: one line a turn, every character as it stands."""

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines
from assistant.ingest.pieces import Piece, Reading
from assistant.ingest.preamble import split_preamble


class PasteReader:
    """Whatever no other reader knows."""

    id = "paste"
    title = "plain lines of speech"
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - all are
        return True

    def read(self, lines: Lines) -> Reading:
        head, spoken = split_preamble(lines)
        return Reading(
            pieces=tuple(Piece(line.text, line.number) for line in spoken),
            title=head.title,
            call_date=head.call_date,
        )
