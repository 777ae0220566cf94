"""The shape of a question's ``answer``: one kind of answer, in the shortest form that says it."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, model_validator
from pydantic import Field as Attribute

from assistant.domain.bank import (
    AnswerSpec,
    ChoiceAnswer,
    EngagementAnswer,
    FieldAnswer,
    LeadAnswer,
    Option,
    TypedAnswer,
)
from assistant.domain.fields import Field, Polarity
from assistant.domain.frozen import Frozen
from assistant.playbook.words import Id, Text
from assistant.yamlfile.checking import mistake
from assistant.yamlfile.problems import shown
from assistant.yamlfile.suggesting import suggestion

ANY = "any"
"""Written for ``engagement``, it stands for every kind of event."""

BY_WORD = ("yes_no", "text", "date", "number")
"""Kinds of answer that need nothing but their name."""

KINDS = ("field", "choice", "scale", "lead", "engagement", *BY_WORD)

_SCALE = re.compile(r"(\d{1,3})\s*-\s*(\d{1,3})")


class OptionYaml(Frozen):
    """One choice, and whether choosing it speaks for the deal."""

    say: Text = Attribute(description="The option as it is shown.", examples=["this quarter"])
    counts: Polarity = Attribute(
        default=Polarity.YES,
        description="yes: it speaks for the deal; no: against it; open: neither.",
        examples=["yes"],
    )


def _option(value: object) -> object:
    return {"say": value} if isinstance(value, str) else value


def _scale(value: object) -> object:
    found = _SCALE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or int(found[1]) >= int(found[2]):
        raise mistake("must be two whole numbers, the lower first", "0-3")
    return int(found[1]), int(found[2])


def _kinds_of_event(value: object) -> object:
    if value == ANY:
        return ()
    if value == [] or isinstance(value, str):
        raise mistake("must be a list of kinds of event", f"[{shown(value)}]" if value else ANY)
    return value


_Option = Annotated[OptionYaml, BeforeValidator(_option, json_schema_input_type=Text | OptionYaml)]

_Scale = Annotated[
    tuple[int, int],
    BeforeValidator(
        _scale, json_schema_input_type=Annotated[str, Attribute(pattern=f"^{_SCALE.pattern}$")]
    ),
]

_Events = Annotated[
    tuple[Id, ...],
    BeforeValidator(_kinds_of_event, json_schema_input_type=Literal["any"] | tuple[Id, ...]),
]


class AnswerYaml(Frozen):
    """What answers a question."""

    field: Field | None = Attribute(
        default=None, description="Words that are recognised by themselves.", examples=["budget"]
    )
    choice: tuple[_Option, ...] | None = Attribute(
        default=None,
        min_length=2,
        description="One of these options.",
        examples=[["this quarter", "later"]],
    )
    yes_no: Literal[True] | None = Attribute(default=None, description="Yes or no.")
    scale: _Scale | None = Attribute(
        default=None,
        description="A whole number; the upper half speaks for the deal.",
        examples=["0-3"],
    )
    text: Literal[True] | None = Attribute(default=None, description="A text of one's own.")
    date: Literal[True] | None = Attribute(default=None, description="A date.")
    number: Literal[True] | None = Attribute(default=None, description="A number.")
    lead: Literal["industry", "location", "title", "company_size"] | None = Attribute(
        default=None,
        description="What is known of the lead, against the ideal customer profile.",
        examples=["industry"],
    )
    engagement: _Events | None = Attribute(
        default=None,
        description="What the lead did: these kinds of event of the points table, or any.",
        examples=[["demo_request"]],
    )
    at_least: int | None = Attribute(
        default=None,
        description="For engagement: the points that count as yes; else the table's threshold.",
        examples=[50],
    )

    @model_validator(mode="after")
    def _one_kind(self) -> "AnswerYaml":
        written = [kind for kind in KINDS if getattr(self, kind) is not None]
        if not written:
            raise mistake("says no kind of answer", "{field: budget}")
        if len(written) > 1:
            raise mistake(f"has {len(written)} kinds of answer", f"{written[0]} only")
        if self.at_least is not None and self.engagement is None:
            raise mistake(
                "at_least goes with engagement only", "it below engagement, or not at all"
            )
        options = [option.say.casefold() for option in self.choice or ()]
        if len(set(options)) < len(options):
            raise mistake("has the same option twice", "each option once")
        return self

    def spec(self) -> AnswerSpec:
        """The answer of the domain."""
        if self.field is not None:
            return FieldAnswer(field=self.field)
        if self.choice is not None:
            options = (Option(say=each.say, counts=each.counts) for each in self.choice)
            return ChoiceAnswer(choice=tuple(options))
        if self.lead is not None:
            return LeadAnswer(lead=self.lead)
        if self.engagement is not None:
            return EngagementAnswer(engagement=self.engagement, at_least=self.at_least)
        if self.scale is not None:
            return TypedAnswer(type="scale", scale=self.scale)
        return TypedAnswer.model_validate({"type": next(k for k in BY_WORD if getattr(self, k))})


def _answer(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.strip() not in BY_WORD:
        offered = [*BY_WORD, "{field: ...}", "{choice: [...]}", "{scale: 0-3}"]
        raise mistake(f"{shown(value)!r} is no kind of answer", suggestion(value, offered))
    return {value.strip(): True}


WrittenAnswer = Annotated[
    AnswerYaml,
    BeforeValidator(
        _answer,
        json_schema_input_type=Literal["yes_no", "text", "date", "number"] | AnswerYaml,
    ),
]
"""The long form, or one word: ``yes_no`` for ``{yes_no: true}``."""
