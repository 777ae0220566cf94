"""What an answer names as in use."""

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.naming import names_at, names_before, thing_at


def solution_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The products and ways of working in the words, else what they point at or are."""
    return (
        names_at(moment, spot, methods=True)
        or names_before(moment, spot, Polarity.YES)
        or thing_at(moment, spot)
    )
