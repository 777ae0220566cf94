"""The answers of a call as a list: numbered, with where their words stand."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from assistant.domain.answers import Answer, Evidence
from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.frozen import Frozen
from assistant.domain.inert import inert_json
from assistant.domain.wording import clock_text
from assistant.workflows import deciding
from assistant.workflows.marking import mark_words
from assistant.workflows.viewing import view_call
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench

LONGEST_NUMBER = 4
"""Digits: more of them are the beginning of an id."""


class Listed(Frozen):
    """An answer with its number in its call and the place of its words.

    Numbers go by where the words stand, so that stores that hold the same answers number them
    the same; an answer that comes in before others moves their numbers, never their ids.

    ``place`` is "" for an answer without words, ``where`` says in words where it is from.
    """

    number: int
    answer: Answer
    place: str
    where: str

    @property
    def unsure(self) -> bool:
        """Whether it counts and nobody has decided on it yet."""
        return self.answer.in_force and not self.answer.decided


def list_answers(bench: Workbench, call_id: UUID) -> tuple[Listed, ...]:
    """All answers of a call, rejected and replaced ones too."""
    return listed(view_call(bench, call_id))


def listed(view: CallView) -> tuple[Listed, ...]:
    """The answers of a call that was looked at."""
    seconds = {
        (source.name, turn.index): turn.start for source in view.sources for turn in source.turns
    } | {("notes", line.number): line.seconds for line in view.lines}
    return tuple(
        Listed(
            number=number,
            answer=answer,
            place=f"{where.source}:{where.turn}" if where else "",
            where=_where(answer, seconds.get((where.source, where.turn)) if where else None),
        )
        for number, answer in enumerate(sorted(view.answers, key=_by_place), start=1)
        for where in (answer.evidence,)
    )


def _by_place(answer: Answer) -> tuple[bool, str, int, int, int, str, str]:
    """By source, turn and words; those that rest on no words come last, by what they answer."""
    words = answer.evidence
    if words is None:
        return True, "", 0, 0, 0, answer.key, answer.id
    return False, words.source, words.turn, words.start, words.end, answer.key, answer.id


def _where(answer: Answer, seconds: float | None) -> str:
    words = answer.evidence
    if words is None:
        return {"person": "by hand"}.get(answer.found_by, answer.found_by)
    clock = clock_text(seconds) if seconds is not None else ""
    return " ".join(part for part in (f"{words.source}:{words.turn}", clock, words.speaker) if part)


def pick(answers: Sequence[Listed], text: str) -> Answer:
    """The answer of that number, or whose id begins so. Raises ``NotFound``."""
    wanted = text.strip().casefold()
    if wanted.isdecimal() and len(wanted) <= LONGEST_NUMBER:
        found = [one.answer for one in answers if one.number == int(wanted)]
    else:
        found = [one.answer for one in answers if wanted and one.answer.id.startswith(wanted)]
    if len(found) != 1:
        what = "more than one answer" if found else "no answer"
        raise NotFound(f"There is {what} {text!r} in this call. `assistant answers list` has all.")
    answer = found[0]
    if answer.evidence is None and not answer.decided:
        raise NotFound(
            f"The answer {text!r} comes from the lead: `assistant answers add` puts another one "
            "over it."
        )
    return answer


class Given(Frozen):
    """An answer that a person gives: to a field or to a question of the call's banks."""

    field: Field | None = None
    question: str | None = None
    value: str | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None


def give(bench: Workbench, call_id: UUID, given: Given, words: Evidence | None) -> Answer:
    """Give an answer, with its words where there are any. Raises ``WrongUsage``."""
    field, sure = given.field, given.certainty
    if (field is None) == (given.question is None):
        raise WrongUsage("Say what it answers: --field, or --question.")
    if words is not None and field is not None:
        return mark_words(
            bench,
            call_id,
            words,
            field,
            value=given.value,
            polarity=given.polarity,
            certainty=sure,
        )
    if given.value is None:
        raise WrongUsage("Say what the answer is: --value, or --words with --field.")
    return deciding.add(
        bench,
        call_id,
        field=field,
        question=given.question,
        value=given.value,
        polarity=given.polarity,
        certainty=sure or Certainty.FIRM,
        evidence=words,
    )


def answers_json(call_id: UUID, answers: Sequence[Listed]) -> str:
    """The list as JSON text, ``assistant.answers/1``."""
    whole = {
        "schema": "assistant.answers/1",
        "call": str(call_id),
        "answers": [_as_json(one) for one in answers],
    }
    return inert_json(whole, indent=2)


def _as_json(one: Listed) -> dict[str, Any]:
    from assistant.reports.annotation_json import answer_json

    answer, words = one.answer, one.answer.evidence
    return {
        "number": one.number,
        **answer_json(answer),
        "in_force": answer.in_force,
        "stale": answer.stale,
        "text": words.source if words else None,
        "where": one.where,
    }
