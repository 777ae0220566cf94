"""What a lead did, in points: answers to a bank's engagement questions."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from assistant.domain.answers import Answer, answer_id
from assistant.domain.bank import EngagementAnswer, Question
from assistant.domain.fields import Polarity
from assistant.domain.people import EngagementEvent, PointsTable
from assistant.domain.values import Count


def points_of(events: Iterable[EngagementEvent], table: PointsTable, now: datetime) -> int:
    """The points of the events that are still fresh; a kind that the table lacks has none."""
    return sum(table.points.get(event.kind, 0) for event in _fresh(events, table, now))


def engagement_answers(
    events: Iterable[EngagementEvent],
    table: PointsTable,
    questions: Sequence[Question],
    now: datetime,
) -> tuple[Answer, ...]:
    """An answer to each engagement question that the log says something about.

    Yes when the points of the kinds that it asks for reach its ``at_least``, else the
    table's threshold. No fresh event of these kinds is no answer: a log may be incomplete.
    """
    fresh = _fresh(events, table, now)
    found = (
        (question, question.answer, _of_kinds(fresh, question.answer))
        for question in questions
        if isinstance(question.answer, EngagementAnswer)
    )
    return tuple(_answer(question, spec, done, table) for question, spec, done in found if done)


def _fresh(
    events: Iterable[EngagementEvent], table: PointsTable, now: datetime
) -> list[EngagementEvent]:
    if table.fresh_days is None:
        return list(events)
    oldest = now - timedelta(days=table.fresh_days)
    return [event for event in events if event.at >= oldest]


def _of_kinds(events: Sequence[EngagementEvent], spec: EngagementAnswer) -> list[EngagementEvent]:
    return [event for event in events if not spec.engagement or event.kind in spec.engagement]


def _answer(
    question: Question,
    spec: EngagementAnswer,
    done: Sequence[EngagementEvent],
    table: PointsTable,
) -> Answer:
    points = sum(table.points.get(event.kind, 0) for event in done)
    needed = table.threshold if spec.at_least is None else spec.at_least
    return Answer(
        id=answer_id(f"engagement:{done[0].lead_id}", 0, 0, 0, question.id),
        field=None,
        question=question.id,
        polarity=Polarity.YES if points >= needed else Polarity.NO,
        value=Count(count=points, unit="points"),
        found_by=f"engagement:{','.join(spec.engagement) or 'all'}",
        at=max(event.at for event in done),
    )
