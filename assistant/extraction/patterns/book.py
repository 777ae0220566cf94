"""A book of patterns: many keys, each with patterns, found in a Doc together.

spaCy's ``Matcher`` costs time for every pattern at every token, so a pattern is tried
only where its rarest word (its anchor) occurs.
"""

from collections import defaultdict
from collections.abc import Iterable
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
    key: str
    matcher: Matcher
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
            self._entries.append(_Entry(key, matcher, pattern.at_start, pattern.at_end))
            for anchor in pattern.anchors:
                self._by_anchor[self._vocab.strings.add(anchor)].append(number)
            if not pattern.anchors:
                self._always.append(number)

    def find(self, doc: Doc) -> tuple[Hit, ...]:
        """All hits, the longest ones of every pattern, in no order."""
        if not len(doc):
            return ()
        present = {int(n) for n in doc.to_array(["NORM", "LEMMA", "ENT_TYPE"]).ravel()}
        awake = {n for anchor in present & self._by_anchor.keys() for n in self._by_anchor[anchor]}
        awake.update(self._always)
        return tuple(
            Hit(entry.key, start, end, entry.at_start, entry.at_end)
            for entry in (self._entries[n] for n in sorted(awake))
            for _, start, end in entry.matcher(doc)
        )
