"""What phrases can't say: a bare number is money here, at the scale of what was heard."""

from dataclasses import replace

from assistant.domain.fields import Polarity
from assistant.domain.values import Money
from assistant.extraction.dialogue.confirming import FOUND_BY as CONFIRMATION
from assistant.extraction.moment import Moment
from assistant.extraction.signals.budget.value import USUAL_SCALE
from assistant.extraction.signals.candidate import Candidate

_TO_A_PRICE = "rule:budget.it_fits"
"""The rule whose words ("that's fine") answer a price, and mean nothing without one."""


def refine(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with its amount: money, else a bare number near the sums heard before.

    A refused or unsettled answer names a figure only where it is said as money: "not for
    those two sites" is no budget of two, and "not one rupee" none of one.
    """
    if candidate.found_by == CONFIRMATION:
        return candidate
    if candidate.found_by == _TO_A_PRICE and candidate.value is None:
        return _to_the_price(moment, candidate)
    value = candidate.value if isinstance(candidate.value, Money) else None
    if candidate.polarity is not Polarity.YES:
        token_sum = value is not None and value.high <= 1
        return replace(candidate, value=None if token_sum else value)
    if value is not None:
        return candidate
    near = moment.spoken.values.amounts_near(moment.scale or USUAL_SCALE)
    inside = (f for f in near if candidate.start <= f.start and f.end <= candidate.end)
    return replace(candidate, value=next((found.value for found in inside), None))


def _to_the_price(moment: Moment, candidate: Candidate) -> Candidate | None:
    """The candidate with the price that the rep has just named; None where there is none."""
    if moment.guess is None or not moment.guess.values.amount:
        return None
    near = moment.guess.values.amounts_near(moment.scale or USUAL_SCALE)
    said = moment.guess.values.money or near
    return replace(candidate, value=said[-1].value if said else None)
