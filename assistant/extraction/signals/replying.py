"""Whether an answer replies to the rep's turn before it, and what that turn names."""

from typing import Any

from assistant.extraction.moment import Moment
from assistant.extraction.qualifiers.reading import Spot
from assistant.extraction.reading_values import ValueKind

_FIRST_WORDS = 6
"""An answer that begins so early in its turn replies to the turn before."""
_MOST_WORDS = 12
"""A longer answer says by itself what it means."""


def replies(moment: Moment, spot: Spot) -> bool:
    """Whether the words at ``spot`` are a short reply to the rep's turn right before."""
    if moment.notes or moment.guess is None:
        return False
    lead, words = moment.text[: spot[0]], moment.text[spot[0] : spot[1]]
    return len(lead.split()) <= _FIRST_WORDS and len(words.split()) <= _MOST_WORDS


def guessed(kind: ValueKind, moment: Moment, spot: Spot) -> tuple[Any, ...]:
    """The values of a kind in the rep's turn that the words at ``spot`` reply to."""
    if moment.guess is None or not replies(moment, spot):
        return ()
    return moment.guess.values.of(kind)
