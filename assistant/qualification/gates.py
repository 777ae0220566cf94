"""Whether the gates of a bank pass, and what they lack in words a rep understands."""

from collections.abc import Iterable, Sequence

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank, Gate, PassRule
from assistant.domain.verdict import CriterionResult, CriterionStatus, GateResult, Outcome
from assistant.qualification.standing import counted


def judge_gates(
    bank: Bank,
    answers: Iterable[Answer],
    criteria: Sequence[CriterionResult],
    outcome: Outcome,
) -> tuple[GateResult, ...]:
    """The gates in the bank's order. ``outcome`` is the verdict's, or the person's over it."""
    facts = _Facts(bank, answers, criteria, outcome)
    return tuple(_result(gate, facts) for gate in bank.gates)


class _Facts:
    """What pass rules ask for, by the names that a bank uses."""

    def __init__(
        self,
        bank: Bank,
        answers: Iterable[Answer],
        criteria: Sequence[CriterionResult],
        outcome: Outcome,
    ) -> None:
        self.titles = {criterion.id: criterion.title for criterion in bank.criteria}
        self.questions = {question.id: question for question in bank.questions}
        self.statuses = {result.criterion: result.status for result in criteria}
        self.answered = {answer.key for answer in counted(answers)}
        self.outcome = outcome

    def is_met(self, criterion: str) -> bool:
        return self.statuses.get(criterion) is CriterionStatus.MET

    def is_answered(self, name: str) -> bool:
        """``name`` is a question's id, or the key of its answers."""
        question = self.questions.get(name)
        return (question.key if question else name) in self.answered

    def lacks(self, criterion: str) -> str:
        status = self.statuses.get(criterion, CriterionStatus.UNKNOWN)
        return f"{self.titles.get(criterion, criterion)} is {status}"


def _result(gate: Gate, facts: _Facts) -> GateResult:
    missing = tuple(_missing(gate.passes_when, facts))
    return GateResult(gate=gate.id, passed=not missing, missing=missing)


def _missing(rule: PassRule, facts: _Facts) -> Iterable[str]:
    for criterion in rule.met:
        if not facts.is_met(criterion):
            yield facts.lacks(criterion)
    if rule.any_met and not any(map(facts.is_met, rule.any_met)):
        yield "none of these is met: " + ", ".join(map(facts.lacks, rule.any_met))
    for name in rule.answered:
        if not facts.is_answered(name):
            question = facts.questions.get(name)
            yield f"not answered: {question.ask if question else name}"
    if rule.verdict and facts.outcome not in rule.verdict:
        yield f"the verdict is {facts.outcome}, it has to be {' or '.join(rule.verdict)}"
