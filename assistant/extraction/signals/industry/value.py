"""What trade an answer names."""

import re

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import replies
from assistant.extraction.values.trades.sectors import sector_names

_ENDS = re.compile(r"[.?!](?:\s+|$)")


def industry_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The sectors that the words tell, else those in the rep's guess that they confirm."""
    raw = moment.text[spot[0] : spot[1]]
    text = sector_names(raw)
    if not text and moment.guess is not None and replies(moment, spot):
        text = sector_names(_last_sentence(moment.guess.turn.text))
    return Label(text=text, raw=raw) if text else None


def _last_sentence(text: str) -> str:
    return next((part for part in reversed(_ENDS.split(text)) if part.strip()), "")
