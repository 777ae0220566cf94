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


class Piece(NamedTuple):
    """A part of a text from token ``first`` on; matches begin at ``starts``.

    ``words`` are the masks of its words, ``inside`` that of what no gap stops at, and
    ``said`` that of what is neither a mark nor a blank. Bit 0 is token ``first``.
    """

    first: int
    starts: int
    words: Mapping[Word, int]
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

    def __init__(self, piece: Piece, choices_of: Mapping[Word, Choices]) -> None:
        super().__init__()
        self._piece = piece
        self._choices_of = choices_of

    def __missing__(self, choice: int) -> int:
        mask = 0
        for word, places in self._piece.words.items():
            if choice in self._choices_of[word]:
                mask |= places
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
        words: dict[Word, int] = defaultdict(int)
        inside = said = 0
        for at, row in enumerate(rows[first : first + PIECE + OVERLAP]):
            orth, norm, stem, is_punct, is_space = row
            bit = 1 << at
            words[norm, stem] |= bit
            if orth not in stops:
                inside |= bit
            if not (is_punct or is_space):
                said |= bit
        starts = (1 << min(PIECE, len(rows) - first)) - 1
        yield Piece(first, starts, words, inside, said)
