"""A call: its facts, its sources, its notes, who holds it open."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from assistant.domain.fields import Kind
from assistant.domain.frozen import Frozen
from assistant.domain.people import Who
from assistant.domain.privacy import FileFate
from assistant.domain.transcript import Participant, Turn


class Consent(StrEnum):
    """What was said about recording or transcribing the call."""

    ASKED_AND_AGREED = "asked_and_agreed"
    NOTICE_GIVEN = "notice_given"
    NOT_NEEDED = "not_needed"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"

    @property
    def is_given(self) -> bool:
        """Whether the call may be read: somebody noted it, and it was not withdrawn."""
        return self not in {Consent.UNKNOWN, Consent.WITHDRAWN}


class ConsentEntry(Frozen):
    """What was said about recording a call, once it was noted; append-only, the last counts.

    ``said_by`` is who said it, ``words`` what was said, as far as that was noted too.
    """

    id: UUID
    call_id: UUID
    consent: Consent
    said_by: str = ""
    words: str = ""
    by: Who
    at: datetime


class Call(Frozen):
    """One call (or a set of notes) with a lead. No lead: it is listed as unassigned.

    ``started_at`` and ``ended_at`` are UTC; ``time_zone`` is the IANA zone they were in.
    ``call_date`` is what relative dates are resolved against. ``content`` is the sha256
    of an imported source, which finds the same call again.
    """

    id: UUID
    title: str
    lead_id: UUID | None = None
    call_date: date
    date_from: Literal["option", "file", "modified", "clock"] = "clock"
    time_zone: str = "UTC"
    kind: Kind = Kind.CALL
    banks: tuple[str, ...]
    rep: Who
    participants: tuple[Participant, ...] = ()
    language: str = "en"
    currency: str | None = None
    currency_from: str = "none"
    consent: Consent = Consent.UNKNOWN
    content: str = ""
    started_at: datetime
    ended_at: datetime | None = None

    @property
    def held(self) -> tuple[date, datetime]:
        """When it was held, to sort by: an old call that is taken in late stands at its day."""
        return self.call_date, self.started_at


class Source(Frozen):
    """A text that belongs to a call: ``name`` is unique within it ("transcript")."""

    id: UUID
    call_id: UUID
    name: str
    kind: Kind
    format: str
    origin: str = ""
    content: str = ""
    added_at: datetime
    turns: tuple[Turn, ...] = ()


class NoteLine(Frozen):
    """A finished line of notes as it stands after ``revision``.

    ``number`` is stable and never reused; ``position`` orders the lines (a line put
    between two others gets a number between theirs), None once the line is gone.
    ``seconds`` is the call's clock when it was first finished.
    """

    number: int
    revision: int
    position: float | None
    text: str
    seconds: float
    at: datetime


class QuestionMark(Frozen):
    """That a question was asked, skipped, or does not apply; the latest one counts."""

    question: str
    state: Literal["asked", "skipped", "not_applicable", "open"]
    by: Literal["heard", "person"]
    at: datetime


class Lease(Frozen):
    """Who holds an open call. Stale when ``beat_at`` is 30 s old."""

    call_id: UUID
    holder: str
    who: Who
    beat_at: datetime


ReviewAction = Literal["comment", "coach", "agree", "reverse", "return", "answer", "take_back"]
Reviewed = Literal["", "agreed", "reversed", "returned", "answered"]
"""How a review stands; "" where nobody has said anything of the verdict in force."""


class ReviewEntry(Frozen):
    """One act of a review; append-only.

    A manager agrees, reverses, or returns the call to its rep, who answers; both comment, and
    a manager coaches. ``answer_id`` or ``turn`` (of ``source``) is what a comment is about, if
    not the call. ``part_of`` is the act that a comment was made with, that this answers or
    takes back.
    ``before`` and ``after`` are the verdict's outcome around it, "" where there was none.
    """

    id: UUID
    call_id: UUID
    action: ReviewAction
    by: Who
    at: datetime
    text: str = ""
    answer_id: str | None = None
    source: str | None = None
    turn: int | None = None
    verdict_number: int | None = None
    part_of: UUID | None = None
    before: str = ""
    after: str = ""


def standing(entries: Iterable[ReviewEntry]) -> tuple[ReviewEntry, ...]:
    """The acts that nobody took back, without those that took something back."""
    acts = tuple(entries)
    gone = {one.part_of for one in acts if one.action == "take_back"}
    return tuple(one for one in acts if one.action != "take_back" and one.id not in gone)


class CallSummary(Frozen):
    """A row of a list of calls."""

    call: Call
    lead_name: str = ""
    account_name: str = ""
    stage: str = ""
    outcome: str = ""
    system_outcome: str = ""
    score: int | None = None
    answers: int = 0
    unconfirmed: int = 0
    reviewed: Reviewed = ""


class ForgetReport(Frozen):
    """What ``forget`` erased, or would erase: rows by kind of content, of which calls.

    ``files`` are those known that hold any of them.
    """

    target: str
    dry_run: bool
    erased: dict[str, int]
    calls: frozenset[UUID] = frozenset()
    files: tuple[FileFate, ...] = ()
