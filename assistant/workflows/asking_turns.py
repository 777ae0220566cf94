"""Which turns ask something. Pure."""

import re
from collections.abc import Sequence

from assistant.domain.fields import Side
from assistant.domain.transcript import Turn

_ASKS = re.compile(
    r"(?:^|[.,;]\s*)(?:(?:and|so|but|okay|ok|well|now|right|then)[\s,]+)*"
    r"(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|do|does|did|have|has|can|"
    r"could|would|will|should|may|tell me|walk me|talk me)\b",
    re.IGNORECASE,
)


def questions_of_the_rep(turns: Sequence[Turn]) -> tuple[int, ...]:
    """The indexes of the rep's turns that ask, by their question marks.

    Where a transcript has none at all, by the words that questions begin with.
    """
    mine = [turn for turn in turns if turn.side is Side.REP]
    if any("?" in turn.text for turn in turns):
        return tuple(turn.index for turn in mine if "?" in turn.text)
    return tuple(turn.index for turn in mine if _ASKS.search(turn.text))
