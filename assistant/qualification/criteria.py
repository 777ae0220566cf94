"""Answers in, criteria out."""

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank, Criterion
from assistant.domain.fields import CORE_CRITERIA
from assistant.domain.verdict import CriterionResult
from assistant.qualification.rules.authority import judge_authority
from assistant.qualification.rules.budget import judge_budget
from assistant.qualification.rules.finding import Finding
from assistant.qualification.rules.last_answer import judge_last_answer
from assistant.qualification.rules.need import judge_need
from assistant.qualification.rules.timeline import judge_timeline
from assistant.qualification.standing import counted

CORE = tuple(
    Criterion.model_validate({"id": name, "title": name.title(), "sources": (name,), "rule": name})
    for name in CORE_CRITERIA
)
"""The four that every annotation judges, whatever the banks."""


def judge_core(answers: Iterable[Answer], call_date: date) -> tuple[CriterionResult, ...]:
    """The four core criteria, in the order of ``CORE_CRITERIA``, of settled answers."""
    return _judge_all(CORE, answers, call_date)


def judge(bank: Bank, answers: Iterable[Answer], call_date: date) -> tuple[CriterionResult, ...]:
    """The bank's criteria in its order, of settled answers."""
    return _judge_all(bank.criteria, answers, call_date)


def _judge_all(
    criteria: Sequence[Criterion], answers: Iterable[Answer], call_date: date
) -> tuple[CriterionResult, ...]:
    believed = counted(answers)
    return tuple(_result(criterion, believed, call_date) for criterion in criteria)


def _result(criterion: Criterion, believed: Sequence[Answer], call_date: date) -> CriterionResult:
    finding = _find(criterion, believed, call_date)
    return CriterionResult(
        criterion=criterion.id,
        status=finding.status,
        answers=tuple(answer.id for answer in finding.answers),
        hedged=finding.hedged,
    )


def _find(criterion: Criterion, believed: Sequence[Answer], call_date: date) -> Finding:
    answers = [answer for answer in believed if answer.key in criterion.sources]
    match criterion.rule:
        case "budget":
            return judge_budget(answers)
        case "authority":
            return judge_authority(answers, believed)
        case "need":
            return judge_need(answers)
        case "timeline":
            return judge_timeline(answers, call_date)
        case "last_answer":
            return judge_last_answer(answers)
