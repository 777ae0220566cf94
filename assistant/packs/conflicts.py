"""What two people said or changed apart from each other, and which of it is in force.

A conflict follows from what is kept, so both sides see the same. It ends when somebody who
has both decides again.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar
from uuid import UUID

from assistant.domain.answers import Decision
from assistant.domain.conflicts import Conflict, Said
from assistant.domain.frozen import Frozen
from assistant.domain.records import Act, CallRecord, Record, VersionOf
from assistant.domain.verdict import RecordedVerdict
from assistant.domain.wording import value_text
from assistant.packs.acts import disagreeing

A = TypeVar("A", bound=Act)


def conflicts_within(record: Record[Any]) -> tuple[Conflict, ...]:
    """The conflicts in a record that has versions: its facts, a call's answers and verdict."""
    of = record.versions[0].body.id
    inside = _in_call(record, of) if isinstance(record, CallRecord) else ()
    return (*inside, *_in_facts(record, of))


def _in_call(record: CallRecord, call_id: UUID) -> Iterator[Conflict]:
    by_answer: dict[str, list[Decision]] = {}
    for decision in record.decisions:
        by_answer.setdefault(decision.answer_id, []).append(decision)
    for answer_id, decisions in by_answer.items():
        sides = _sides(decisions, _decided, _decision_says)
        if sides:
            about = f"{decisions[-1].after.key} {answer_id}"
            yield Conflict(kind="call", of=call_id, about=about, answer_id=answer_id, sides=sides)
    verdicts = [one for one in record.verdicts if one.by]
    if sides := _sides(verdicts, lambda one: one.verdict.outcome, _verdict_says):
        yield Conflict(kind="call", of=call_id, about="verdict", sides=sides)


def _sides(
    acts: Sequence[A], says: Callable[[A], object], words: Callable[[A], str]
) -> tuple[Said, ...]:
    apart = disagreeing(acts, says)
    return tuple(_said(act, words(act)) for act in apart)


def _said(act: Act, says: str) -> Said:
    return Said(act=act.id, by=act.by, at=act.at, says=says)  # type: ignore[attr-defined]


def _decided(decision: Decision) -> object:
    after = decision.after
    value = after.value.model_dump_json(exclude={"raw"}) if after.value else ""
    return after.status, after.key, after.polarity, after.certainty, value


def _decision_says(decision: Decision) -> str:
    after = decision.after
    value = value_text(after.value) if after.value else ""
    facts = (after.status.value, after.key, after.polarity.value, after.certainty.value, value)
    return ", ".join(fact for fact in facts if fact)


def _verdict_says(recorded: RecordedVerdict) -> str:
    return f"{recorded.verdict.outcome.value}: {recorded.reason}"


def _in_facts(record: Record[Any], of: UUID) -> tuple[Conflict, ...]:
    apart = disagreeing(record.versions, _body)
    if not apart:
        return ()
    differing = _differing([_body(one) for one in apart])
    sides = tuple(_said(one, _told(_body(one), differing)) for one in apart)
    return (Conflict(kind=record.kind, of=of, about="facts", sides=sides),)


def _body(version: VersionOf[Any]) -> dict[str, object]:
    body: Frozen = version.body
    return body.model_dump(mode="json")


def _differing(bodies: Sequence[dict[str, object]]) -> list[str]:
    return [name for name in bodies[0] if any(body[name] != bodies[-1][name] for body in bodies)]


def _told(body: dict[str, object], names: Sequence[str]) -> str:
    return ", ".join(f"{name} {body[name] or '(none)'}" for name in names)
