"""``Name: words`` lines: one line a turn, blank ones kept."""

from collections import Counter

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines, filled
from assistant.ingest.pieces import Piece, Reading
from assistant.ingest.preamble import split_preamble
from assistant.ingest.speakers import Labelled, cut_names
from assistant.ingest.talk import is_talk

_MOST = 0.6
_SOME = 0.15
_FEW_LINES = 4
_QUOTES = ('"', "\u201c", "\u201e", "\u00ab")


class NameTextReader:
    """Most lines have a label in front of a colon, and the labels are names that come again.

    Talk with two such names may also have more lines without one, as in wrapped text: each
    is a turn of its own and goes on with the speaker before it. Notes may quote who said what.
    """

    id = "name_text"
    title = '"Name: words" lines'
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:
        spoken = filled(split_preamble(lines)[1])
        named = [cut for cut in cut_names([line.text for line in spoken]) if cut]
        told = Counter(cut.label for cut in named)
        share = len(named) / max(1, len(spoken))
        if kind is Kind.CALL or share < _SOME:
            return share >= _SOME
        again = sum(count > 1 for count in told.values())
        if share >= _MOST and not _quoted(named):
            return again > 0 or len(spoken) <= _FEW_LINES
        return again > 1 and is_talk(line.text for line in spoken)

    def read(self, lines: Lines) -> Reading:
        head, spoken = split_preamble(lines)
        cuts = cut_names([line.text for line in spoken])
        pieces: list[Piece] = []
        speaker: str | None = None
        for line, cut in zip(spoken, cuts, strict=True):
            if cut is not None:
                speaker = cut.label
                pieces.append(Piece(cut.said, line.number, speaker))
            else:
                pieces.append(Piece(line.text, line.number, None if line.blank else speaker))
        return Reading(tuple(pieces), title=head.title, call_date=head.call_date)


def _quoted(named: list[Labelled]) -> bool:
    """Whether most of what is said stands in quotes."""
    return sum(cut.said.startswith(_QUOTES) for cut in named) > len(named) / 2
