"""A book of patterns: many keys, each with patterns, found in a Doc together.

spaCy's ``Matcher`` costs time for every pattern at every token, so a pattern is tried only
where its rarest word (its anchor) occurs, and only on the words around it that it can
reach: five times as fast over a call as whole turns.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from assistant.extraction.patterns.syntax import Compiled


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern of ``key`` matches tokens ``[start, end)``."""

    key: str
    start: int
    end: int
    at_start: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A matcher that needs at most ``reach`` tokens, one of them an anchor."""

    key: str
    matcher: Matcher
    reach: int
    required: tuple[frozenset[int], ...]
    at_start: bool
    at_end: bool


class PatternBook:
    """Keys and their patterns. Add all of them, then find."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._entries: list[_Entry] = []
        self._by_anchor: dict[int, list[int]] = defaultdict(list)
        self._always: list[int] = []

    def add(self, key: str, patterns: Iterable[Compiled]) -> None:
        """Add a key's patterns."""
        for pattern in patterns:
            matcher = Matcher(self._vocab)
            matcher.add(key, [list(pattern.tokens)], greedy="LONGEST")
            number = len(self._entries)
            required = tuple(self._ids(several) for several in pattern.required)
            self._entries.append(
                _Entry(key, matcher, pattern.reach, required, pattern.at_start, pattern.at_end)
            )
            for anchor in self._ids(pattern.anchors):
                self._by_anchor[anchor].append(number)
            if not pattern.anchors:
                self._always.append(number)

    def _ids(self, words: Iterable[str]) -> frozenset[int]:
        return frozenset(self._vocab.strings.add(word) for word in words)

    def find(self, doc: Doc) -> tuple[Hit, ...]:
        """All hits, the longest ones of every pattern, entry by entry."""
        if not len(doc):
            return ()
        places = self._places(doc)
        places.update((number, range(len(doc))) for number in self._always)
        return tuple(
            hit
            for number in sorted(places)
            for hit in _matches(self._entries[number], doc, places[number])
        )

    def _places(self, doc: Doc) -> dict[int, Sequence[int]]:
        """Where the anchors of each entry stand, in order."""
        places: dict[int, list[int]] = defaultdict(list)
        rows: list[list[int]] = doc.to_array(["NORM", "LEMMA", "ENT_TYPE"]).tolist()
        for at, row in enumerate(rows):
            for anchor in dict.fromkeys(row):
                for number in self._by_anchor.get(anchor, ()):
                    places[number].append(at)
        present = {anchor for row in rows for anchor in row}
        return {
            number: where
            for number, where in places.items()
            if not any(several.isdisjoint(present) for several in self._entries[number].required)
        }


def _matches(entry: _Entry, doc: Doc, places: Sequence[int]) -> Iterator[Hit]:
    for first, last in _windows(places, entry.reach, len(doc)):
        for _, start, end in entry.matcher(doc[first:last]):
            yield Hit(entry.key, first + start, first + end, entry.at_start, entry.at_end)


def _windows(places: Sequence[int], reach: int, length: int) -> Iterator[tuple[int, int]]:
    """Ranges that hold every match around the places; those that touch are joined."""
    first, last = -1, -1
    for place in places:
        begin, end = max(0, place - reach + 1), min(length, place + reach)
        if begin <= last:
            last = max(last, end)
            continue
        if last > 0:
            yield first, last
        first, last = begin, end
    if last > 0:
        yield first, last
