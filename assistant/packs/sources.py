"""Texts of a call that got the same name on two sides: the later one gets a name of its own."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from assistant.domain.answers import Answer, Decision
from assistant.domain.calls import Source
from assistant.domain.records import CallRecord, Reading, Reviewed


def with_own_names(mine: CallRecord, theirs: CallRecord) -> tuple[CallRecord, CallRecord]:
    """Both records, with every source under the same name in both and no name given twice."""
    named = _names((*mine.sources, *theirs.sources))
    return _renamed(mine, named), _renamed(theirs, named)


def _names(sources: Iterable[Source]) -> dict[UUID, str]:
    """A name for each source: its own, unless an earlier one has it."""
    known: dict[UUID, Source] = {}
    for source in sources:
        there = known.setdefault(source.id, source)
        # One that was renamed before has a longer name than at first.
        known[source.id] = max(there, source, key=lambda one: (len(one.name), one.name))
    named: dict[UUID, str] = {}
    for source in sorted(known.values(), key=lambda one: (one.added_at, one.id)):
        taken = source.name in named.values()
        named[source.id] = f"{source.name}-{source.id.hex[:8]}" if taken else source.name
    return named


def _renamed(record: CallRecord, named: dict[UUID, str]) -> CallRecord:
    new = {one.name: named[one.id] for one in record.sources if one.name != named[one.id]}
    return _Renaming(record, new).record() if new else record


class _Renaming:
    """A record in which some sources have new names, and their answers new ids."""

    def __init__(self, record: CallRecord, new: dict[str, str]) -> None:
        self._record = record
        self._new = new
        answers = [one.answer for one in record.answers]
        answers += [one.after for one in record.decisions]
        answers += [answer for one in record.verdicts for answer in one.answers]
        self._ids = {
            one.id: sha256(f"{one.id}|{new[one.evidence.source]}".encode()).hexdigest()[:16]
            for one in answers
            if one.evidence and one.evidence.source in new
        }

    def record(self) -> CallRecord:
        old = self._record
        update = {
            "sources": tuple(one.model_copy(update=self._name(one.name)) for one in old.sources),
            "answers": tuple(
                Reading(answer=self._answer(one.answer), read_at=one.read_at) for one in old.answers
            ),
            "decisions": tuple(map(self._decision, old.decisions)),
            "verdicts": tuple(
                one.model_copy(update={"answers": tuple(map(self._answer, one.answers))})
                for one in old.verdicts
            ),
            "reviews": tuple(map(self._review, old.reviews)),
            "turn_marks": tuple(
                one.model_copy(update={"source": self._new.get(one.source, one.source)})
                for one in old.turn_marks
            ),
        }
        return old.model_copy(update=update)

    def _name(self, name: str) -> dict[str, str]:
        return {"name": self._new.get(name, name)}

    def _id(self, answer_id: str) -> str:
        return self._ids.get(answer_id, answer_id)

    def _answer(self, answer: Answer) -> Answer:
        update: dict[str, object] = {
            "id": self._id(answer.id),
            "superseded_by": self._id(answer.superseded_by) if answer.superseded_by else None,
            "contradicts": tuple(map(self._id, answer.contradicts)),
        }
        if answer.evidence and answer.evidence.source in self._new:
            source = self._new[answer.evidence.source]
            update["evidence"] = answer.evidence.model_copy(update={"source": source})
        return answer.model_copy(update=update)

    def _decision(self, decision: Decision) -> Decision:
        update = {
            "answer_id": self._id(decision.answer_id),
            "before": self._answer(decision.before) if decision.before else None,
            "after": self._answer(decision.after),
        }
        return decision.model_copy(update=update)

    def _review(self, review: Reviewed) -> Reviewed:
        entry = review.entry
        update = {
            "answer_id": self._id(entry.answer_id) if entry.answer_id else None,
            "source": self._new.get(entry.source, entry.source) if entry.source else None,
        }
        return review.model_copy(update={"entry": entry.model_copy(update=update)})
