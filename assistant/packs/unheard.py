"""What comes from elsewhere, without what was said in a call that may not be read here."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple
from uuid import UUID

from assistant.domain.answers import Answer, Decision
from assistant.domain.calls import Source
from assistant.domain.fields import Kind
from assistant.domain.records import CallRecord
from assistant.domain.verdict import RecordedVerdict
from assistant.packs.parts import NOTES


def unheard(record: CallRecord, here: Sequence[Source]) -> tuple[CallRecord, bool]:
    """The record with no transcript or chat that is not ``here``, nor what rests on one.

    The rep's own notes stay, and so does what was said before and is kept. Tells whether
    anything was left out.
    """
    kept: dict[UUID, AbstractSet[int]] = {
        one.id: {turn.index for turn in one.turns} for one in here
    }
    said = {one.name: kept.get(one.id, set()) for one in record.sources if _was_said(one)}
    may = _Allowed(said, {NOTES, *(one.name for one in record.sources if not _was_said(one))})
    update = {
        "sources": tuple(_heard(record.sources, kept)),
        "answers": tuple(one for one in record.answers if may.answer(one.answer)),
        "decisions": tuple(one for one in record.decisions if may.decision(one)),
        "verdicts": tuple(may.verdict(one) for one in record.verdicts),
        "turn_marks": tuple(one for one in record.turn_marks if may.turn(one.source, one.turn)),
    }
    left = record.model_copy(update=update)
    return left, left != record


def _was_said(source: Source) -> bool:
    return source.kind is not Kind.NOTES


def _heard(sources: Iterable[Source], kept: Mapping[UUID, AbstractSet[int]]) -> Iterable[Source]:
    for one in sources:
        if not _was_said(one):
            yield one
        elif one.id in kept:
            turns = tuple(turn for turn in one.turns if turn.index in kept[one.id])
            yield one.model_copy(update={"turns": turns})


class _Allowed(NamedTuple):
    """What may stay: turns of what was said, and all of the rep's own notes."""

    said: Mapping[str, AbstractSet[int]]
    notes: AbstractSet[str]

    def turn(self, source: str, turn: int) -> bool:
        return source in self.notes or turn in self.said.get(source, ())

    def answer(self, answer: Answer) -> bool:
        words = answer.evidence
        return words is None or self.turn(words.source, words.turn)

    def decision(self, decision: Decision) -> bool:
        return all(self.answer(one) for one in (decision.before, decision.after) if one)

    def verdict(self, recorded: RecordedVerdict) -> RecordedVerdict:
        answers = tuple(one for one in recorded.answers if self.answer(one))
        return recorded.model_copy(update={"answers": answers})
