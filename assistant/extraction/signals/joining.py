"""One answer where several candidates of a field say the same side by side."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from assistant.extraction.clauses.splitting import Range
from assistant.extraction.moment import Spoken
from assistant.extraction.signals.candidate import Candidate

_MOST_CLAUSES = 3
"""A joined answer is no longer: marks of more clauses are rare."""


def join(candidates: Iterable[Candidate], spoken: Spoken) -> tuple[Candidate, ...]:
    """Candidates of one field with neighbours joined, in the order of the text.

    Those of one polarity in neighbouring clauses of a sentence become one: the surer's
    value, certainty and rule, and the words of both.
    """
    joined: list[Candidate] = []
    ordered = sorted(candidates, key=lambda each: (each.polarity, each.start, each.end))
    for _, same in groupby(ordered, key=lambda each: each.polarity):
        last: Candidate | None = None
        for candidate in same:
            both = None if last is None else _together(last, candidate, spoken)
            if both is not None:
                joined[-1] = last = both
            else:
                joined.append(candidate)
                last = candidate
    return tuple(sorted(joined, key=lambda each: each.start))


def surest(candidates: Iterable[Candidate], most: int) -> tuple[Candidate, ...]:
    """The ``most`` surest candidates, in the order of the text; of equals the first."""
    ranked = sorted(candidates, key=lambda each: (-each.confidence, each.start))
    return tuple(sorted(ranked[:most], key=lambda each: each.start))


def _together(one: Candidate, other: Candidate, spoken: Spoken) -> Candidate | None:
    start, end = min(one.start, other.start), max(one.end, other.end)
    numbers = spoken.clauses_of((start, end))
    if numbers.end - numbers.start > _MOST_CLAUSES or not _one_sentence(numbers, spoken):
        return None
    if _gap(one, other, spoken) > 0:
        return None
    better = max(one, other, key=lambda each: (each.confidence, each.value is not None))
    return replace(better, start=start, end=end)


def _gap(one: Candidate, other: Candidate, spoken: Spoken) -> int:
    first, second = sorted((one, other), key=lambda each: each.start)
    ends = spoken.clauses_of((first.start, first.end)).end
    return spoken.clauses_of((second.start, second.end)).start - ends


def _one_sentence(numbers: Range, spoken: Spoken) -> bool:
    return spoken.clauses[numbers.start].sentence == spoken.clauses[numbers.end - 1].sentence
