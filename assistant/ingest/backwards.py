"""Times that run backwards: a file that was put together, or is not in order."""

from collections.abc import Sequence
from itertools import pairwise

from assistant.ingest.pieces import Piece

_LONGEST_STEP = 30.0
"""Seconds: people who speak at once, and clocks that are read late, make shorter steps back."""


def notes_on_times(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Where the times run backwards, and how often; nothing where they don't."""
    timed = [(piece.start, piece.line) for piece in pieces if piece.start is not None]
    back = [line for (a, _), (b, line) in pairwise(timed) if b < a - _LONGEST_STEP]
    if not back:
        return ()
    where = "" if back[0] is None else f"line {back[0]}: "
    more = len(back) - 1
    places = f" and at {more} more place{'s' if more > 1 else ''}" if more else ""
    return (f"{where}the times run backwards here{places}; the order of the file is kept",)
