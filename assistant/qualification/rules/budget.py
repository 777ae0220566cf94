"""Budget: money exists or is reachable for this; or there is none or it is refused."""

from collections.abc import Sequence

from assistant.domain.answers import Answer
from assistant.qualification.rules.finding import Finding, prevailing


def judge_budget(answers: Sequence[Answer]) -> Finding:
    """Met, unmet or (left open, not discussed) unknown."""
    return prevailing(answers)
