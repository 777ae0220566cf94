"""A candidate: words that may answer a field, before it is settled which do."""

from dataclasses import dataclass

from assistant.domain.answers import Cue
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.values import Value


@dataclass(frozen=True, slots=True)
class Candidate:
    """Code points ``[start, end)`` of the turn may answer ``field``.

    ``found_by`` is "rule:<field>.<id>" or "tagger"; ``why`` the cues that decided.
    """

    field: Field
    start: int
    end: int
    polarity: Polarity
    certainty: Certainty
    confidence: float
    found_by: str
    value: Value | None = None
    why: tuple[Cue, ...] = ()
