"""What has just been answered: talk moves on, and a follow-up to what is long past disturbs."""

from collections.abc import Iterable, Sequence

from assistant.domain.answers import Answer
from assistant.domain.calls import NoteLine, Source

TURNS = 4
"""An answer is fresh while so many turns follow it: two more questions and their replies."""
LINES = 2
"""The same for note lines, which are fewer."""


def fresh_keys(
    heard: Sequence[str],
    answers: Iterable[Answer],
    sources: Sequence[Source],
    lines: Sequence[NoteLine],
) -> tuple[str, ...]:
    """Those of the keys answered, the latest last, whose answer is fresh still.

    What was given by hand is: it has no place in the talk.
    """
    last = {source.name: source.turns[-1].index - TURNS for source in sources if source.turns}
    noted = {line.number for line in lines[-LINES:]}
    fresh = {answer.key for answer in answers if _is_fresh(answer, last, noted)}
    return tuple(key for key in heard if key in fresh)


def _is_fresh(answer: Answer, last: dict[str, int], noted: set[int]) -> bool:
    where = answer.evidence
    if where is None:
        return True
    return where.turn >= last[where.source] if where.source in last else where.turn in noted
