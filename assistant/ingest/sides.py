"""Labels that say on which side of the call somebody is: "AE", "Prospect (Priya)", "Kunde"."""

import re

from assistant.domain.fields import Side
from assistant.ingest.words import words

_BESIDE = re.compile(r"(?P<first>[^()\[\]]*)(?:[(\[](?P<inside>[^()\[\]]*)[)\]])?.*", re.DOTALL)
_NUMBER = re.compile(r"[\s_#-]*\d{1,2}$")
_LONGEST = 200
_PART = re.compile(r"\s+[-\u2013\u2014|/]\s+|,\s+|_(?=\D)")


def side_of(label: str) -> Side:
    """The side that a speaker's label tells; unknown where it is a name and nothing else.

    The word may stand alone, be numbered, or stand before or after a name: "Agent 2",
    "Rep - Dana", "Dana (AE)". Two words that say different things say nothing.
    """
    found = _BESIDE.fullmatch(label) if len(label) <= _LONGEST else None
    parts = (
        [part for group in found.groups() if group for part in _PART.split(group)] if found else []
    )
    sides = {side for part in parts if (side := _side_word(part)) is not Side.UNKNOWN}
    return sides.pop() if len(sides) == 1 else Side.UNKNOWN


def _side_word(part: str) -> Side:
    word = " ".join(_NUMBER.sub("", part).casefold().split())
    if word in words().sides.rep:
        return Side.REP
    return Side.PROSPECT if word in words().sides.prospect else Side.UNKNOWN
