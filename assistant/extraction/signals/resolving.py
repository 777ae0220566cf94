"""Settles which candidates stand: no two answers share words, the surer one wins."""

from collections.abc import Iterable

from assistant.extraction.signals.candidate import Candidate


def resolve(
    candidates: Iterable[Candidate], before: Iterable[Candidate] = ()
) -> tuple[Candidate, ...]:
    """The candidates that stand, in the order of the text.

    Those ``before`` stand anyway, and share no words. Then the most confident first; of
    equals the one with a value, then the shorter. A candidate that shares words with one
    that stands is dropped.
    """
    standing = list(before)
    for candidate in sorted(candidates, key=_rank):
        if all(not _touch(candidate, other) for other in standing):
            standing.append(candidate)
    return tuple(sorted(standing, key=lambda each: each.start))


def _rank(candidate: Candidate) -> tuple[float, bool, int, int]:
    return (
        -candidate.confidence,
        candidate.value is None,
        candidate.end - candidate.start,
        candidate.start,
    )


def _touch(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end
