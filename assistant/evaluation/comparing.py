"""One call's marks beside its guess: pairs, hits, values, and what went wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from assistant.domain.fields import Field, Polarity
from assistant.domain.marked import MarkedAnswer, MarkedCall
from assistant.domain.values import Period, Value
from assistant.evaluation.guess import Guess, GuessedAnswer
from assistant.evaluation.notation import value_of
from assistant.evaluation.pairing import Pair, pair
from assistant.evaluation.values import Judgement, judge

HIT = 0.3
"""Share of common characters from which a guess counts as the mark's."""
EXACT = 0.5
"""The share for the stricter figure, ``spans``."""

_Answer = TypeVar("_Answer", MarkedAnswer, GuessedAnswer)


@dataclass(frozen=True)
class Comparison:
    """The marks and the guessed answers of the fields that are scored, in their order.

    ``values`` are those of the marks.
    """

    call: MarkedCall
    golds: tuple[MarkedAnswer, ...]
    values: tuple[Value | None, ...]
    guesses: tuple[GuessedAnswer, ...]
    criteria: Mapping[str, str | None]

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        return pair(self.golds, self.guesses)

    @cached_property
    def hits(self) -> dict[int, int]:
        """For each mark that was found, by place, the place of its guess."""
        return {found.gold: found.guess for found in self.pairs if found.share >= HIT}

    @cached_property
    def found(self) -> frozenset[int]:
        """Places of the guesses that found a mark."""
        return frozenset(self.hits.values())

    @cached_property
    def exact(self) -> int:
        """How many pairs share half of their characters."""
        return sum(found.share >= EXACT for found in self.pairs)

    @cached_property
    def judged(self) -> dict[int, Judgement]:
        """For each mark that was found and whose value is judged, by place, how it did."""
        judged = {}
        for place, guess in self.hits.items():
            said = judge(self.golds[place].field, self.values[place], self.guesses[guess].value)
            if said is not None:
                judged[place] = said
        return judged


def compare(call: MarkedCall, guess: Guess, fields: frozenset[Field]) -> Comparison:
    """The call's marks beside the guess, as far as they are about these fields."""
    golds = [mark for mark in call.answers if mark.field in fields]
    values = [value_of(call, mark) for mark in golds]
    guesses = [answer for answer in guess.answers if answer.field in fields]
    return Comparison(
        call=call,
        golds=tuple(
            _far_is_no(mark, _first_day(value), call.call_date)
            for mark, value in zip(golds, values, strict=True)
        ),
        values=tuple(values),
        guesses=tuple(_far_is_no(one, _told_first_day(one), call.call_date) for one in guesses),
        criteria=guess.criteria,
    )


def mistakes(comparison: Comparison) -> Iterator[str]:
    """What was missed, invented or read wrongly, one line each, mark by mark."""
    for place, gold in enumerate(comparison.golds):
        yield from _mistakes_of_mark(comparison, place, gold)
    for place, guess in enumerate(comparison.guesses):
        if place not in comparison.found:
            polarity = guess.polarity.value if guess.polarity else None
            yield (
                f"INVENTED {comparison.call.id} turn {guess.turn} "
                f"{guess.field.value}/{polarity}: {_words(comparison.call, guess)}"
            )


def last_words(answers: Iterable[MarkedAnswer | GuessedAnswer]) -> set[tuple[str, str | None]]:
    """For each field the polarity of the last answer to it."""
    ordered = sorted(answers, key=lambda answer: (answer.turn, answer.start))
    return set({answer.field: answer.polarity for answer in ordered}.items())


def _mistakes_of_mark(comparison: Comparison, place: int, gold: MarkedAnswer) -> Iterator[str]:
    where = f"{comparison.call.id} turn {gold.turn} {gold.field.value}"
    if place not in comparison.hits:
        yield f"MISSED {where}/{gold.polarity.value}: {gold.quote}"
        return
    guess = comparison.guesses[comparison.hits[place]]
    if guess.polarity != gold.polarity:
        polarity = guess.polarity.value if guess.polarity else None
        yield f"POLARITY {where} {gold.polarity.value} read as {polarity}: {gold.quote}"
    judgement = comparison.judged.get(place, Judgement.RIGHT)
    if judgement is not Judgement.RIGHT:
        value = f"{gold.notation} read as {guess.value}"
        yield f"VALUE {judgement.value} {where} {value}: {gold.quote}"


def _words(call: MarkedCall, guess: GuessedAnswer) -> str:
    if guess.turn >= len(call.turns):
        return "?"
    return call.turns[guess.turn].text[guess.start : guess.end]


def _far_is_no(answer: _Answer, start: str, call_date: date) -> _Answer:
    """A time more than 12 months away reads as "no" however it is marked.

    Annotators differ on its polarity; managers don't.
    """
    if start <= (call_date + timedelta(days=366)).isoformat():
        return answer
    return answer.model_copy(update={"polarity": Polarity.NO})


def _first_day(value: Value | None) -> str:
    return value.start.isoformat() if isinstance(value, Period) and value.start else ""


def _told_first_day(answer: GuessedAnswer) -> str:
    start = (answer.value or {}).get("start") if answer.field is Field.TIMELINE else None
    return start if isinstance(start, str) else ""
