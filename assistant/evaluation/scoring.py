"""The figures of an evaluation, over all calls and for each field.

An answer counts when the characters that it and the mark both cover are at least 0.3 of
those that either covers (``answers``), or 0.5 (``spans``), paired one to one within a field
and a turn. So words split in two or said twice cost precision, and a whole turn for a clause
is no hit. Values are right, wrong or blank; naming a figure or a date where the mark has none
is an invention. ``hedged`` is the F1 of finding hedged certainty.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.domain.fields import CORE_CRITERIA, Certainty, Field
from assistant.domain.marked import MarkedCall
from assistant.domain.verdict import CriterionStatus, Outcome
from assistant.evaluation.comparing import Comparison, compare, last_words, mistakes
from assistant.evaluation.counts import Counts, rate
from assistant.evaluation.guess import Guess
from assistant.evaluation.values import FIGURED

Scored = tuple[MarkedCall, Guess]


def score(pairs: Iterable[Scored], fields: frozenset[Field] | None = None) -> dict[str, Any]:
    """The figures for these calls; ``fields`` limits them to some of the fields."""
    return figures_of(compare_all(pairs, fields))


def compare_all(
    pairs: Iterable[Scored], fields: frozenset[Field] | None = None
) -> tuple[Comparison, ...]:
    """Every call's marks beside its guess."""
    scored = frozenset(Field) if fields is None else fields
    return tuple(compare(call, guess, scored) for call, guess in pairs)


def first_mistakes(compared: Iterable[Comparison], most: int) -> tuple[str, ...]:
    """The first so many mistakes, in words."""
    lines = (line for comparison in compared for line in mistakes(comparison))
    return tuple(line for line, _ in zip(lines, range(most), strict=False))


def figures_of(compared: Sequence[Comparison]) -> dict[str, Any]:
    """All figures as one JSON object, the rates rounded to four digits."""
    by_field = {field.value: _field_figures(compared, field) for field in _fields_seen(compared)}
    marked = [each["f1"] for each in by_field.values() if each["gold"]]
    judged = _judgements(compared)
    return {
        "calls": len(compared),
        "answers": _answers(compared).figures(),
        "spans": _spans(compared).figures(),
        "turns": _turns(compared).figures(),
        "checklist": _checklist(compared).figures(),
        "macro_f1": rate(sum(marked), len(marked)),
        "polarity": _polarity(compared),
        "hedged": _hedged(compared).figures(),
        "value": {
            **{word: rate(judged[word], _valued(judged)) for word in ("right", "wrong", "blank")},
            "invented": rate(judged["invented"], _unfigured(compared)),
        },
        "criteria": _criteria(compared),
        "verdict": rate(sum(map(_same_verdict, compared)), len(compared)),
        "fields": by_field,
    }


def _fields_seen(compared: Sequence[Comparison]) -> list[Field]:
    marked = {gold.field for comparison in compared for gold in comparison.golds}
    guessed = {guess.field for comparison in compared for guess in comparison.guesses}
    return sorted(marked | guessed)


def _field_figures(compared: Sequence[Comparison], field: Field) -> dict[str, Any]:
    judged = _judgements(compared, field)
    valued = _valued(judged)
    right = rate(judged["right"], valued) if valued else None
    return {**_answers(compared, field).figures(), "value": right}


def _answers(compared: Sequence[Comparison], field: Field | None = None) -> Counts:
    golds = [
        place in comparison.hits
        for comparison in compared
        for place, gold in enumerate(comparison.golds)
        if field in (None, gold.field)
    ]
    guesses = [
        place in comparison.found
        for comparison in compared
        for place, guess in enumerate(comparison.guesses)
        if field in (None, guess.field)
    ]
    return Counts(len(golds), len(guesses), sum(golds), sum(guesses))


def _spans(compared: Sequence[Comparison]) -> Counts:
    exact = sum(comparison.exact for comparison in compared)
    golds = sum(len(comparison.golds) for comparison in compared)
    guesses = sum(len(comparison.guesses) for comparison in compared)
    return Counts(golds, guesses, exact, exact)


def _turns(compared: Sequence[Comparison]) -> Counts:
    """The same field in the same turn, whatever the words."""
    golds: list[bool] = []
    guesses: list[bool] = []
    for comparison in compared:
        marked = {(gold.field, gold.turn) for gold in comparison.golds}
        guessed = {(guess.field, guess.turn) for guess in comparison.guesses}
        golds += [(gold.field, gold.turn) in guessed for gold in comparison.golds]
        guesses += [(guess.field, guess.turn) in marked for guess in comparison.guesses]
    return Counts(len(golds), len(guesses), sum(golds), sum(guesses))


def _checklist(compared: Sequence[Comparison]) -> Counts:
    """For each field of a call the polarity of the last word."""
    gold = found = both = 0
    for comparison in compared:
        marked, guessed = last_words(comparison.golds), last_words(comparison.guesses)
        gold, found, both = gold + len(marked), found + len(guessed), both + len(marked & guessed)
    return Counts(gold, found, both, both)


def _polarity(compared: Sequence[Comparison]) -> float:
    same = [
        comparison.golds[gold].polarity == comparison.guesses[guess].polarity
        for comparison in compared
        for gold, guess in comparison.hits.items()
    ]
    return rate(sum(same), len(same))


def _hedged(compared: Sequence[Comparison]) -> Counts:
    hedged = [
        (
            comparison.golds[gold].certainty is Certainty.HEDGED,
            comparison.guesses[guess].certainty is Certainty.HEDGED,
        )
        for comparison in compared
        for gold, guess in comparison.hits.items()
    ]
    both = sum(marked and guessed for marked, guessed in hedged)
    golds, guesses = (sum(side) for side in zip(*hedged, strict=True)) if hedged else (0, 0)
    return Counts(golds, guesses, both, both)


def _judgements(compared: Sequence[Comparison], field: Field | None = None) -> Counter[str]:
    return Counter(
        judgement.value
        for comparison in compared
        for place, judgement in comparison.judged.items()
        if field in (None, comparison.golds[place].field)
    )


def _valued(judged: Mapping[str, int]) -> int:
    return judged["right"] + judged["wrong"] + judged["blank"]


def _unfigured(compared: Sequence[Comparison]) -> int:
    """Marks that were found and that name no figure or date, where one could be invented."""
    return sum(
        comparison.golds[place].field in FIGURED and comparison.values[place] is None
        for comparison in compared
        for place in comparison.hits
    )


def _criteria(compared: Sequence[Comparison]) -> dict[str, Any]:
    confusion = Counter(
        (_gold_status(comparison, criterion), _guessed_status(comparison, criterion))
        for comparison in compared
        for criterion in CORE_CRITERIA
    )
    right = sum(count for (gold, guess), count in confusion.items() if gold == guess)
    met = {gold: count for (gold, guess), count in confusion.items() if guess == "met"}
    return {
        "accuracy": rate(right, confusion.total()),
        "false_met": rate(sum(met.values()) - met.get("met", 0), sum(met.values())),
        "confusion": {
            f"{gold}->{guess}": count for (gold, guess), count in sorted(confusion.items())
        },
    }


def _gold_status(comparison: Comparison, criterion: str) -> str:
    return comparison.call.criteria.get(criterion, CriterionStatus.UNKNOWN).value


def _guessed_status(comparison: Comparison, criterion: str) -> str:
    return comparison.criteria.get(criterion) or CriterionStatus.UNKNOWN.value


def _same_verdict(comparison: Comparison) -> bool:
    marked = {criterion: _gold_status(comparison, criterion) for criterion in CORE_CRITERIA}
    guessed = {criterion: _guessed_status(comparison, criterion) for criterion in CORE_CRITERIA}
    return _outcome(marked) is _outcome(guessed)


def _outcome(criteria: Mapping[str, str]) -> Outcome:
    """The default verdict policy on four statuses, the first rule that holds."""
    need = criteria["need"]
    others = [criteria[name] for name in ("budget", "authority", "timeline")]
    if need == "unmet" or others.count("unmet") == len(others):
        return Outcome.DISQUALIFIED
    if need == "met" and "unmet" not in others and others.count("met") >= 2:
        return Outcome.QUALIFIED
    return Outcome.NURTURE if need == "met" and "unmet" in others else Outcome.INCOMPLETE
