"""What was said or noted, turn by turn."""

from datetime import date

from assistant.domain.fields import Kind, Side
from assistant.domain.frozen import Frozen


class Turn(Frozen):
    """One turn as the source gives it; never merged with another, never changed.

    ``start`` and ``end`` are seconds from the call's start; ``line`` is the 1-based line
    of the source where the turn begins. Offsets elsewhere count code points of ``text``.
    """

    index: int
    text: str
    speaker: str | None = None
    side: Side = Side.UNKNOWN
    start: float | None = None
    end: float | None = None
    line: int | None = None


class Participant(Frozen):
    """Somebody who speaks, or is known to be there."""

    name: str
    side: Side = Side.UNKNOWN


class Transcript(Frozen):
    """A source that has been read.

    ``format`` is the reader's id ("name_text", "vtt"); ``warnings`` are things that the
    reader left out or repaired, in words for a person.
    """

    format: str
    kind: Kind
    turns: tuple[Turn, ...]
    participants: tuple[Participant, ...] = ()
    call_date: date | None = None
    title: str | None = None
    warnings: tuple[str, ...] = ()
