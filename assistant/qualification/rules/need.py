"""Need: a real pain, or they say that they have none."""

from collections.abc import Sequence

from assistant.domain.answers import Answer
from assistant.domain.fields import Certainty, Polarity
from assistant.domain.verdict import CriterionStatus
from assistant.qualification.rules.finding import Finding, of, prevailing


def judge_need(answers: Sequence[Answer]) -> Finding:
    """Met by one firm pain, whatever else is fine; a "perhaps" does not outweigh a no."""
    no = of(answers, Polarity.NO)
    firm = any(one.certainty is Certainty.FIRM for one in of(answers, Polarity.YES))
    if no and not firm:
        return Finding(status=CriterionStatus.UNMET, answers=no)
    return prevailing(answers)
