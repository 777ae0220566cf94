"""Which places an answer names."""

import re

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.dialogue.confirming import confirms
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
    places = moment.spoken.values.near("place", spot)
    if not places and confirms(raw):
        places = guessed("place", moment, spot)[-1:]
    text = "; ".join(dict.fromkeys(place.value.text for place in places)) or _name(raw)
    return Label(text=text, raw=raw) if text else None


def _name(raw: str) -> str:
    """The words where they are few or capitalised enough to be a place's name."""
    named = unlisted(raw)
    few = len(raw.split()) <= _MOST_WORDS
    return named if few or named[:1].isupper() else ""


def unlisted(raw: str) -> str:
    """The first words after "we're up in" and the like."""
    named = re.split(r"[,.;]", _LEAD.sub("", raw), maxsplit=1)[0]
    return " ".join(named.split()[:_MOST_WORDS])
