"""Text as the tagger reads it: word pieces, with the code points that each stands for."""

from dataclasses import dataclass

from tokenizers import Tokenizer as PieceTokenizer

from assistant.domain.fields import Kind, Side
from assistant.extraction.learned.labels import MARKERS, NOTE_MARKER, START, marker_of
from assistant.extraction.qualifiers.reading import Spot

REP_PIECES = 48
"""So many last pieces of a rep's turn are read: its question comes at the end, and a pitch
says little about the answer."""
LONGEST = 128
"""A turn of more pieces is cut into parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """A turn, or a part of a long one. The first piece is the speaker's marker.

    ``ids`` and ``spots`` have one item a piece; spots are code points of the turn's text,
    (0, 0) for the marker. Of a rep's part only what it asks matters.
    """

    ids: tuple[int, ...]
    spots: tuple[Spot, ...]
    by_rep: bool = False

    def __len__(self) -> int:
        return len(self.ids)


class Encoder:
    """Cuts text into word pieces. ``tokenizer`` is what a file of the tokenizers library says."""

    def __init__(self, tokenizer: bytes) -> None:
        self._pieces = PieceTokenizer.from_buffer(tokenizer)
        self._pieces.no_truncation()
        self._pieces.no_padding()
        self.start = self._id(START)
        self._markers = {name: self._id(name) for name in (*MARKERS.values(), NOTE_MARKER)}

    def encode(self, text: str, side: Side, kind: Kind) -> tuple[Part, ...]:
        """The parts of a turn: at least one, in order."""
        cut = self._pieces.encode(text, add_special_tokens=False)
        ids, spots = cut.ids, cut.offsets
        if side is Side.REP and kind is Kind.CALL:
            ids, spots = ids[-REP_PIECES:], spots[-REP_PIECES:]
        marker = self._markers[marker_of(side, kind)]
        return tuple(
            Part(
                (marker, *ids[at : at + LONGEST]),
                ((0, 0), *spots[at : at + LONGEST]),
                by_rep=side is Side.REP,
            )
            for at in range(0, max(1, len(ids)), LONGEST)
        )

    def _id(self, piece: str) -> int:
        number = self._pieces.token_to_id(piece)
        if number is None:
            raise ValueError(f"the tokenizer has no piece {piece}")
        return number
