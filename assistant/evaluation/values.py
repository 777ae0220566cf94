"""Whether a guessed value is what the mark says."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from assistant.domain.fields import Field
from assistant.domain.values import Count, Deciders, Label, Money, Period, Value

FIGURED = frozenset({Field.BUDGET, Field.TIMELINE})
"""Fields whose values are figures or dates: naming one where there is none invents it."""

_VALUED = FIGURED | {
    Field.AUTHORITY,
    Field.COMPANY_SIZE,
    Field.CURRENT_SOLUTION,
    Field.COMPETITION,
    Field.LOCATION,
    Field.ROLE,
    Field.INDUSTRY,
}
_TELLING_KEYS: Mapping[Field, tuple[str, ...]] = {
    Field.BUDGET: ("low", "high"),
    Field.TIMELINE: ("start", "end", "asap"),
    Field.AUTHORITY: ("speaker", "people"),
    Field.COMPANY_SIZE: ("count",),
}
_NO_WORD = re.compile(r"[^a-z0-9 ]")
_MONEY_WITHIN = 0.01
_COUNT_WITHIN = 0.02
_ALIKE = 0.6

Guessed = Mapping[str, Any]


class Judgement(StrEnum):
    """How a value did."""

    RIGHT = "right"
    WRONG = "wrong"
    BLANK = "blank"
    INVENTED = "invented"


def judge(field: Field, gold: Value | None, guess: Guessed | None) -> Judgement | None:
    """The judgement of a guess for a mark's value; None where nothing is judged."""
    if gold is None:
        invented = field in FIGURED and not _is_blank(field, guess)
        return Judgement.INVENTED if invented else None
    if field not in _VALUED:
        return None
    if guess is None or _is_blank(field, guess):
        return Judgement.BLANK
    try:
        return Judgement.RIGHT if _is_right(gold, guess) else Judgement.WRONG
    except (TypeError, ValueError, AttributeError):  # a value of another shape
        return Judgement.WRONG


def _is_blank(field: Field, guess: Guessed | None) -> bool:
    return not guess or not any(guess.get(key) for key in _TELLING_KEYS.get(field, ("text",)))


def _is_right(gold: Value, guess: Guessed) -> bool:
    match gold:
        case Money():
            return _same_money(gold, guess)
        case Period():
            return _same_period(gold, guess)
        case Deciders():
            return _same_deciders(gold, guess)
        case Count():
            return _near(gold.count, guess.get("count"), _COUNT_WITHIN)
        case Label():
            return _same_words(gold.text, guess.get("text") or "")


def _same_money(gold: Money, guess: Guessed) -> bool:
    return (
        _near(gold.low, guess.get("low"), _MONEY_WITHIN)
        and _near(gold.high, guess.get("high"), _MONEY_WITHIN)
        and guess.get("currency") in (gold.currency, None)
        and (guess.get("per") or None) == gold.per
    )


def _same_period(gold: Period, guess: Guessed) -> bool:
    if gold.asap:
        return bool(guess.get("asap"))
    days = [day.isoformat() if day else None for day in (gold.start, gold.end)]
    return [guess.get("start"), guess.get("end")] == days


def _same_deciders(gold: Deciders, guess: Guessed) -> bool:
    """The same say of the speaker, all the people, and not many more than they."""
    people: list[Guessed] = guess.get("people") or []
    if gold.speaker and guess.get("speaker") != gold.speaker:
        return False
    if len(people) > 2 * len(gold.people) + 1:
        return False
    return all(
        any(
            _alike(decider.name or decider.title, person.get("name"))
            or _alike(decider.title or decider.name, person.get("title"))
            or _alike(decider.name or decider.title, person.get("title"))
            for person in people
        )
        for decider in gold.people
    )


def _same_words(gold: str, guess: str) -> bool:
    """Whether one of the names between semicolons is one of the other's."""
    return any(_alike(part, other) for part in gold.split(";") for other in guess.split(";"))


def _near(gold: float, guess: Any, within: float) -> bool:
    return abs(float(guess or -1) - gold) <= within * gold


def _alike(gold: str | None, guess: object) -> bool:
    """Most words the same; a guess of more than twice as many words says too much."""
    ours, theirs = _words(gold), _words(guess)
    if not ours or not theirs or len(theirs) > 2 * len(ours) + 1:
        return False
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    return SequenceMatcher(None, ours, theirs).ratio() >= _ALIKE


def _words(text: object) -> list[str]:
    return _NO_WORD.sub(" ", str(text or "").lower()).split()
