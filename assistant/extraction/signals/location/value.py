"""Which places an answer names."""

import re

from assistant.domain.fields import Polarity
from assistant.domain.values import Label
from assistant.extraction.dialogue.confirming import confirms
from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.signals.replying import guessed
from assistant.extraction.values.places.finding import places
from assistant.extraction.values.products.names import is_lower_case, rare_words

_LEAD = re.compile(
    r"^(?:(?:yeah|yes|yep|no|nah|we(?:'re| are)|it's|that's|right|just|here|there|in|at|out|up|"
    r"down|over|near|outside|off|around|still|also|from|by|and|um|uh|so|the|of|all|both|see|well|based)\b"
    r"[\s,.]*)+",
    re.IGNORECASE,
)
_YES = re.compile(r"\b(?:yes|yeah|yep|yup|aye|correct|right|both|only|same)\b", re.IGNORECASE)
_MOST_WORDS = 3
_ENDS_NAME = re.compile(
    r"(?:yes|yeah|yep|hon|love|mate|actually|just|we|you|they|it|he|she|where|is|are|based|side)$"
    r"|(?:we|you|they|it|that|he|she)['\u2019]",
    re.IGNORECASE,
)


def location_value(moment: Moment, spot: Spot, polarity: Polarity) -> Label | None:  # noqa: ARG001
    """The places in the words, else names that may be places, and the rep's guess.

    "Hintonburg, yes" to "You're in Ottawa?" names both.
    """
    raw = moment.text[spot[0] : spot[1]]
    named = [place.value.text for place in moment.spoken.values.near("place", spot)]
    if not named:
        named = _unlisted_names(raw, moment.text)
        put = guessed("place", moment, spot)[-1:]
        named += [
            place.value.text for place in put if _YES.search(raw) or confirms(raw) or not named
        ]
    text = "; ".join(dict.fromkeys(_in_english(name) for name in named))
    return Label(text=text, raw=raw) if text else None


def _in_english(name: str) -> str:
    """The name that the place is kept under: "Lisbon" for "Lisboa", "London" for "Ldn"."""
    return places().named.get(name.lower(), name)


def _unlisted_names(raw: str, turn: str) -> list[str]:
    """Names that no list has: rare words of lower-case speech, else what may be a name."""
    rare = rare_words(raw) if is_lower_case(turn) else ()
    return list(rare) or [name for name in (_name(raw),) if name]


def _name(raw: str) -> str:
    """The words where they are few or capitalised enough to be a place's name."""
    named = unlisted(raw)
    few = len(raw.split()) <= _MOST_WORDS
    told = bool(rare_words(named)) or any(word[:1].isupper() for word in named.split()[1:])
    return named if told and (few or named[:1].isupper()) else ""


def unlisted(raw: str) -> str:
    """The first words after "we're up in" and the like."""
    named = re.split(r"[,.;]", _LEAD.sub("", raw), maxsplit=1)[0]
    words = named.split()[:_MOST_WORDS]
    end = next((at for at, word in enumerate(words) if at and _ENDS_NAME.match(word)), len(words))
    return " ".join(words[:end])
