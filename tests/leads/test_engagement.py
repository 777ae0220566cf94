from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from assistant.domain.answers import Answer, answer_id
from assistant.domain.bank import EngagementAnswer, FieldAnswer, Question
from assistant.domain.fields import Field, Polarity
from assistant.domain.people import EngagementEvent, PointsTable
from assistant.domain.values import Count
from assistant.leads.engagement import engagement_answers, points_of

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
LEAD_ID = UUID("11111111-1111-4111-8111-111111111111")
TABLE = PointsTable(
    id="main", title="Main", threshold=20, points={"demo_request": 15, "opened_mail": 2}
)


def event(kind: str, days_ago: float = 0) -> EngagementEvent:
    return EngagementEvent(
        id=UUID(int=int(days_ago * 10)),
        lead_id=LEAD_ID,
        kind=kind,
        at=NOW - timedelta(days=days_ago),
    )


@pytest.mark.parametrize(
    ("events", "fresh_days", "points"),
    [
        ([], None, 0),
        ([event("demo_request"), event("opened_mail"), event("opened_mail")], None, 19),
        ([event("sneezed")], None, 0),
        ([event("demo_request", 30), event("opened_mail", 31)], 30, 15),
    ],
)
def test_points(events: list[EngagementEvent], fresh_days: int | None, points: int) -> None:
    table = TABLE.model_copy(update={"fresh_days": fresh_days})
    assert points_of(events, table, NOW) == points


QUESTIONS = (
    Question(id="engaged.all", ask="How?", answer=EngagementAnswer(engagement=())),
    Question(id="need.pain", ask="Pain?", answer=FieldAnswer(field=Field.NEED)),
    Question(
        id="engaged.demo",
        ask="Demo?",
        answer=EngagementAnswer(engagement=("demo_request", "call_request"), at_least=1),
    ),
    Question(id="engaged.mail", ask="Mail?", answer=EngagementAnswer(engagement=("opened_mail",))),
)


def test_each_question_is_answered_from_its_kinds_of_event() -> None:
    events = [event("opened_mail", 3), event("demo_request", 2), event("demo_request", 5)]
    answers = engagement_answers(events, TABLE, QUESTIONS, NOW)
    expected = [
        ("engaged.all", Polarity.YES, 32, "all", 2),
        ("engaged.demo", Polarity.YES, 30, "demo_request,call_request", 2),
        ("engaged.mail", Polarity.NO, 2, "opened_mail", 3),
    ]
    assert answers == tuple(
        Answer(
            id=answer_id(f"engagement:{LEAD_ID}", 0, 0, 0, question),
            field=None,
            question=question,
            polarity=polarity,
            value=Count(count=points, unit="points"),
            found_by=f"engagement:{kinds}",
            at=NOW - timedelta(days=days_ago),
        )
        for question, polarity, points, kinds, days_ago in expected
    )


def test_nothing_logged_is_no_answer() -> None:
    assert engagement_answers([], TABLE, QUESTIONS, NOW) == ()
    stale = TABLE.model_copy(update={"fresh_days": 1})
    assert engagement_answers([event("demo_request", 9)], stale, QUESTIONS, NOW) == ()
