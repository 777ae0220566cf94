"""Question banks: gates of questions, criteria, and a verdict policy."""

from typing import Literal

from pydantic import Field as Attribute

from assistant.domain.fields import Field, Polarity
from assistant.domain.frozen import Frozen


class Option(Frozen):
    """One choice of a ``choice`` question, and how it counts."""

    say: str
    counts: Polarity = Polarity.YES


class FieldAnswer(Frozen):
    """Answered by words that extraction finds for this field."""

    field: Field


class ChoiceAnswer(Frozen):
    """Answered by choosing one of the options."""

    choice: tuple[Option, ...]


class TypedAnswer(Frozen):
    """Answered by hand: yes or no, a scale, free text, a date, a number.

    A ``scale`` is written "0-3"; its lower half counts as no, its upper half as yes.
    """

    type: Literal["yes_no", "scale", "text", "date", "number"]
    scale: tuple[int, int] | None = None


class LeadAnswer(Frozen):
    """Answered by an attribute of the lead or its account, judged against the ICP."""

    lead: Literal["industry", "location", "title", "company_size"]


class EngagementAnswer(Frozen):
    """Answered by the engagement log: any of these kinds of event, or every kind if empty.

    Counts as yes when their points reach ``at_least`` (the points table's threshold
    where None).
    """

    engagement: tuple[str, ...]
    at_least: int | None = None


AnswerSpec = FieldAnswer | ChoiceAnswer | TypedAnswer | LeadAnswer | EngagementAnswer


class Question(Frozen):
    """Words for the rep to say, and what answers them.

    ``also`` are paraphrases to recognise. ``listen_for`` has what the prospect may say, by
    the option or text that it stands for: such words suggest the answer of a question that
    is answered ``by_hand``, and tell the rep what to listen for in any question.
    """

    id: str
    ask: str
    also: tuple[str, ...] = ()
    answer: AnswerSpec
    follow_ups: tuple[str, ...] = ()
    listen_for: dict[str, tuple[str, ...]] = Attribute(default_factory=dict)
    why: str = ""

    @property
    def key(self) -> str:
        """The key of the answers that answer it: a field's name or its own id."""
        return self.answer.field.value if isinstance(self.answer, FieldAnswer) else self.id

    @property
    def by_hand(self) -> bool:
        """Whether a person gives the answer: no field, no lead and no log does."""
        return isinstance(self.answer, ChoiceAnswer | TypedAnswer)

    @property
    def options(self) -> tuple[str, ...]:
        """What there is to choose from; nothing where the answer is in one's own words."""
        if isinstance(self.answer, ChoiceAnswer):
            return tuple(option.say for option in self.answer.choice)
        if isinstance(self.answer, TypedAnswer) and self.answer.type == "yes_no":
            return ("yes", "no")
        if isinstance(self.answer, TypedAnswer) and self.answer.scale is not None:
            low, high = self.answer.scale
            return tuple(str(number) for number in range(low, high + 1))
        return ()


class PassRule(Frozen):
    """When a gate passes: all the conditions that are written hold."""

    met: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    any_met: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()


class Gate(Frozen):
    """A named group of questions with a pass rule."""

    id: str
    title: str
    also_called: tuple[str, ...] = ()
    passes_when: PassRule
    questions: tuple[Question, ...]

    @property
    def names(self) -> frozenset[str]:
        """All that it is called, in small letters."""
        return frozenset(name.casefold() for name in (self.id, self.title, *self.also_called))


class Criterion(Frozen):
    """What a framework judges. ``sources`` (``from`` in YAML) are fields or question ids."""

    id: str
    title: str
    sources: tuple[str, ...]
    rule: Literal["budget", "authority", "need", "timeline", "last_answer"]
    weight: float = 0
    required: bool = False


class Bands(Frozen):
    """Score bands for the ``bands`` policy: at or above counts."""

    qualified: int = 80
    nurture: int = 60


class VerdictPolicy(Frozen):
    """How a verdict is reached.

    ``roles`` says which criterion plays budget, authority, need and timeline in the
    default policy (CHAMP: money, authority, challenges, prioritization).
    """

    policy: Literal["default", "bands"] = "default"
    roles: dict[Literal["budget", "authority", "need", "timeline"], str] = Attribute(
        default_factory=dict
    )
    bands: Bands | None = None


class Bank(Frozen):
    """A question bank. ``digest`` is the sha256 of the file it was read from."""

    id: str
    version: int
    title: str
    about: str = ""
    lifecycle: str | None = None
    gates: tuple[Gate, ...]
    criteria: tuple[Criterion, ...]
    verdict: VerdictPolicy
    digest: str = ""

    def gate(self, name: str) -> Gate | None:
        """The gate with this id, title or other name, in capitals or not."""
        wanted = name.strip().casefold()
        return next((gate for gate in self.gates if wanted in gate.names), None)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order of the gates."""
        return tuple(question for gate in self.gates for question in gate.questions)
