"""Which rivals an answer names."""

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.values.products.naming import names_in


def rival_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The names in the words, else a label of them."""
    raw = moment.text[spot[0] : spot[1]]
    return Label(text=names_in(raw), raw=raw)
