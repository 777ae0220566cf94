"""What trade an answer names."""

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed


def industry_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The trades in the words, else in the rep's guess that they confirm.

    What they sell ("candles") is not yet what the trade is called.
    """
    raw = moment.text[spot[0] : spot[1]]
    named = moment.spoken.values.near("trade", spot) or guessed("trade", moment, spot)
    text = "; ".join(dict.fromkeys(trade.value.text for trade in named))
    return Label(text=text, raw=raw) if text else None
