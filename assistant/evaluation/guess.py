"""What a program, or another person, answered for a call."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic import Field as Attribute

from assistant.domain.errors import BadInput
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.evaluation.notation import value_of


class _Read(BaseModel):
    """A part of an annotation: what is not scored is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GuessedAnswer(_Read):
    """Code points ``[start, end)`` of a turn, and what they are said to mean.

    ``value`` has the keys of the annotation contract, any of which may be missing.
    """

    field: Field
    turn: int
    start: int
    end: int
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    value: dict[str, Any] | None = None


class _GuessedTurn(_Read):
    text: str


class _GuessedCriterion(_Read):
    status: str | None = None


class _Annotation(_Read):
    turns: tuple[_GuessedTurn, ...] = ()
    answers: tuple[GuessedAnswer, ...]
    criteria: dict[str, _GuessedCriterion | None] | None = None
    asked: dict[int, frozenset[Field]] = Attribute(default_factory=dict)


class Guess(_Read):
    """The answers, and the status of each criterion that was judged ("met").

    ``asked`` are the fields that turns of the rep ask for, by the turn's index.
    """

    answers: tuple[GuessedAnswer, ...]
    criteria: dict[str, str | None] = Attribute(default_factory=dict)
    turns: tuple[str, ...] = ()
    asked: dict[int, frozenset[Field]] = Attribute(default_factory=dict)

    @classmethod
    def from_annotation(cls, data: Mapping[str, Any], *, name: str = "annotation") -> Self:
        """The guess in a JSON object of the contract ``assistant.annotation/1``.

        What the rep asked for is no part of the contract: it is read from ``asked``
        ({turn: fields}) where that is added. Raises BadInput where it breaks the contract.
        """
        try:
            read = _Annotation.model_validate(data)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise BadInput(f"not an annotation: {where}: {first['msg']}", file=name) from None
        criteria = (read.criteria or {}).items()
        return cls(
            answers=read.answers,
            criteria={key: judged.status if judged else None for key, judged in criteria},
            turns=tuple(turn.text for turn in read.turns),
            asked=read.asked,
        )

    @classmethod
    def from_marked(cls, call: MarkedCall) -> Self:
        """Another person's marks of the same call, to see how far people agree."""
        return cls(
            answers=tuple(_guessed(call, mark) for mark in call.answers),
            criteria=dict(call.criteria),
            turns=tuple(turn.text for turn in call.turns),
        )


def turn_difference(call: MarkedCall, guess: Guess) -> str | None:
    """How the guess's turns differ from the call's, in words; offsets are then worth nothing."""
    differing = [
        number
        for number, (turn, text) in enumerate(zip(call.turns, guess.turns, strict=False))
        if turn.text.strip() != text.strip()
    ]
    if len(guess.turns) == len(call.turns) and not differing:
        return None
    first = f", first at turn {differing[0]}" if differing else ""
    return (
        f"{call.id}: the turns differ from the input "
        f"({len(guess.turns)} for {len(call.turns)}{first})"
    )


def _guessed(call: MarkedCall, mark: MarkedAnswer) -> GuessedAnswer:
    value = value_of(call, mark)
    return GuessedAnswer(
        field=mark.field,
        turn=mark.turn,
        start=mark.start,
        end=mark.end,
        polarity=mark.polarity,
        certainty=mark.certainty,
        value=value.model_dump(mode="json") if value is not None else None,
    )
