"""Timeline: a time within twelve months to decide, buy or be live."""

from collections.abc import Sequence
from datetime import date, timedelta

from assistant.domain.answers import Answer
from assistant.domain.fields import Polarity
from assistant.domain.values import Period
from assistant.domain.verdict import CriterionStatus
from assistant.qualification.rules.finding import UNKNOWN, Finding, of

HORIZON = timedelta(days=366)
"""Twelve months, a leap day included: the same as the scorer's."""


def judge_timeline(answers: Sequence[Answer], call_date: date) -> Finding:
    """Met by a time near enough; later, no date, someday and "not now" are unmet."""
    near = tuple(one for one in of(answers, Polarity.YES) if is_near(one, call_date))
    if near:
        return Finding(status=CriterionStatus.MET, answers=near)
    return Finding(status=CriterionStatus.UNMET, answers=tuple(answers)) if answers else UNKNOWN


def is_near(answer: Answer, call_date: date) -> bool:
    """Whether its time begins within twelve months of the call; one without a date may."""
    starts = answer.value.start or answer.value.end if isinstance(answer.value, Period) else None
    return starts is None or starts <= call_date + HORIZON
