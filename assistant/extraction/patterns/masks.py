"""Where a text has which words: masks, with one bit a token."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from assistant.extraction.patterns.syntax import STOPS

PIECE = 256
"""A long text is read in pieces of so many tokens, so that time grows with its length only."""
OVERLAP = 96
"""A piece goes on for so many tokens into the next: the most that a pattern may reach."""
_KEY = "pieces"
_ATTRIBUTES: list[int | str] = ["ORTH", "NORM", "LEMMA", "IS_PUNCT", "IS_SPACE"]

Word = tuple[int, int]
"""A norm and a stem, as numbers of the vocabulary's strings."""
Choices = frozenset[int]
"""Numbers of choices: what a word, or a text, may stand for."""
Places = Mapping[int, int]
"""By the number of a norm or a stem, where it stands."""


class Members(NamedTuple):
    """The norms or the stems, as numbers, that a choice consists of."""

    stems: bool
    words: frozenset[int]


class Piece(NamedTuple):
    """A part of a text from token ``first`` on; matches begin at ``starts``.

    ``words`` are its words, ``norms`` and ``stems`` the masks of theirs, ``inside`` that
    of what no gap stops at, and ``said`` that of what is neither a mark nor a blank. Bit 0
    is token ``first``.
    """

    first: int
    starts: int
    words: frozenset[Word]
    norms: Places
    stems: Places
    inside: int
    said: int


def pieces_of(doc: Doc) -> tuple[Piece, ...]:
    """The pieces of a text whose stems are set; made once, however many books read it."""
    pieces: tuple[Piece, ...] | None = doc.user_data.get(_KEY)
    if pieces is None:
        pieces = doc.user_data[_KEY] = tuple(_pieces(doc))
    return pieces


class Masks(dict[int, int]):
    """By the number of a choice, where its words stand in a piece; made when asked for."""

    def __init__(self, piece: Piece, members: Sequence[Members]) -> None:
        super().__init__()
        self._piece = piece
        self._members = members

    def __missing__(self, choice: int) -> int:
        stems, words = self._members[choice]
        places = self._piece.stems if stems else self._piece.norms
        mask = 0
        for word in places.keys() & words:
            mask |= places[word]
        self[choice] = mask
        return mask


def mask_of(ranges: Sequence[tuple[int, int]], piece: Piece) -> int:
    """The tokens of a piece that lie in one of the ranges of the text."""
    mask = 0
    for start, end in ranges:
        mask |= ((1 << (end - start)) - 1) << start
    return (mask >> piece.first) & ((1 << (PIECE + OVERLAP)) - 1)


def _pieces(doc: Doc) -> Iterator[Piece]:
    stops = {doc.vocab.strings[stop] for stop in STOPS}
    rows: list[list[int]] = doc.to_array(_ATTRIBUTES).tolist()
    for first in range(0, len(rows), PIECE):
        norms: dict[int, int] = defaultdict(int)
        stems: dict[int, int] = defaultdict(int)
        inside = said = 0
        for at, row in enumerate(rows[first : first + PIECE + OVERLAP]):
            orth, norm, stem, is_punct, is_space = row
            bit = 1 << at
            norms[norm] |= bit
            stems[stem] |= bit
            if orth not in stops:
                inside |= bit
            if not (is_punct or is_space):
                said |= bit
        starts = (1 << min(PIECE, len(rows) - first)) - 1
        words = frozenset((row[1], row[2]) for row in rows[first : first + PIECE + OVERLAP])
        yield Piece(first, starts, words, norms, stems, inside, said)
