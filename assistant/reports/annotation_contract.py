"""The shapes of ``assistant.annotation/1``, in the order in which their keys are written.

``docs/annotation.schema.json`` is made from them. Offsets count Unicode code points.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, WithJsonSchema
from pydantic import Field as Attribute

from assistant.domain.answers import Status
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.figures import Basis
from assistant.domain.frozen import Frozen
from assistant.domain.trackers import How
from assistant.domain.values import Bound, Per
from assistant.domain.verdict import CriterionStatus, Outcome

SCHEMA = "assistant.annotation/1"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Shape(Frozen):
    """A shape is made from a domain value with the same attributes, or from parsed JSON."""

    model_config = ConfigDict(from_attributes=True, validate_by_name=True)


def _whole(number: Any) -> Any:
    """40000, not 40000.0."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


Number = Annotated[int | float, BeforeValidator(_whole)]
AnswerId = Annotated[str, Attribute(description="id of an answer of this annotation")]


class MoneyShape(_Shape):
    """An amount or a range; ``currency`` is an ISO 4217 code, null where nothing tells it."""

    low: Number
    high: Number
    currency: str | None
    per: Per | None
    unit: str | None
    bound: Bound | None
    raw: str


class DatesShape(_Shape):
    """First and last day, both inclusive."""

    start: date | None
    end: date | None
    raw: str


class AsapShape(_Shape):
    """As soon as possible."""

    asap: Literal[True]
    raw: str


class PersonShape(_Shape):
    """Somebody who decides, signs or approves."""

    name: str | None
    title: str | None


class DecidersShape(_Shape):
    """Whether the speaker decides, and who else does."""

    speaker: Literal["yes", "no", "shared"] | None
    people: tuple[PersonShape, ...]
    raw: str


class CountShape(_Shape):
    """A number of something; ``unit`` "employees", "sites", "USD revenue"."""

    count: Number
    unit: str | None
    raw: str


class TextShape(_Shape):
    """A short text; several names are joined by "; "."""

    text: str
    raw: str


ValueShape = MoneyShape | DatesShape | AsapShape | DecidersShape | CountShape | TextShape


class EngineShape(_Shape):
    """What read the words; ``model`` is a checksum, or "rules"."""

    version: str
    model: str


class ParticipantShape(_Shape):
    """Somebody on the call."""

    name: str
    side: Side


class CallShape(_Shape):
    """The facts that the annotation was made under."""

    id: str
    date: date
    date_from: Literal["option", "file", "modified"]
    kind: Annotated[Kind, WithJsonSchema({"type": "string", "enum": ["call", "notes"]})]
    language: Annotated[str, Attribute(description="ISO 639-1")]
    currency: str | None
    currency_from: str
    participants: tuple[ParticipantShape, ...]


class TurnShape(_Shape):
    """A line, or a run of cues of one speaker; seconds from the call's start."""

    text: str
    speaker: str | None
    side: Side
    start: float | None
    end: float | None
    line: Annotated[int | None, Attribute(description="1-based line of the source")]


class CueShape(_Shape):
    """Words of the same turn that decided something about the answer."""

    kind: str
    start: int
    end: int
    text: str


class AnswerShape(_Shape):
    """An answer with the words that gave it: characters [start, end) of ``turns[turn]``.

    ``field`` is one of the 17, or null where the answer belongs to the bank question
    ``question`` only. Turn, offsets and quote are null for what no words gave.
    """

    id: str
    field: Field | None
    turn: int | None
    start: int | None
    end: int | None
    quote: str | None
    speaker: str | None
    polarity: Polarity
    certainty: Certainty
    value: ValueShape | None
    confidence: Annotated[float, Attribute(ge=0, le=1)]
    status: Status
    source: Annotated[str, Attribute(description="what found it: tagger, rule:<id>, person")]
    superseded_by: AnswerId | None
    contradicts: tuple[AnswerId, ...]
    why: tuple[CueShape, ...]
    question: str | None


class CriterionShape(_Shape):
    """What is known about a criterion; ``hedged``: met on hedged words only."""

    status: CriterionStatus
    answers: tuple[AnswerId, ...]
    hedged: bool


class CoreShape(_Shape):
    """The four criteria that every annotation judges."""

    budget: CriterionShape
    authority: CriterionShape
    need: CriterionShape
    timeline: CriterionShape


class ReasonShape(_Shape):
    """A criterion as a reason of the verdict."""

    criterion: str
    status: CriterionStatus
    answers: tuple[AnswerId, ...]
    hedged: bool


class ChangeShape(_Shape):
    """A criterion that, were it ``to``, would change the outcome."""

    criterion: str
    to: CriterionStatus
    outcome: Outcome


class VerdictShape(_Shape):
    """A bank's judgement. ``unconfirmed`` of its answers no person has confirmed."""

    outcome: Outcome
    score: Annotated[int, Attribute(ge=0, le=100)]
    reasons: tuple[ReasonShape, ...]
    missing: tuple[str, ...]
    would_change: tuple[ChangeShape, ...]
    next_action: str
    segment: tuple[str, ...]
    unconfirmed: int


class GateShape(_Shape):
    """Whether a gate passes; ``missing`` in words."""

    id: str
    state: Literal["passed", "blocked"]
    missing: tuple[str, ...]


class BankShape(_Shape):
    """A question bank applied to the answers."""

    id: str
    version: int
    criteria: dict[str, CriterionShape]
    gates: tuple[GateShape, ...]
    verdict: VerdictShape


class PlaceShape(_Shape):
    """A find of a tracker: characters [start, end) of ``turns[turn]``; ``entry`` is what it is."""

    entry: str
    how: How
    turn: int
    start: int
    end: int
    words: str
    side: Side


class TrackerShape(_Shape):
    """How often a tracker found something, by side of the call, and where."""

    id: str
    title: str
    total: int
    rep: int
    prospect: int
    other: int
    places: tuple[PlaceShape, ...]


class StretchShape(_Shape):
    """The longest time that one person went on, from ``turns[turn]``."""

    seconds: float
    speaker: str
    turn: int


class AskedShape(_Shape):
    """A question of the rep, and how far into the call it was asked."""

    turn: int
    text: str
    seconds: float | None
    part: Annotated[float, Attribute(ge=0, le=1)]


class FiguresShape(_Shape):
    """Hints about how the call was talked; ``missing`` says why any of them is null."""

    basis: Basis
    minutes: float
    rep_share: float | None
    longest_rep: StretchShape | None
    longest_prospect: StretchShape | None
    questions: tuple[AskedShape, ...] | None
    prospect_questions: int | None
    patience: float | None
    waits: int
    interactivity: float | None
    missing: tuple[str, ...]


class AnnotationShape(_Shape):
    """Everything that was found in one source; ``verdict`` is the first bank's.

    ``answers`` are those to the 17 fields, superseded and rejected ones too;
    ``question_answers`` those to single bank questions. Ids may refer to either.
    """

    schema_: Annotated[Literal["assistant.annotation/1"], Attribute(alias="schema")]
    engine: EngineShape
    call: CallShape
    turns: tuple[TurnShape, ...]
    answers: tuple[AnswerShape, ...]
    criteria: CoreShape
    banks: tuple[BankShape, ...]
    verdict: VerdictShape
    question_answers: tuple[AnswerShape, ...]
    warnings: tuple[str, ...]
    trackers: tuple[TrackerShape, ...]
    figures: FiguresShape | None


def annotation_schema() -> dict[str, Any]:
    """The JSON Schema of an annotation, as ``docs/annotation.schema.json`` holds it."""
    return {"$schema": _DIALECT} | AnnotationShape.model_json_schema(mode="serialization")
