"""``Name: words`` lines: one line a turn, blank ones kept."""

from collections import Counter

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines, filled
from assistant.ingest.pieces import Piece, Reading
from assistant.ingest.preamble import split_preamble
from assistant.ingest.speakers import Labelled, cut_label, speakers_among
from assistant.ingest.talk import is_talk

_MOST = 0.6
_SOME = 0.15
_FEW_LINES = 4


class NameTextReader:
    """Most lines have a label in front of a colon, and the labels are names that come again.

    Talk with two such names may also have more lines without one, as in wrapped text: each
    is a turn of its own and goes on with the speaker before it.
    """

    id = "name_text"
    title = '"Name: words" lines'
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:
        spoken = filled(split_preamble(lines)[1])
        names = _names(spoken)
        told = Counter(cut.label for cut in _labelled(spoken) if cut.label in names)
        share = told.total() / max(1, len(spoken))
        if kind is Kind.CALL or share < _SOME:
            return share >= _SOME
        again = sum(count > 1 for count in told.values())
        if share >= _MOST:
            return again > 0 or len(spoken) <= _FEW_LINES
        return again > 1 and is_talk(line.text for line in spoken)

    def read(self, lines: Lines) -> Reading:
        head, spoken = split_preamble(lines)
        names = _names(spoken)
        pieces: list[Piece] = []
        speaker: str | None = None
        for line in spoken:
            cut = cut_label(line.text)
            if cut is not None and cut.label in names:
                speaker = cut.label
                pieces.append(Piece(cut.said, line.number, speaker))
            else:
                pieces.append(Piece(line.text, line.number, None if line.blank else speaker))
        return Reading(tuple(pieces), title=head.title, call_date=head.call_date)


def _labelled(lines: Lines) -> list[Labelled]:
    return [cut for line in lines if (cut := cut_label(line.text)) is not None]


def _names(lines: Lines) -> frozenset[str]:
    """The speakers; where every line has a label, all that are no topics."""
    labels = [cut.label for cut in _labelled(lines)]
    return speakers_among(labels, generous=len(labels) == len(filled(lines)))
