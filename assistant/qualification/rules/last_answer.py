"""The last answer: yes is met, no is unmet, open or none is unknown."""

from collections.abc import Sequence

from assistant.domain.answers import Answer
from assistant.domain.fields import Polarity
from assistant.domain.verdict import CriterionStatus
from assistant.qualification.rules.finding import UNKNOWN, Finding

_STATUS = {
    Polarity.YES: CriterionStatus.MET,
    Polarity.NO: CriterionStatus.UNMET,
    Polarity.OPEN: CriterionStatus.UNKNOWN,
}


def judge_last_answer(answers: Sequence[Answer]) -> Finding:
    """What the last of the answers counted says."""
    if not answers:
        return UNKNOWN
    return Finding(status=_STATUS[answers[-1].polarity], answers=(answers[-1],))
