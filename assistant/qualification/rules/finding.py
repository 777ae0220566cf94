"""What every rule returns, and the conclusion that most of them share."""

from collections.abc import Sequence

from assistant.domain.answers import Answer
from assistant.domain.fields import Certainty, Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.verdict import CriterionStatus


class Finding(Frozen):
    """A criterion's status and the answers that give it, in the order of their words."""

    status: CriterionStatus
    answers: tuple[Answer, ...] = ()

    @property
    def hedged(self) -> bool:
        """Whether it is met, and on hedged words only."""
        met = self.status is CriterionStatus.MET
        return met and all(answer.certainty is Certainty.HEDGED for answer in self.answers)


UNKNOWN = Finding(status=CriterionStatus.UNKNOWN)


def of(answers: Sequence[Answer], polarity: Polarity) -> tuple[Answer, ...]:
    """Those with this polarity."""
    return tuple(answer for answer in answers if answer.polarity is polarity)


def prevailing(answers: Sequence[Answer]) -> Finding:
    """Met by a yes, else unmet by a no, else unknown.

    What was taken back is not among the answers counted, so a no beside a yes only limits it
    and an open one beside a no gives no ground for hope.
    """
    for polarity, status in (
        (Polarity.YES, CriterionStatus.MET),
        (Polarity.NO, CriterionStatus.UNMET),
    ):
        if giving := of(answers, polarity):
            return Finding(status=status, answers=giving)
    return Finding(status=CriterionStatus.UNKNOWN, answers=tuple(answers))
