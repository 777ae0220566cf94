"""A book of patterns: many keys, each with patterns, found in a Doc together.

Where a text has the words of a step is a mask, one bit a token. A pattern is looked for at
all tokens at once, by shifting bits along its steps, and only if the text has a word for
each of them: of thousands of patterns the few that may occur are tried.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

from assistant.extraction.patterns.syntax import STOPS, By, Choice, Compiled

_PIECE = 256
"""A long text is read in pieces of so many tokens, so that time grows with its length only."""
_ATTRIBUTES: list[int | str] = ["ORTH", "NORM", "LEMMA", "ENT_TYPE", "IS_PUNCT", "IS_SPACE"]

Masks = dict[int, int]
"""By the number of a choice, the tokens of that choice; bit 0 is the first token."""


class Hit(NamedTuple):
    """A pattern of ``key`` matches tokens ``[start, end)``."""

    key: str
    start: int
    end: int
    at_start: bool = False
    at_end: bool = False


class _Entry(NamedTuple):
    """A pattern. Its steps are (choice, least, most); choices are numbers."""

    key: str
    steps: tuple[tuple[int, int, int], ...]
    at_start: bool
    at_end: bool


class _Piece(NamedTuple):
    """A part of a text from token ``first`` on; matches begin in its ``length`` tokens."""

    first: int
    length: int
    masks: Masks


class PatternBook:
    """Keys and their patterns. Add all of them, then find."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings = vocab.strings
        self._stops = frozenset(map(vocab.strings.add, STOPS))
        self._entries: list[_Entry] = []
        self._by_anchor: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        self._always: list[int] = []
        self._choices: dict[Choice, int] = {}
        self._members: dict[By, dict[int, list[int]]] = {by: defaultdict(list) for by in By}
        self._inside, self._word = self._number(Choice(By.INSIDE)), self._number(Choice(By.WORD))
        self._overlap = 0

    def add(self, key: str, patterns: Iterable[Compiled]) -> None:
        """Add a key's patterns."""
        for pattern in patterns:
            required = [self._number(choice) for choice in pattern.required]
            if required:
                anchored = len(self._entries), frozenset(required)
                self._by_anchor[required[0]].append(anchored)
            else:
                self._always.append(len(self._entries))
            steps = tuple((self._number(s.choice), s.least, s.most) for s in pattern.steps)
            self._entries.append(_Entry(key, steps, pattern.at_start, pattern.at_end))
            self._overlap = max(self._overlap, pattern.reach)

    def _number(self, choice: Choice) -> int:
        """The choice's number; choices of the same words share it."""
        if choice not in self._choices:
            self._choices[choice] = len(self._choices)
            for member in {self._strings.add(member) for member in choice.members}:
                self._members[choice.by][member].append(self._choices[choice])
        return self._choices[choice]

    def find(self, doc: Doc) -> tuple[Hit, ...]:
        """All hits, the longest ones of every pattern, entry by entry."""
        pieces = tuple(self._pieces(doc))
        numbers = {number for piece in pieces for number in self._possible(piece.masks)}
        return tuple(
            hit for number in sorted(numbers) for hit in _hits(self._entries[number], pieces)
        )

    def _possible(self, masks: Masks) -> Iterator[int]:
        """The entries for each step of which there is a word."""
        present = frozenset(masks)
        yield from self._always
        for anchor in masks:
            for number, required in self._by_anchor.get(anchor, ()):
                if required <= present:
                    yield number

    def _pieces(self, doc: Doc) -> Iterator[_Piece]:
        rows: list[list[int]] = doc.to_array(_ATTRIBUTES).tolist()
        for first in range(0, len(rows), _PIECE):
            own = rows[first : first + _PIECE]
            after = rows[first + _PIECE : first + _PIECE + self._overlap]
            yield _Piece(first, len(own), self._masks(own + after))

    def _masks(self, rows: Sequence[Sequence[int]]) -> Masks:
        """Where the tokens of each choice stand among the rows, a token's attributes each."""
        places: dict[tuple[int, ...], int] = defaultdict(int)
        for at, row in enumerate(rows):
            places[tuple(row)] |= 1 << at
        norms, stems, labels = (self._members[by] for by in (By.NORM, By.STEM, By.LABEL))
        masks: Masks = defaultdict(int)
        for (orth, norm, lemma, label, is_punct, is_space), mask in places.items():
            if orth not in self._stops:
                masks[self._inside] |= mask
            if not (is_punct or is_space):
                masks[self._word] |= mask
            for numbers in (norms.get(norm), stems.get(lemma), labels.get(label)):
                for number in numbers or ():
                    masks[number] |= mask
        return masks


def _hits(entry: _Entry, pieces: Iterable[_Piece]) -> Iterator[Hit]:
    """The longest matches; of those that share tokens the longer, then the earlier."""
    taken = 0
    matches = (match for piece in pieces for match in _matches(entry, piece))
    for length, start in sorted(matches, key=lambda match: (-match[0], match[1])):
        tokens = ((1 << length) - 1) << start
        if not tokens & taken:
            taken |= tokens
            yield Hit(entry.key, start, start + length, entry.at_start, entry.at_end)


def _matches(entry: _Entry, piece: _Piece) -> Iterator[tuple[int, int]]:
    """The length and the first token of every match that begins in the piece."""
    number, least, _ = entry.steps[0]
    starts = (1 << piece.length) - 1
    if least:
        starts &= piece.masks[number]
    if not _ends(entry, piece.masks, starts):
        return
    while starts:
        start = starts & -starts
        starts ^= start
        at = start.bit_length() - 1
        ends = _ends(entry, piece.masks, start) >> at
        while ends > 1:
            length = ends.bit_length() - 1
            ends ^= 1 << length
            yield length, piece.first + at


def _ends(entry: _Entry, masks: Masks, places: int) -> int:
    """Where matches end that begin at ``places``: the tokens right after them."""
    for number, least, most in entry.steps:
        mask = masks[number]
        if least == most:
            places = (places & mask) << 1
        else:
            reached = 0 if least else places
            for _ in range(most):
                places = (places & mask) << 1
                reached |= places
                if not places:
                    break
            places = reached
        if not places:
            return 0
    return places
