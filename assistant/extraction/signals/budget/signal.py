"""What phrases can't say: a bare number is money here, at the scale of what was heard."""

from dataclasses import replace

from assistant.domain.fields import Polarity
from assistant.domain.values import Money
from assistant.extraction.dialogue.confirming import FOUND_BY as CONFIRMATION
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate

_USUAL_SCALE = 50_000.0
"""What a bare number is read near when no sum was named yet: of the train budgets given as
a bare number below a thousand, nearly all are thousands ("sixty capex")."""


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with its amount: money, else a bare number near the sums heard before.

    A refused or unsettled answer names a figure only where it is said as money: "not for
    those two sites" is no budget of two, and "not one rupee" none of one.
    """
    if candidate.found_by == CONFIRMATION:
        return candidate
    value = candidate.value if isinstance(candidate.value, Money) else None
    if candidate.polarity is not Polarity.YES:
        token_sum = value is not None and value.high <= 1
        return replace(candidate, value=None if token_sum else value)
    if value is not None:
        return candidate
    near = moment.spoken.values.amounts_near(moment.scale or _USUAL_SCALE)
    inside = (f for f in near if candidate.start <= f.start and f.end <= candidate.end)
    return replace(candidate, value=next((found.value for found in inside), None))
