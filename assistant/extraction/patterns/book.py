"""A book of patterns: many keys, each with patterns, found in a Doc together.

A pattern is tried only if the text has a word for each of its steps: of thousands of
patterns a few dozen in a turn.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

from assistant.domain.errors import BadInput
from assistant.extraction.patterns.masks import (
    OVERLAP,
    Choices,
    Masks,
    Members,
    Piece,
    Word,
    mask_of,
    pieces_of,
)
from assistant.extraction.patterns.matching import Line, Match, longest, matches
from assistant.extraction.patterns.syntax import By, Choice, Compiled

Ranges = Sequence[tuple[int, int]]
Holders = Mapping[int, Sequence[int]]
"""By the number of a norm or a stem, the choices that it is a member of."""
Labelled = Callable[[str], Ranges]
"""Gives the ranges of tokens with a label; asked only when a pattern hangs on it."""


class Hit(NamedTuple):
    """A pattern of ``key`` matches tokens ``[start, end)``."""

    key: str
    start: int
    end: int
    at_start: bool = False
    at_end: bool = False


class Entry(NamedTuple):
    """A pattern of a book. Choices are numbers: ``words`` and ``labels`` a text must have."""

    number: int
    key: str
    lines: tuple[Line, ...]
    words: frozenset[int]
    labels: tuple[int, ...]
    at_start: bool
    at_end: bool


_NO_CHOICES: Choices = frozenset()


class _ChoicesOf(dict[Word, Choices]):
    """The choices that a word is one of; of each word that is one, seen once."""

    def __init__(self, norms: Holders, stems: Holders) -> None:
        super().__init__()
        self._norms, self._stems = norms, stems

    def __missing__(self, word: Word) -> Choices:
        norm, stem = word
        if norm not in self._norms and stem not in self._stems:
            return _NO_CHOICES  # kept, the words of a day would fill the memory
        choices = frozenset((*self._norms.get(norm, ()), *self._stems.get(stem, ())))
        self[word] = choices
        return choices


class PatternBook:
    """Keys and their patterns. Add all of them, then look at texts."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings = vocab.strings
        self._choices: dict[Choice, int] = {}
        self._members: list[Members] = []
        self._holding: dict[By, dict[int, list[int]]] = {by: defaultdict(list) for by in By}
        self._choices_of = _ChoicesOf(self._holding[By.NORM], self._holding[By.STEM])
        self._inside, self._word = self._number(Choice(By.INSIDE)), self._number(Choice(By.WORD))
        self._size = 0
        self._anchored: dict[int, list[Entry]] = defaultdict(list)
        self._anchors: set[int] = set()
        self._unanchored: list[Entry] = []
        self._aside: dict[str, list[Entry]] = defaultdict(list)
        self.labels: dict[int, str] = {}

    def add(self, key: str, patterns: Iterable[Compiled]) -> None:
        """Add a key's patterns. Raises ``BadInput`` for one that reaches too far."""
        for pattern in patterns:
            entry = self._entry(key, pattern)
            anchor = next((each for each in pattern.required if each.by is not By.LABEL), None)
            if anchor is None:
                self._unanchored.append(entry)
            else:
                self._anchored[self._number(anchor)].append(entry)
                self._anchors.add(self._number(anchor))

    def add_aside(self, key: str, patterns: Iterable[Compiled]) -> None:
        """Add patterns that are only looked for by their key (``Look.hits_aside``)."""
        self._aside[key] += [self._entry(key, pattern) for pattern in patterns]

    def _entry(self, key: str, pattern: Compiled) -> Entry:
        if pattern.reach > OVERLAP:
            raise BadInput(f"{key}: a pattern reaches over more than {OVERLAP} words. Shorten it")
        self._size += 1
        required = {self._number(choice): choice for choice in pattern.required}
        labels = {number: choice for number, choice in required.items() if choice.by is By.LABEL}
        self.labels |= {number: next(iter(choice.members)) for number, choice in labels.items()}
        return Entry(
            number=self._size,
            key=key,
            lines=tuple(Line(self._number(s.choice), s.least, s.most) for s in pattern.steps),
            words=frozenset(required.keys() - labels.keys()),
            labels=tuple(labels),
            at_start=pattern.at_start,
            at_end=pattern.at_end,
        )

    def _number(self, choice: Choice) -> int:
        """The choice's number; choices of the same words share it."""
        if choice not in self._choices:
            members = frozenset(map(self._strings.add, choice.members))
            self._choices[choice] = len(self._choices)
            self._members.append(Members(choice.by is By.STEM, members))
            for member in members:
                self._holding[choice.by][member].append(self._choices[choice])
        return self._choices[choice]

    def find(self, doc: Doc, labelled: Labelled = lambda _: ()) -> tuple[Hit, ...]:
        """All hits, the longest ones of every pattern, in the order the patterns were added."""
        return tuple(self.look(doc, labelled).hits())

    def look(self, doc: Doc, labelled: Labelled = lambda _: ()) -> "Look":
        """The text as the book sees it, for more than one question about it."""
        return Look(self, doc, labelled)

    def masks(self, piece: Piece) -> Masks:
        """Where the words of each choice stand."""
        masks = Masks(piece, self._members)
        masks[self._inside], masks[self._word] = piece.inside, piece.said
        return masks

    def present(self, pieces: Iterable[Piece]) -> Choices:
        """The choices that a word of the pieces is one of."""
        words = (word for piece in pieces for word in piece.words)
        return Choices().union(*map(self._choices_of.__getitem__, words))

    def possible(self, present: Choices) -> list[Entry]:
        """The entries for each step of which the text has a word, labels aside."""
        anchored = (
            entry
            for anchor in present & self._anchors
            for entry in self._anchored[anchor]
            if entry.words <= present
        )
        return sorted((*anchored, *self._unanchored))

    def aside(self, key: str) -> Sequence[Entry]:
        """The entries that are only looked for by their key."""
        return self._aside.get(key, ())


class Look:
    """A text as a book sees it: where its words and, once they matter, its labels stand."""

    def __init__(self, book: PatternBook, doc: Doc, labelled: Labelled) -> None:
        self._book = book
        self._labelled = labelled
        pieces = pieces_of(doc)
        self._present = book.present(pieces)
        self._pieces = [(piece, book.masks(piece)) for piece in pieces]
        self._has: dict[int, bool] = {}

    def hits(self, wanted: Callable[[str], bool] = lambda _: True) -> Iterator[Hit]:
        """The hits of the keys that are wanted, pattern by pattern."""
        for entry in self._book.possible(self._present):
            if wanted(entry.key):
                yield from self._hits(entry)

    def hits_aside(self, key: str) -> Iterator[Hit]:
        """The hits of the patterns that were added aside for a key."""
        for entry in self._book.aside(key):
            if entry.words <= self._present:
                yield from self._hits(entry)

    def _hits(self, entry: Entry) -> Sequence[Hit]:
        if entry.labels and not all(map(self._has_label, entry.labels)):
            return ()
        found = [
            Match(length, piece.first + start)
            for piece, masks in self._pieces
            for length, start in matches(entry.lines, masks, piece.starts)
        ]
        return [
            Hit(entry.key, start, start + length, entry.at_start, entry.at_end)
            for length, start in longest(found)
        ]

    def _has_label(self, choice: int) -> bool:
        """Whether the text has the label; its masks are set when it is first asked for."""
        if choice not in self._has:
            ranges = self._labelled(self._book.labels[choice])
            self._has[choice] = bool(ranges)
            for piece, masks in self._pieces:
                masks[choice] = mask_of(ranges, piece)
        return self._has[choice]
