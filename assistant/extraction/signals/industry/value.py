"""What trade an answer names."""

import re

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed

_SOLD_TO = re.compile(r"\b(?:for|to|with)\s+(?:[\w'&-]+\s+){0,2}$", re.IGNORECASE)
"""What stands before the customers' trade: "we bake for supermarkets"."""


def industry_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The trades in the words, else in the rep's guess that they confirm.

    What they sell ("candles") is not yet what the trade is called.
    """
    raw = moment.text[spot[0] : spot[1]]
    near = moment.spoken.values.near("trade", spot)
    named = [t for t in near if not _SOLD_TO.search(moment.text[max(0, t.start - 25) : t.start])]
    named = named or ([] if near else list(guessed("trade", moment, spot)))
    text = "; ".join(dict.fromkeys(trade.value.text for trade in named))
    return Label(text=text, raw=raw) if text else None
