"""What trade an answer names."""

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.values.labels.labelling import label_of


def industry_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The trades in the words, else a label of the words."""
    raw = moment.text[spot[0] : spot[1]]
    named = [trade.value.text for trade in moment.spoken.values.near("trade", spot)]
    return Label(text="; ".join(dict.fromkeys(named)) or label_of(raw), raw=raw)
