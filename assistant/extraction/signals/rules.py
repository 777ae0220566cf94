"""The format of ``signals/<field>/phrases.yaml``."""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import ConfigDict, model_validator
from pydantic import Field as Attribute

from assistant.domain.fields import Certainty, Polarity
from assistant.domain.frozen import Frozen
from assistant.extraction.reading_values import ValueKind

Quality = Literal["hypothetical", "past", "elsewhere", "own", "question"]


_ASKED = ("asked", "just_asked")


When = Literal["always", "asked", "just_asked", "not_asked", "other_asked"]


class Sign(Frozen):
    """Something that says little alone: words of a clause, or its place in the talk.

    Attributes:
        points: what it adds, once a clause, to those of the rule's other signs.
        say: patterns in the clause; none: every clause where the rest holds.
        when: as in a rule.
        after: as in a rule.
        first: only in the first so many clauses of the turn.
        first_turns: only in the first so many turns of the call.
        least_words: only in a clause of at least so many words.

    """

    points: float
    say: tuple[str, ...] = ()
    when: When = "always"
    after: tuple[str, ...] = ()
    first: int | None = None
    first_turns: int | None = None
    least_words: int | None = None


class Rule(Frozen):
    """Words that give an answer, and what they make of it.

    Attributes:
        id: unique within the file; the answer's ``found_by`` is ``rule:<field>.<id>``.
        say: patterns (``patterns/syntax.py``); none: every needed value, or every clause.
        for_: ``for`` in YAML: speech, notes, or both.
        when: "asked": only after the rep asked for the field (in notes: under its heading);
            "just_asked": only in the reply right after it (never in notes);
            "other_asked": after the rep asked for other fields and not for this one.
        signs: instead of ``say``: a clause is hit where points of these add up to
            ``enough``; each point more makes the answer a little surer.
        enough: see ``signs``.
        after: names of the file's ``prompts``, one of which the rep's turn right before
            must end with; never true of notes.
        needs: a value of one of these kinds must lie in the answer's clauses.
        not_with: patterns that must not match in the answer's clauses.
        polarity: what the answer is.
        negated: what it becomes when the clause denies it: a polarity, "same", or "drop".
        certainty: fixed; else hedged where a hedge is near.
        despite: qualities that do not disqualify the answer for this rule.
        span: which words are quoted: the hit's "clause"; "from_trigger" to the clause's
            end; "to_trigger"; the "trigger" alone; "trigger_and_value"; the "sentence"
            (at most three clauses); the clause and a neighbour in its sentence, rather the
            next ("pair"); this and the next clause ("two_clauses"); the "turn".
        first: the hit must be in the first so many clauses of the turn.
        most_words: the turn has at most so many words (short answers).
        value: a fixed value: a label's text, or for authority "yes", "no", "shared".
        confidence: 0 to 1; the file's ``threshold`` drops what is below it.

    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str
    say: tuple[str, ...] = ()
    for_: Literal["call", "notes", "both"] = Attribute(default="both", alias="for")
    when: When = "always"
    after: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    enough: float = 1.0
    needs: tuple[ValueKind, ...] = ()
    not_with: tuple[str, ...] = ()
    polarity: Polarity = Polarity.YES
    negated: Literal["yes", "no", "open", "same", "drop"] = "drop"
    certainty: Certainty | None = None
    despite: tuple[Quality, ...] = ()
    span: Literal[
        "clause", "from_trigger", "to_trigger", "trigger", "trigger_and_value", "sentence",
        "pair", "two_clauses", "turn",
    ] = "clause"  # fmt: skip
    first: int | None = None
    most_words: int | None = None
    value: str | None = None
    confidence: float = Attribute(default=0.7, ge=0, le=1)

    @model_validator(mode="after")
    def _fires_on_something(self) -> Self:
        if not (self.say or self.signs or self.needs or self.after or self.when in _ASKED):
            raise ValueError(
                "a rule needs patterns under 'say', a value kind under 'needs', a prompt under "
                "'after', or 'when: asked' or 'just_asked'"
            )
        return self


class RuleFile(Frozen):
    """A field's phrases.

    ``prompts`` are patterns by name, found near the end of a turn of the rep: narrower than
    what ``asked.yaml`` holds, so that rules may take almost any reply to them. ``joined``:
    answers of one polarity in neighbouring clauses of a sentence are one. ``most``: the
    answers of a turn that stand, the surest ones.
    """

    threshold: float = Attribute(default=0.5, ge=0, le=1)
    joined: bool = False
    most: int | None = Attribute(default=None, ge=1)
    prompts: Mapping[str, tuple[str, ...]] = {}
    rules: tuple[Rule, ...]

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        ids = [rule.id for rule in self.rules]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        if twice:
            raise ValueError(f"rule ids used twice: {', '.join(twice)}")
        after = {name for rule in self.rules for name in rule.after}
        after |= {name for rule in self.rules for sign in rule.signs for name in sign.after}
        unknown = sorted(after - set(self.prompts))
        if unknown:
            raise ValueError(f"no such prompts: {', '.join(unknown)}")
        return self
