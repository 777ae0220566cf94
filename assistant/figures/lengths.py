"""How long turns are."""

import re

from assistant.domain.transcript import Turn

WORDS_A_SECOND = 2.5
"""150 words a minute, as people talk: for turns without times."""
QUESTION = re.compile(r"\?+")


def is_timed(turn: Turn) -> bool:
    """Whether the transcript says when the turn began and ended."""
    return turn.start is not None and turn.end is not None and turn.end > turn.start


def seconds_of(turn: Turn) -> float:
    """How long a turn is, by its times, else by its words."""
    if turn.start is not None and turn.end is not None and turn.end > turn.start:
        return turn.end - turn.start
    return len(turn.text.split()) / WORDS_A_SECOND
