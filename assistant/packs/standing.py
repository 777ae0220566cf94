"""How an answer stands: a function of what was read and of all that was decided about it.

It is the same whatever order decisions and readings of two stores come together in.
"""

from collections.abc import Iterable, Sequence

from assistant.domain.answers import Answer, Decision
from assistant.domain.records import Reading
from assistant.packs.acts import in_order
from assistant.packs.fullness import fullness


def answers_standing(
    mine: Iterable[Reading], theirs: Iterable[Reading], decisions: Iterable[Decision]
) -> tuple[Reading, ...]:
    """The answers of both, by id, as they stand after all decisions."""
    readings: dict[str, list[Reading]] = {}
    for reading in map(_alone, (*mine, *theirs)):
        readings.setdefault(reading.answer.id, []).append(reading)
    decided: dict[str, Decision] = {}
    for decision in in_order(decisions):
        decided[decision.after.id] = decision
    known = sorted(readings.keys() | decided.keys())
    return tuple(_stands(readings.get(one, ()), decided.get(one)) for one in known)


def _stands(readings: Sequence[Reading], last: Decision | None) -> Reading:
    """An answer after its last decision: what a person decided stays, its words may move."""
    if len(readings) > 1 and all(one == readings[0] for one in readings):
        readings = readings[:1]
    if last is None:
        return readings[0] if len(readings) == 1 else max(readings, key=_whole)
    after = alone(last.after)
    if not after.decided:
        # It was made a suggestion again: what was read since then takes its place.
        fresh = [one for one in readings if not one.answer.decided and one.read_at > last.at]
        if fresh:
            return max(fresh, key=_whole)
    if not readings:
        return Reading(answer=after, read_at=after.at or last.at)
    words = readings[0] if len(readings) == 1 else max(readings, key=_words)
    return Reading(answer=_moved(after, words.answer), read_at=words.read_at)


def alone(answer: Answer) -> Answer:
    """The answer without what it is beside others: each store finds that out itself."""
    return answer.model_copy(update={"superseded_by": None, "contradicts": ()})


def _alone(reading: Reading) -> Reading:
    return reading.model_copy(update={"answer": alone(reading.answer)})


def _whole(reading: Reading) -> tuple[object, ...]:
    return reading.read_at, *fullness(reading.answer)


def _words(reading: Reading) -> tuple[object, ...]:
    words = reading.answer.evidence
    return reading.read_at, reading.answer.stale, *(fullness(words) if words else ())


def _moved(after: Answer, read: Answer) -> Answer:
    """What was decided, where its words are now."""
    update: dict[str, object] = {"stale": read.stale}
    if after.evidence and read.evidence and after.evidence.quote == read.evidence.quote:
        update["evidence"] = read.evidence
    return after.model_copy(update=update)
