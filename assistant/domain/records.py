"""What is kept of a call, a lead and an account as a whole, as it travels between stores.

A record says everything that two stores need to come to the same state: it grows as a set,
and what is in force follows from it.
"""

from datetime import datetime
from typing import ClassVar, Generic, Literal, Protocol, TypeVar
from uuid import UUID

from assistant.domain.answers import Answer, Decision
from assistant.domain.calls import Call, ConsentEntry, NoteLine, QuestionMark, ReviewEntry, Source
from assistant.domain.frozen import Frozen
from assistant.domain.marks import TurnMark
from assistant.domain.people import Account, EngagementEvent, Lead, StageMove, Who
from assistant.domain.scorecards import FilledCard
from assistant.domain.verdict import RecordedVerdict

Kept = Literal["call", "lead", "account"]
"""What has versions."""

Part = Literal["transcripts", "notes", "answers"]
"""What of a call can be kept for less long than the call."""

Gone = Literal["call", "lead", "account", "event", "transcripts", "notes", "answers"]
"""What can be forgotten by its id; a part of a call by that of the call."""


class Act(Protocol):
    """Something that somebody did at a time, in the knowledge of what it ``follows``."""

    @property
    def id(self) -> UUID: ...

    @property
    def at(self) -> datetime: ...

    @property
    def follows(self) -> tuple[UUID, ...]: ...


class Version(Frozen):
    """Facts as they stood when they were packed; ``follows`` are the versions known then."""

    id: UUID
    at: datetime
    by: Who
    follows: tuple[UUID, ...] = ()


B = TypeVar("B", Call, Lead, Account)


class VersionOf(Version, Generic[B]):
    """The facts of a call, a lead or an account.

    A call's ``consent`` is that of before anything was noted about it; a lead's stage is
    that of before its first move.
    """

    body: B


CallVersion = VersionOf[Call]
LeadVersion = VersionOf[Lead]
AccountVersion = VersionOf[Account]


class Reading(Frozen):
    """An answer as it stands, and when its words were last read."""

    answer: Answer
    read_at: datetime


class Draft(Frozen):
    """The notes editor's text as it was last saved."""

    text: str
    saved_at: datetime


class Reviewed(Frozen):
    """An act of a review; ``verdict`` is the id of the one that it is about.

    The entry's ``verdict_number`` is None: numbers are those of one store.
    """

    entry: ReviewEntry
    verdict: UUID | None = None


class Record(Frozen, Generic[B]):
    """Everything of a call, a lead or an account."""

    kind: ClassVar[Kept]
    versions: tuple[VersionOf[B], ...]


class CallRecord(Record[Call]):
    """Everything of a call. ``note_lines`` are all revisions; ``marks`` all question marks."""

    kind: ClassVar[Kept] = "call"
    sources: tuple[Source, ...] = ()
    note_lines: tuple[NoteLine, ...] = ()
    draft: Draft | None = None
    answers: tuple[Reading, ...] = ()
    decisions: tuple[Decision, ...] = ()
    marks: tuple[QuestionMark, ...] = ()
    verdicts: tuple[RecordedVerdict, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    consents: tuple[ConsentEntry, ...] = ()
    turn_marks: tuple[TurnMark, ...] = ()
    scorecards: tuple[FilledCard, ...] = ()


class LeadRecord(Record[Lead]):
    """A lead with what it did and how it moved."""

    kind: ClassVar[Kept] = "lead"
    events: tuple[EngagementEvent, ...] = ()
    moves: tuple[StageMove, ...] = ()


class AccountRecord(Record[Account]):
    """An account."""

    kind: ClassVar[Kept] = "account"


class Tombstone(Frozen):
    """That something was forgotten: its id alone, by whom and when."""

    kind: Gone
    id: UUID
    by: Who
    at: datetime


class Forgotten(Frozen):
    """What somebody has forgotten, as it travels."""

    tombstones: tuple[Tombstone, ...]


class Unsent(Frozen):
    """A call that changed since it was last sent; ``change`` counts how often."""

    call_id: UUID
    change: int
