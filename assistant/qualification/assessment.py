"""One bank applied to one call's answers."""

from collections.abc import Iterable
from datetime import date

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.verdict import Assessment, Outcome
from assistant.qualification.criteria import judge
from assistant.qualification.gates import judge_gates
from assistant.qualification.verdicts import conclude


def assess(
    bank: Bank, answers: Iterable[Answer], call_date: date, *, outcome: Outcome | None = None
) -> Assessment:
    """Criteria, gates and verdict of settled answers.

    ``outcome`` is a person's verdict: gates that ask for one go by it, while ``verdict``
    stays what the answers add up to.
    """
    given = tuple(answers)
    criteria = judge(bank, given, call_date)
    verdict = conclude(bank, given, criteria)
    gates = judge_gates(bank, given, criteria, outcome or verdict.outcome)
    return Assessment(bank=bank.id, criteria=criteria, gates=gates, verdict=verdict)
