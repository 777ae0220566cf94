"""Finds words in what was said and noted, in any of their forms."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.answering.knowledge import Said
from assistant.answering.stemming import APOSTROPHES, WORD, stem, tokens
from assistant.answering.words import related
from assistant.domain.frozen import Frozen

AROUND = 110
"""So many code points of a long turn are quoted on either side of the words found."""
ALIKE = 0.8
"""A word that nobody said is looked for as the nearest that somebody said, if it is this near
(of 1, by edits a letter)."""
SHORTEST = 5


class Hit(Frozen):
    """A turn that has some of the words: code points ``[start, end)`` are worth quoting."""

    said: Said
    start: int
    end: int
    found: int

    @property
    def quote(self) -> str:
        """The words around those found."""
        return self.said.text[self.start : self.end]


class Sought(Frozen):
    """What is looked for: each of ``words`` by its stems; ``absent`` ones nobody said.

    ``misspelt`` are those of the question that others were taken for.
    """

    stems: tuple[frozenset[str], ...] = ()
    words: tuple[str, ...] = ()
    misspelt: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def all(self) -> frozenset[str]:
        """Every stem."""
        return frozenset().union(*self.stems)


def seek(words: Sequence[str], said: Sequence[Said]) -> Sought:
    """What to look for: each word, else what speaks of the same, else what is nearly it."""
    meant: list[str] = []
    misspelt: list[str] = []
    absent: list[str] = []
    for word in words:
        near = word if occurs(_wide(word), said) else _nearest(word, said)
        if near:
            meant.append(near)
        (absent if not near else misspelt if near != word else []).append(word)
    return Sought(
        stems=tuple(map(_wide, meant)),
        words=tuple(meant),
        misspelt=tuple(misspelt),
        absent=tuple(absent),
    )


def _wide(word: str) -> frozenset[str]:
    """The stems of a word and of those that speak of the same."""
    own = stem(word)
    return related().get(own, frozenset((own,)))


def find(sought: Sought, said: Iterable[Said]) -> tuple[Hit, ...]:
    """The turns that have the words: those with most of them first, then in order."""
    if not sought.stems:
        return ()
    pattern = _pattern(sought.all)
    hits = [hit for one in said if (hit := _hit(sought, pattern, one)) is not None]
    most = max((hit.found for hit in hits), default=0)
    # Who has some words of a question of three speaks of something else, where others have all.
    best = [hit for hit in hits if 2 * hit.found > most]
    return tuple(sorted(best, key=lambda hit: -hit.found))


def occurs(stems: frozenset[str], said: Iterable[Said]) -> bool:
    """Whether one of the stems is said anywhere."""
    pattern = _pattern(stems)
    return any(_places(stems, pattern, one.text) for one in said)


def _pattern(stems: frozenset[str]) -> re.Pattern[str]:
    """Finds words that may have one of the stems; a stem's first letters begin its words."""
    begun = "|".join(sorted(map(re.escape, stems)))
    return re.compile(rf"\b(?:{begun})\w*(?:[{APOSTROPHES}]\w+)*", re.IGNORECASE)


def _places(stems: frozenset[str], pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    return [
        match
        for match in pattern.finditer(text)
        if any(stem(word) in stems for word in tokens(match[0])[:1])
    ]


def _hit(sought: Sought, pattern: re.Pattern[str], said: Said) -> Hit | None:
    places = _places(sought.all, pattern, said.text)
    if not places:
        return None
    stems = {stem(word) for match in places for word in tokens(match[0])[:1]}
    found = sum(bool(wanted & stems) for wanted in sought.stems)
    start, end = quoted(said.text, places[0].start(), places[0].end())
    return Hit(said=said, start=start, end=end, found=found)


def quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a turn to quote around some words: all of it, or as many words as fit."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first > 0:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space > end else last
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _nearest(word: str, said: Iterable[Said]) -> str:
    """The word that was said and is nearest to one that was not; "" where none is near."""
    if len(word) < SHORTEST:
        return ""
    known = set(_like(word, said))
    found = process.extractOne(
        word, sorted(known), scorer=OSA.normalized_similarity, score_cutoff=ALIKE
    )
    return str(found[0]) if found else ""


def _like(word: str, said: Iterable[Said]) -> Iterator[str]:
    """Words of about a length that begin alike."""
    for one in said:
        for found in WORD.findall(one.text.casefold()):
            if found[0] == word[0] and abs(len(found) - len(word)) <= 2:
                yield found
