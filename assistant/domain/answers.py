"""Answers, the words that gave them, and what people decided about them."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Literal
from uuid import UUID

from pydantic import Field as Attribute
from pydantic import model_validator

from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.domain.frozen import Frozen
from assistant.domain.people import Who
from assistant.domain.values import Value

PERSON = "person"
TAGGER = "tagger"
"""``found_by`` of an answer that a person gave."""


class Status(StrEnum):
    """How far a person has gone with an answer."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"


class Evidence(Frozen):
    """The exact words: code points ``[start, end)`` of a turn of a source.

    ``source`` names the source within its call ("transcript", "notes", "transcript-2").
    For notes, ``turn`` is the note line's stable number and ``revision`` the revision of
    that line; a transcript's turns have revision 0.
    """

    source: str
    turn: int
    start: int
    end: int
    quote: str
    speaker: str | None = None
    side: Side = Side.UNKNOWN
    revision: int = 0

    @model_validator(mode="after")
    def _quote_fits(self) -> "Evidence":
        if self.end - self.start != len(self.quote) or self.start < 0 or not self.quote:
            raise ValueError("the quote does not fill its offsets")
        return self


class Cue(Frozen):
    """Words of the evidence's turn (code points) that decided something about it."""

    kind: str
    start: int
    end: int
    text: str


class Answer(Frozen):
    """What answers a question: a quote, a person's choice, or an event.

    ``field`` is set for answers to the 17 fields, ``question`` for answers that belong to
    one bank question only (given by hand, a lead's attribute, engagement). At least one
    is set; ``key`` is what criteria and questions refer to.
    """

    id: str
    field: Field | None
    question: str | None = None
    evidence: Evidence | None = None
    polarity: Polarity
    certainty: Certainty = Certainty.FIRM
    value: Value | None = None
    confidence: float = Attribute(default=1.0, ge=0, le=1)
    found_by: str
    why: tuple[Cue, ...] = ()
    status: Status = Status.SUGGESTED
    stale: bool = False
    superseded_by: str | None = None
    contradicts: tuple[str, ...] = ()
    engine: str = ""
    at: datetime | None = None

    @model_validator(mode="after")
    def _answers_something(self) -> "Answer":
        if self.field is None and self.question is None:
            raise ValueError("an answer needs a field or a question")
        return self

    @property
    def key(self) -> str:
        """The field's name, else the question's id (ids have a dot, fields have none)."""
        return self.field.value if self.field is not None else str(self.question)

    @property
    def decided(self) -> bool:
        """Whether a person has decided on it."""
        return self.status is not Status.SUGGESTED

    @property
    def in_force(self) -> bool:
        """Not rejected, not superseded, and not a suggestion whose words are gone."""
        gone = self.stale and not self.decided
        return self.status is not Status.REJECTED and self.superseded_by is None and not gone


def answer_id(source: str, turn: int, start: int, end: int, key: str) -> str:
    """The id of an answer found in text: the same words give the same id on every read."""
    return sha256(f"{source}|{turn}|{start}|{end}|{key}".encode()).hexdigest()[:16]


class Decision(Frozen):
    """A person's act on an answer; all are kept. ``before`` and ``after`` hold the answer.

    ``follows`` are the decisions on the answer that it was made in the knowledge of and that
    no other of them follows.
    """

    id: UUID
    answer_id: str
    action: Literal["confirm", "edit", "reject", "add", "restore"]
    by: Who
    at: datetime
    before: Answer | None = None
    after: Answer
    reason: str = ""
    follows: tuple[UUID, ...] = ()
