"""What qualification concludes, and why."""

from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from assistant.domain.answers import Answer
from assistant.domain.frozen import Frozen
from assistant.domain.outcome import Outcome as Outcome  # noqa: PLC0414  # its place for all but the start
from assistant.domain.people import Who


class CriterionStatus(StrEnum):
    """What is known about a criterion."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class CriterionResult(Frozen):
    """A criterion's status and the ids of the answers that give it.

    ``hedged`` is set when it is met on hedged words only.
    """

    criterion: str
    status: CriterionStatus
    answers: tuple[str, ...] = ()
    hedged: bool = False


class GateResult(Frozen):
    """Whether a gate passes, and what it lacks, in words a rep understands."""

    gate: str
    passed: bool
    missing: tuple[str, ...] = ()


class WouldChange(Frozen):
    """One criterion that, were it ``to``, would change the outcome."""

    criterion: str
    to: CriterionStatus
    outcome: Outcome


class Verdict(Frozen):
    """A bank's judgement of a call.

    ``score`` is 0 to 100; it informs, never decides (unless the policy is ``bands``).
    """

    bank: str
    bank_version: int
    outcome: Outcome
    score: int
    reasons: tuple[CriterionResult, ...]
    segment: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    would_change: tuple[WouldChange, ...] = ()
    next_action: str = ""
    unconfirmed: int = 0


class NextQuestion(Frozen):
    """A question worth asking now: ``say`` are its words, ``because`` the reason."""

    question: str
    gate: str
    bank: str
    say: str
    because: str


class Assessment(Frozen):
    """One bank applied to one call's answers."""

    bank: str
    criteria: tuple[CriterionResult, ...]
    gates: tuple[GateResult, ...]
    verdict: Verdict


class RecordedVerdict(Frozen):
    """A version of a call's verdict, the system's or a person's; all are kept.

    ``answers`` are the answers as they stood, so that it can be reached again from them,
    the bank's version and the engine's. A person's verdict has a reason and a ``by``; it
    ``follows`` those of people that it was given in the knowledge of.
    """

    id: UUID
    call_id: UUID
    number: int
    verdict: Verdict
    answers: tuple[Answer, ...]
    engine: str
    bank_digest: str
    by: Who | None = None
    reason: str = ""
    kind: Literal["system", "override", "reversal"] = "system"
    at: datetime
    follows: tuple[UUID, ...] = ()
