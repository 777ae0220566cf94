"""The shape of a bank's file. Every description here is part of the JSON Schema."""

from typing import Annotated, Literal

from pydantic import Field as Attribute

from assistant.domain.bank import Bands, Bank, Criterion, Gate, PassRule, Question, VerdictPolicy
from assistant.domain.frozen import Frozen
from assistant.domain.verdict import Outcome
from assistant.playbook.answer_yaml import WrittenAnswer
from assistant.playbook.words import BANK_ID, VERSION, Id, Prose, QuestionId, Text


class QuestionYaml(Frozen):
    """Words for the rep to say, and what answers them."""

    id: QuestionId = Attribute(
        description="Names joined by dots. Banks that share an id share the answer.",
        examples=["budget.amount"],
    )
    ask: Text = Attribute(
        description="The question as the rep says it.",
        examples=["How much have you put aside for this?"],
    )
    also: tuple[Text, ...] = Attribute(
        default=(),
        description="Other wordings, by which the question is recognised when it is asked.",
        examples=[["Is there money for this?"]],
    )
    answer: WrittenAnswer = Attribute(
        description="What answers it: exactly one kind.", examples=[{"field": "budget"}]
    )
    follow_ups: tuple[Text, ...] = Attribute(
        default=(),
        description="What to ask once it is answered.",
        examples=[["Who has to release it?"]],
    )
    listen_for: dict[Text, Annotated[tuple[Text, ...], Attribute(min_length=1)]] = Attribute(
        default_factory=dict,
        description=(
            "What the prospect may say, by what it stands for: an option of the choice, yes or "
            "no, a step of the scale, a text. Suggests the answer where no field does."
        ),
        examples=[{"yes": ["we saw your demo"]}],
    )
    why: Prose = Attribute(default="", description="Why it is worth asking, for the rep.")

    def question(self) -> Question:
        """The question of the domain."""
        return Question(
            id=self.id,
            ask=self.ask,
            also=self.also,
            answer=self.answer.spec(),
            follow_ups=self.follow_ups,
            listen_for=self.listen_for,
            why=self.why,
        )


class PassRuleYaml(Frozen):
    """When a gate passes: all the conditions that are written hold."""

    met: tuple[Id, ...] = Attribute(
        default=(), description="Criteria that must all be met.", examples=[["budget"]]
    )
    any_met: tuple[Id, ...] = Attribute(
        default=(), description="Criteria of which one must be met.", examples=[["need", "goal"]]
    )
    answered: tuple[QuestionId, ...] = Attribute(
        default=(),
        description="Questions that must all have an answer, whatever it says.",
        examples=[["budget.amount"]],
    )
    verdict: tuple[Outcome, ...] = Attribute(
        default=(),
        description="The verdict must be one of these.",
        examples=[["qualified"]],
    )

    def rule(self) -> PassRule:
        """The pass rule of the domain."""
        return PassRule(
            met=self.met,
            any_met=self.any_met,
            answered=self.answered,
            verdict=tuple(outcome.value for outcome in self.verdict),
        )


class GateYaml(Frozen):
    """A named group of questions with a pass rule."""

    id: Id = Attribute(
        description="Its name within the bank; lifecycles call it bank.gate.", examples=["budget"]
    )
    title: Text = Attribute(description="Its name on the screen.", examples=["Budget"])
    also_called: tuple[Text, ...] = Attribute(
        default=(), description="Other names that it is known by.", examples=[["Money"]]
    )
    passes_when: PassRuleYaml = Attribute(
        description="All conditions written here must hold.", examples=[{"met": ["budget"]}]
    )
    questions: tuple[QuestionYaml, ...] = Attribute(
        min_length=1, description="In the order in which to ask them."
    )

    def gate(self) -> Gate:
        """The gate of the domain."""
        return Gate(
            id=self.id,
            title=self.title,
            also_called=self.also_called,
            passes_when=self.passes_when.rule(),
            questions=tuple(question.question() for question in self.questions),
        )


class CriterionYaml(Frozen):
    """What the bank judges: met, unmet or unknown."""

    title: Text = Attribute(description="Its name on the screen.", examples=["Budget"])
    sources: tuple[Text, ...] = Attribute(
        alias="from",
        min_length=1,
        description="The answers it is judged by: fields, or ids of questions of this bank.",
        examples=[["budget"]],
    )
    rule: Literal["budget", "authority", "need", "timeline", "last_answer"] = Attribute(
        description=(
            "How: budget, authority, need and timeline as the guide to the marked calls says; "
            "last_answer: the last answer's yes is met, its no unmet."
        ),
        examples=["last_answer"],
    )
    weight: float = Attribute(
        default=0, ge=0, allow_inf_nan=False, description="Its part of the score.", examples=[25]
    )
    required: bool = Attribute(
        default=False, description="Asked for first; with policy bands it must be met to qualify."
    )

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion of the domain."""
        return Criterion(
            id=criterion_id,
            title=self.title,
            sources=self.sources,
            rule=self.rule,
            weight=self.weight,
            required=self.required,
        )


class RolesYaml(Frozen):
    """Which criterion plays which part in the default policy; its own name's where left out."""

    budget: Id | None = Attribute(
        default=None, description="The criterion that stands for budget.", examples=["money"]
    )
    authority: Id | None = Attribute(
        default=None, description="The criterion that stands for authority.", examples=["authority"]
    )
    need: Id | None = Attribute(
        default=None, description="The criterion that stands for need.", examples=["challenges"]
    )
    timeline: Id | None = Attribute(
        default=None,
        description="The criterion that stands for timeline.",
        examples=["prioritization"],
    )


class BandsYaml(Frozen):
    """The least scores for ``policy: bands``."""

    qualified: int = Attribute(
        default=80, ge=0, le=100, description="From this score up: qualified.", examples=[80]
    )
    nurture: int = Attribute(
        default=60, ge=0, le=100, description="From this score up: nurture.", examples=[60]
    )


class VerdictYaml(Frozen):
    """How the verdict is reached."""

    policy: Literal["default", "bands"] = Attribute(
        default="default",
        description="default: from four criteria; bands: from the score.",
        examples=["default"],
    )
    roles: RolesYaml = Attribute(
        default=RolesYaml(),
        description="For the default policy: which criterion plays which part.",
        examples=[{"budget": "money"}],
    )
    bands: BandsYaml | None = Attribute(
        default=None,
        description="For the bands policy: the least scores.",
        examples=[{"qualified": 80, "nurture": 60}],
    )

    def verdict_policy(self) -> VerdictPolicy:
        """The verdict policy of the domain."""
        bands = self.bands or BandsYaml()
        return VerdictPolicy.model_validate(
            {
                "policy": self.policy,
                "roles": self.roles.model_dump(exclude_none=True),
                "bands": Bands(**bands.model_dump()) if self.policy == "bands" else None,
            }
        )


class BankYaml(Frozen):
    """A question bank: an ordered list of gates, criteria, and how the verdict is reached."""

    id: Annotated[Id, BANK_ID]
    version: Annotated[int, VERSION]
    title: Text = Attribute(description="Its name on the screen.", examples=["Renewals"])
    about: Prose = Attribute(default="", description="What it is for, in a sentence or two.")
    lifecycle: Id | None = Attribute(
        default=None, description="The lifecycle it belongs to.", examples=["lead_qualification"]
    )
    gates: tuple[GateYaml, ...] = Attribute(
        min_length=1, description="In the order in which the call goes through them."
    )
    criteria: dict[Id, CriterionYaml] = Attribute(
        min_length=1, description="By name, in the order in which the verdict gives its reasons."
    )
    verdict: VerdictYaml = Attribute(
        default=VerdictYaml(), description="From four criteria, or from the score."
    )

    def bank(self, digest: str) -> Bank:
        """The bank of the domain; ``digest`` is that of its file."""
        return Bank(
            id=self.id,
            version=self.version,
            title=self.title,
            about=self.about,
            lifecycle=self.lifecycle,
            gates=tuple(gate.gate() for gate in self.gates),
            criteria=tuple(each.criterion(name) for name, each in self.criteria.items()),
            verdict=self.verdict.verdict_policy(),
            digest=digest,
        )
