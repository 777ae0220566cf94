"""Lines of notes that two people revised apart from each other: both are kept."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import takewhile

from assistant.domain.calls import NoteLine
from assistant.domain.records import Reading

APART = 1 << 19
"""Lines that lost their number to another one's are counted from here."""

Lines = dict[int, tuple[NoteLine, ...]]


def merged_lines(mine: Iterable[NoteLine], theirs: Iterable[NoteLine]) -> tuple[NoteLine, ...]:
    """All revisions of all lines. Of a line that went two ways the later way keeps the number.

    The other way becomes a line of its own beside it, whose number follows from its words.
    """
    one, other = _by_number(mine), _by_number(theirs)
    merged: Lines = {}
    for number in sorted(one.keys() | other.keys()):
        for line, revisions in _ways(number, one.get(number, ()), other.get(number, ())):
            there = merged.get(line, ())
            merged[line] = max(there, revisions, key=_weight)
    return tuple(revision for number in sorted(merged) for revision in merged[number])


def without_their_words(answers: Iterable[Reading], lines: Sequence[NoteLine]) -> list[Reading]:
    """The answers; those whose words a line of notes has no longer are stale."""
    apart = any(line.number >= APART for line in lines)
    texts = {line.number: line.text for line in lines}
    return [_checked(one, texts) for one in answers] if apart else list(answers)


def _checked(reading: Reading, texts: dict[int, str]) -> Reading:
    words = reading.answer.evidence
    if words is None or words.source != "notes" or words.quote in texts.get(words.turn, ""):
        return reading
    stale = reading.answer.model_copy(update={"stale": True})
    return reading.model_copy(update={"answer": stale})


def _by_number(lines: Iterable[NoteLine]) -> Lines:
    found: dict[int, list[NoteLine]] = {}
    for line in lines:
        found.setdefault(line.number, []).append(line)
    return {
        number: tuple(sorted(revisions, key=lambda line: line.revision))
        for number, revisions in found.items()
    }


def _ways(
    number: int, one: tuple[NoteLine, ...], other: tuple[NoteLine, ...]
) -> list[tuple[int, tuple[NoteLine, ...]]]:
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if shared in {len(one), len(other)}:
        return [(number, max(one, other, key=len))]
    lost, kept = sorted((one, other), key=_weight)
    beside = _number_of(lost[shared])
    moved = tuple(
        line.model_copy(update={"number": beside, "revision": at})
        for at, line in enumerate(lost[shared:])
    )
    return [(number, kept), (beside, moved)]


def _weight(revisions: tuple[NoteLine, ...]) -> tuple[object, ...]:
    if not revisions:
        return ()
    return revisions[-1].at, len(revisions), [line.model_dump_json() for line in revisions]


def _number_of(line: NoteLine) -> int:
    words = sha256(line.model_dump_json().encode()).digest()
    return APART + int.from_bytes(words[:4], "big") % APART
