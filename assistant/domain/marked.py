"""Marked calls: transcripts in which every answer is marked, as ``GUIDE.md`` defines."""

from datetime import date

from assistant.domain.fields import Certainty, Field, Kind, Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Participant, Turn
from assistant.domain.verdict import CriterionStatus


class MarkedAnswer(Frozen):
    """A mark: code points ``[start, end)`` of a turn, and the value in GUIDE's notation."""

    field: Field
    turn: int
    start: int
    end: int
    quote: str
    polarity: Polarity
    certainty: Certainty
    notation: str


class MarkedCall(Frozen):
    """A call with its marks. ``turns`` hold the plain text; blank lines are left out."""

    id: str
    call_date: date
    kind: Kind
    rep: str
    participants: tuple[Participant, ...]
    header: dict[str, str]
    turns: tuple[Turn, ...]
    answers: tuple[MarkedAnswer, ...]
    criteria: dict[str, CriterionStatus]
