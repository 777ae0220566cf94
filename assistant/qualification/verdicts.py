"""The verdict of a bank: its outcome, the reasons, and what would change it."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.domain.answers import Answer, Status
from assistant.domain.bank import Bank
from assistant.domain.verdict import (
    CriterionResult,
    CriterionStatus,
    Outcome,
    Verdict,
    WouldChange,
)
from assistant.qualification.next_action import next_action
from assistant.qualification.policies import MET, UNKNOWN, UNMET, outcome_of, score_of


def conclude(bank: Bank, answers: Iterable[Answer], criteria: Sequence[CriterionResult]) -> Verdict:
    """The verdict that the bank's criteria add up to. ``answers`` are settled."""
    given = tuple(answers)
    results = {result.criterion: result for result in criteria}
    outcome = outcome_of(bank, results)
    return Verdict(
        bank=bank.id,
        bank_version=bank.version,
        outcome=outcome,
        score=score_of(bank, results),
        reasons=tuple(criteria),
        segment=_with(criteria, UNMET) if outcome is Outcome.NURTURE else (),
        missing=_with(criteria, UNKNOWN),
        would_change=tuple(_would_change(bank, results, outcome)),
        next_action=next_action(bank, outcome, results, given),
        unconfirmed=_unconfirmed(criteria, given),
    )


def _with(criteria: Sequence[CriterionResult], status: CriterionStatus) -> tuple[str, ...]:
    return tuple(result.criterion for result in criteria if result.status is status)


def _would_change(
    bank: Bank, results: Mapping[str, CriterionResult], outcome: Outcome
) -> Iterable[WouldChange]:
    """Every single criterion that, met or unmet, would give another outcome."""
    for name, result in results.items():
        for status in (MET, UNMET):
            if status is result.status:
                continue
            changed = result.model_copy(update={"status": status, "hedged": False})
            other = outcome_of(bank, {**results, name: changed})
            if other is not outcome:
                yield WouldChange(criterion=name, to=status, outcome=other)


def _unconfirmed(criteria: Sequence[CriterionResult], answers: Sequence[Answer]) -> int:
    """How many of the answers that the reasons rest on no person has confirmed."""
    suggested = {answer.id for answer in answers if answer.status is Status.SUGGESTED}
    return len(suggested & {name for result in criteria for name in result.answers})
