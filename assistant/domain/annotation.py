"""The annotation of one transcript: the JSON contract ``assistant.annotation/1``."""

from datetime import date
from typing import Literal

from pydantic import Field as Attribute

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.engine import Engine
from assistant.domain.fields import Kind
from assistant.domain.figures import CallFigures
from assistant.domain.frozen import Frozen
from assistant.domain.trackers import TrackerCount
from assistant.domain.transcript import Participant, Turn
from assistant.domain.verdict import Assessment, CriterionResult


class CallFacts(Frozen):
    """The facts of the call that the annotation was made under.

    ``rep_guessed``: nothing tells who the rep is; it was found by how people speak.
    """

    id: str
    call_date: date
    date_from: Literal["option", "file", "modified"]
    kind: Kind
    language: str = "en"
    currency: str | None = None
    currency_from: str = "none"
    participants: tuple[Participant, ...] = ()
    title: str = ""
    rep_guessed: bool = False


class Annotation(Frozen):
    """Everything that was found in one source, and what it adds up to.

    ``assessments`` has one entry a bank, in the order asked for; the first one's verdict
    is the annotation's. ``criteria`` are always the four core ones. ``trackers`` and
    ``figures`` are hints beside it; places of trackers name turns of the annotation.
    """

    engine: Engine
    call: CallFacts
    turns: tuple[Turn, ...]
    answers: tuple[Answer, ...]
    criteria: tuple[CriterionResult, ...]
    banks: tuple[Bank, ...]
    assessments: tuple[Assessment, ...]
    warnings: tuple[str, ...] = Attribute(default=())
    trackers: tuple[TrackerCount, ...] = ()
    figures: CallFigures | None = None
