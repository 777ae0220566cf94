"""Looks for the entries of trackers in a text."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from assistant.domain.trackers import How, Tracker
from assistant.trackers.spelling import SHORTEST, is_misspelt
from assistant.trackers.words import Word, stem, words_of

MOST_PARTS = 4
"""A name is said in so many words at most: "hub spot" for HubSpot."""
LONG_STEM = 8
"""Shorter stems are like too many others: retest is no retention."""
_RANK: dict[How, int] = {"as listed": 0, "inflected": 1, "misspelt": 2}


class Find(NamedTuple):
    """What was found: code points ``[start, end)``; ``tracker`` is its number."""

    tracker: int
    entry: str
    how: How
    start: int
    end: int


class _Entry(NamedTuple):
    """An entry by its words; ``key`` is what a name comes to, blank for words."""

    tracker: int
    kind: Literal["words", "name", "but"]
    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    key: str


class Finder:
    """Finds what some trackers look for.

    ``known`` are words that are spelt right, whatever they look like; where there are none,
    nothing is taken for a misspelt word.
    """

    def __init__(self, trackers: Sequence[Tracker], known: Collection[str] = ()) -> None:
        self.trackers = tuple(trackers)
        self._known = known
        entries = [
            entry
            for number, tracker in enumerate(self.trackers)
            for entry in _entries(number, tracker)
        ]
        self._known_here = {word for entry in entries for word in entry.words}
        self._by_stem: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._by_letter: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._names: defaultdict[str, list[_Entry]] = defaultdict(list)
        for entry in entries:
            if entry.kind == "name":
                self._names[entry.key].append(entry)
            else:
                self._by_stem[entry.stems[0]].append(entry)
                self._by_letter[entry.words[0][0]].append(entry)

    def of(self, trackers: Sequence[Tracker]) -> "Finder":
        """What finds these, knowing the same words."""
        return Finder(trackers, self._known)

    def find(self, text: str) -> tuple[Find, ...]:
        """What is in a text, in order; of two that overlap the longer one of a tracker counts."""
        words = words_of(text)
        found = [one for at in range(len(words)) for one in self._at(words, at)]
        by_tracker: defaultdict[int, list[tuple[_Entry, Find]]] = defaultdict(list)
        for entry, find in found:
            by_tracker[entry.tracker].append((entry, find))
        kept = [find for some in by_tracker.values() for find in _apart(some)]
        return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.tracker)))

    def _at(self, words: Sequence[Word], at: int) -> Iterator[tuple[_Entry, Find]]:
        first = words[at].text
        for entry in self._by_stem.get(stem(first), ()):
            if (how := self._how(entry, words, at)) is not None:
                yield entry, _find(entry, how, words, at, len(entry.words))
        if self._is_unknown(first):
            for entry in self._by_letter.get(first[0], ()):
                if entry.stems[0] != stem(first) and (how := self._how(entry, words, at)):
                    yield entry, _find(entry, how, words, at, len(entry.words))
        yield from self._names_at(words, at)

    def _how(self, entry: _Entry, words: Sequence[Word], at: int) -> How | None:
        """How the words from here on are those of the entry; None where they are others."""
        here = words[at : at + len(entry.words)]
        if len(here) < len(entry.words):
            return None
        how: How = "as listed"
        for word, listed, root in zip(here, entry.words, entry.stems, strict=True):
            if word.text == listed:
                continue
            if stem(word.text) == root:
                how = "inflected" if how == "as listed" else how
            elif self._is_unknown(word.text) and self._slipped(word.text, listed, root):
                how = "misspelt"
            else:
                return None
        return how

    def _slipped(self, said: str, listed: str, root: str) -> bool:
        """Whether a word is misspelt, in the form that is listed or in another."""
        if is_misspelt(said, listed, self._known):
            return True
        return len(root) >= LONG_STEM and is_misspelt(stem(said), root, self._known)

    def _is_unknown(self, word: str) -> bool:
        """Whether it may be a misspelt word."""
        if not self._known or len(word) < SHORTEST:
            return False
        return word not in self._known and word not in self._known_here

    def _names_at(self, words: Sequence[Word], at: int) -> Iterator[tuple[_Entry, Find]]:
        said = ""
        for count, word in enumerate(words[at : at + MOST_PARTS], 1):
            said += word.text
            for entry in self._names.get(said, ()):
                yield entry, _find(entry, "as listed", words, at, count)
            plural = said.removesuffix("s")
            for entry in self._names.get(plural, ()) if plural != said else ():
                yield entry, _find(entry, "inflected", words, at, count)
            if count > 1 or self._is_unknown(said):
                yield from self._slips_at(said, words, at, count)

    def _slips_at(
        self, said: str, words: Sequence[Word], at: int, count: int
    ) -> Iterator[tuple[_Entry, Find]]:
        if not self._known or len(said) < SHORTEST or said in self._names:
            return
        if count > 1 and all(one.text in self._known for one in words[at : at + count]):
            return  # words that are spelt right are put together exactly, or not at all
        for key, entries in self._names.items():
            if is_misspelt(said, key, self._known):
                for entry in entries:
                    yield entry, _find(entry, "misspelt", words, at, count)


def _entries(number: int, tracker: Tracker) -> Iterator[_Entry]:
    if tracker.is_off:
        return
    lists: tuple[tuple[Literal["words", "name", "but"], Iterable[str]], ...] = (
        ("words", tracker.words),
        ("name", tracker.names),
        ("but", tracker.but),
    )
    for kind, texts in lists:
        for text in texts:
            words = tuple(word.text for word in words_of(text))
            if words:
                key = "".join(words) if kind == "name" else ""
                yield _Entry(number, kind, text, words, tuple(map(stem, words)), key)


def _find(entry: _Entry, how: How, words: Sequence[Word], at: int, count: int) -> Find:
    return Find(entry.tracker, entry.text, how, words[at].start, words[at + count - 1].end)


def _apart(found: list[tuple[_Entry, Find]]) -> Iterator[Find]:
    """The longest of those that overlap; what a phrase that does not count covers is none.

    What is spelt right comes before what may be misspelt.
    """

    def best_first(one: tuple[_Entry, Find]) -> tuple[bool, int, int, int]:
        entry, find = one
        length = find.end - find.start
        return (find.how == "misspelt", -length, int(entry.kind != "but"), _RANK[find.how])

    taken: list[tuple[int, int]] = []
    for entry, find in sorted(found, key=best_first):
        if all(find.end <= start or end <= find.start for start, end in taken):
            taken.append((find.start, find.end))
            if entry.kind != "but":
                yield find
