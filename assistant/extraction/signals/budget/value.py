"""Which amount a budget answer names."""

from collections.abc import Sequence

from assistant.domain.fields import Polarity
from assistant.domain.values import Money
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed
from assistant.extraction.values.found import Found

USUAL_SCALE = 50_000.0
"""What a bare number is read near when no sum was named yet: of the train budgets given as
a bare number below a thousand, nearly all are thousands ("sixty capex")."""


def budget_value(moment: Moment, spot: Spot, polarity: Polarity) -> Money | None:
    """The amount in the words, else in the rep's guess that they confirm."""
    said = moment.spoken.values.near("money", spot)
    if polarity is not Polarity.YES:
        return _last(said)
    if not said:
        near = moment.spoken.values.amounts_near(moment.scale or USUAL_SCALE)
        said = tuple(f for f in near if f.start < spot[1] and f.end > spot[0])
    return _last(said) or _last(guessed("money", moment, spot))


def _last(found: Sequence[Found[Money]]) -> Money | None:
    return found[-1].value if found else None
