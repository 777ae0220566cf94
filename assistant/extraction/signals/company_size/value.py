"""Which count a company's size names."""

from assistant.domain.fields import Polarity
from assistant.domain.values import Count
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed


def size_value(moment: Moment, spot: Spot, polarity: Polarity) -> Count | None:  # noqa: ARG001
    """The count in the words, a bare number too, else in the rep's guess that they confirm."""
    values = moment.spoken.values
    said = values.within("count", spot) or values.within("size", spot)
    said = said or values.near("count", spot) or values.near("size", spot)
    said = said or guessed("size", moment, spot)
    value: Count | None = said[0].value if said else None
    return value
