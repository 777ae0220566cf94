"""Which amount a budget answer names."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.fields import Polarity
from assistant.domain.values import Money, Per
from assistant.extraction.moment import Moment, Spoken
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import replies
from assistant.extraction.values.found import Found
from assistant.extraction.values.money.rates import rate_said

USUAL_SCALE = 50_000.0
"""What a bare number is read near when no sum was named yet: of the train budgets given as
a bare number below a thousand, nearly all are thousands ("sixty capex")."""
_COMPLETE = 100
"""A smaller number is hardly a whole price: "seven a month" may be thousands."""
_LIKE = 2.5
"""Sums of the same talk are no further apart than so many times."""


def budget_value(moment: Moment, spot: Spot, polarity: Polarity) -> Money | None:
    """The amount in the words, else in the rep's guess that they confirm.

    Refused money has none. An amount without a period has that of the sums it is named
    beside, or that the rep asked for ("What could you do a month?").
    """
    if polarity is Polarity.NO:
        return None
    said = _sums(moment.spoken, moment.scale, spot)
    if not said and polarity is Polarity.YES and moment.guess is not None:
        if not replies(moment, spot):
            return None
        said = _sums(moment.guess, moment.scale)
    if not said:
        return None
    money = _as_priced(said[-1], moment) or said[-1].value
    return money if money.per else money.model_copy(update={"per": _period(money, moment)})


def _as_priced(said: Found[Money], moment: Moment) -> Money | None:
    """A bare number as it was said, where somebody just named the same as a price.

    "Six-eighty is fine" after "it's six eighty a month" lacks no thousands.
    """
    plain = next((f.value for f in moment.spoken.values.amount if f.start == said.start), None)
    if plain is None or plain.high == said.value.high or plain.high < _COMPLETE:
        return None
    named = (f.value for spoken in moment.before for f in spoken.values.amount)
    prices = (m for m in named if m.high == plain.high and (m.per or m.unit))
    return next((plain.model_copy(update={"per": plain.per or m.per}) for m in prices), None)


def _sums(spoken: Spoken, scale: float | None, spot: Spot | None = None) -> Sequence[Found[Money]]:
    """The amounts at the code points, or of the whole turn: money, else bare numbers."""
    near = spoken.values.amounts_near(scale or USUAL_SCALE)
    spot = spot or (0, len(spoken.turn.text))
    here = [f for f in near if f.start < spot[1] and f.end > spot[0] and _is_a_sum(f.value)]
    sure = {(f.start, f.end) for f in spoken.values.money}
    return [f for f in here if (f.start, f.end) in sure] or here


def _is_a_sum(money: Money) -> bool:
    """Whether it is more than "not one rupee", or a price for a thing."""
    return money.high > 1 or money.unit is not None


def _period(money: Money, moment: Moment) -> Per | None:
    """The period of the sums that the talk was about: this turn's, the guess's, those before."""
    heard = [moment.spoken, *reversed(moment.before)]
    told = next((sum_.per for sum_ in _like(money, heard)), None)
    if told is not None or moment.guess is None or _names_a_rate(moment.guess):
        return told
    return rate_said(moment.guess.turn.text)


def _names_a_rate(guess: Spoken) -> bool:
    """Whether the rep's period belongs to a sum of the rep's own: "it's two euro a month"."""
    return any(found.value.per is not None for found in guess.values.money)


def _like(money: Money, heard: Iterable[Spoken]) -> Iterator[Money]:
    """Sums of the turns with a period that may be of the same thing, the latest turn's first."""
    for spoken in heard:
        for found in reversed(spoken.values.money):
            other = found.value
            near = money.high <= _LIKE * other.high and other.high <= _LIKE * money.high
            if other.per is not None and near:
                yield other
