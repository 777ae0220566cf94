"""What phrases can't say: a bare number is money here, at the scale of what was heard."""

from dataclasses import replace

from assistant.domain.fields import Polarity
from assistant.domain.values import Money
from assistant.extraction.moment import Moment
from assistant.extraction.signals.candidate import Candidate


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with its amount: money, else a bare number near the rep's figures.

    An unsettled or refused answer names a figure only where it is said as money: "not for
    those two sites" is no budget of two.
    """
    if candidate.found_by.startswith("rule:confirmation") or isinstance(candidate.value, Money):
        return candidate
    if candidate.polarity is not Polarity.YES:
        return replace(candidate, value=None)
    near = moment.spoken.values.amounts_near(_scale(moment))
    amounts = [
        found.value
        for found in near
        if candidate.start <= found.start and found.end <= candidate.end
    ]
    return replace(candidate, value=amounts[0] if amounts else None)


def _scale(moment: Moment) -> float | None:
    """The latest amount in what was said before."""
    for spoken in reversed(moment.before):
        if spoken.values.money:
            return spoken.values.money[-1].value.high
    return None
