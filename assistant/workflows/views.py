"""What a face shows of a call: immutable snapshots, made by ``viewing``."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field as Attribute

from assistant.domain.answers import Answer, Decision
from assistant.domain.bank import Bank, Question
from assistant.domain.calls import Call, NoteLine, Reviewed, ReviewEntry, Source
from assistant.domain.conflicts import Conflict
from assistant.domain.frozen import Frozen
from assistant.domain.lifecycle import MoveOffer, Stage
from assistant.domain.marks import TurnMark
from assistant.domain.people import Account, Lead, StageMove
from assistant.domain.scorecards import FilledCard
from assistant.domain.transcript import Turn
from assistant.domain.verdict import (
    Assessment,
    CriterionResult,
    NextQuestion,
    RecordedVerdict,
    Verdict,
)
from assistant.figures.talk import TalkFigures

FollowState = Literal["waiting", "consent", "withdrawn", "following", "gone", "ended"]
QuestionState = Literal[
    "open", "asked", "suggested", "confirmed", "contradicted", "skipped", "not_applicable"
]


EARLIER = "earlier:"
"""What ``found_by`` of an answer begins with that is carried over; the day follows."""


TAKEN_BACK = "taken back:"
"""What ``found_by`` of an answer begins with that was carried over, and is so no more."""


class Carried(Frozen):
    """An answer of an earlier call, and the day of that call.

    ``against`` are answers to the same from calls before it, with which it cannot both hold.
    """

    answer: Answer
    day: date
    call_id: UUID | None = None
    against: tuple["Carried", ...] = ()


def _is_carried(answer: Answer) -> bool:
    return answer.found_by.startswith(EARLIER)


class QuestionView(Frozen):
    """A question with its state and its answers, in force first, then the others."""

    question: Question
    state: QuestionState
    answers: tuple[Answer, ...]


class GateView(Frozen):
    """A gate with its questions. ``answered`` of ``len(questions)`` have an answer in force."""

    bank: str
    id: str
    title: str
    passed: bool
    missing: tuple[str, ...]
    answered: int
    questions: tuple[QuestionView, ...]


class CallView(Frozen):
    """Everything about a call at one moment.

    ``answers`` are settled, rejected and superseded ones too. ``unread`` counts finished
    note lines that the extractor has not read yet. ``earlier`` is what the lead's earlier
    calls answered; it counts for nothing here until a person says that it still holds.
    ``against_earlier`` has, by the id of an answer in force, what then speaks against it.
    ``read_only`` is set where another window holds the call; ``held_by`` says whose it is.
    """

    call: Call
    lead: Lead | None = None
    account: Account | None = None
    stage: str = ""
    read_only: bool = False
    held_by: str = ""
    banks: tuple[Bank, ...]
    gates: tuple[GateView, ...]
    answers: tuple[Answer, ...]
    core: tuple[CriterionResult, ...]
    assessments: tuple[Assessment, ...]
    next_questions: tuple[NextQuestion, ...]
    draft: str = ""
    lines: tuple[NoteLine, ...] = ()
    sources: tuple[Source, ...] = ()
    verdicts: tuple[RecordedVerdict, ...] = ()
    engine: str = ""
    unread: int = 0
    earlier: tuple[Carried, ...] = ()
    against_earlier: dict[str, tuple[Carried, ...]] = Attribute(default_factory=dict)

    @property
    def still_open(self) -> tuple[Carried, ...]:
        """What earlier calls answered and this one does not, nor did a person set it aside."""
        known = {one.key for one in self.answers if one.in_force or _is_carried(one)}
        return tuple(one for one in self.earlier if one.answer.key not in known)

    @property
    def verdict(self) -> Verdict:
        """The likely verdict: that of the first bank."""
        return self.assessments[0].verdict

    @property
    def recorded(self) -> RecordedVerdict | None:
        """The verdict in force: the latest recorded one."""
        return self.verdicts[-1] if self.verdicts else None


class FollowView(Frozen):
    """A transcript that is followed, and where that stands.

    ``state`` is "waiting" for the first words, for "consent" or stopped because that was
    "withdrawn", "following", "gone" as long as its file is away, or "ended".
    ``last`` are the last finished turns, ``open`` the words that may still change.
    """

    name: str
    state: FollowState = "waiting"
    turns: int = 0
    last: tuple[Turn, ...] = ()
    open: tuple[Turn, ...] = ()
    talk: TalkFigures = Attribute(default_factory=TalkFigures)
    language: str = "en"


class ReviewView(Frozen):
    """A call with its history. ``marks`` are bookmarks and corrected speakers, all of them.

    ``state`` is how the review stands, ``cards`` are the scorecards as they were filled in,
    the oldest first. ``conflicts`` are what people said apart from each other.
    """

    call: CallView
    decisions: tuple[Decision, ...]
    reviews: tuple[ReviewEntry, ...]
    moves: tuple[StageMove, ...]
    history: tuple[NoteLine, ...]
    marks: tuple[TurnMark, ...] = ()
    state: Reviewed = ""
    cards: tuple[FilledCard, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class EndView(Frozen):
    """What ending a call shows: the verdict, and the stage move that is offered.

    ``stages`` are those of the lead's lifecycle; none where the call has no lead.
    """

    call: CallView
    offer: MoveOffer | None
    stages: tuple[Stage, ...] = ()

    def stage_title(self, stage_id: str) -> str:
        """A stage's title, or its id where the lifecycle has it no more."""
        titles = {stage.id: stage.title for stage in self.stages}
        return titles.get(stage_id, stage_id)
