"""Which places an answer names."""

import re

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed

_LEAD = re.compile(
    r"^(?:(?:yeah|yes|yep|no|nah|we(?:'re| are)|it's|that's|right|just|here|there|in|at|out|up|"
    r"down|over|near|outside|off|around|still|also|from|by|and|um|uh|so|the|of|all|both|see|well|based)\b"
    r"[\s,.]*)+",
    re.IGNORECASE,
)
_MOST_WORDS = 3


def location_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The places in the words, else in the rep's guess, else the words that may be a place."""
    raw = moment.text[spot[0] : spot[1]]
    places = moment.spoken.values.near("place", spot) or guessed("place", moment, spot)
    text = "; ".join(dict.fromkeys(place.value.text for place in places)) or unlisted(raw)
    return Label(text=text, raw=raw) if text else None


def unlisted(raw: str) -> str:
    """The first words after "we're up in" and the like."""
    named = re.split(r"[,.;]", _LEAD.sub("", raw), maxsplit=1)[0]
    return " ".join(named.split()[:_MOST_WORDS])
