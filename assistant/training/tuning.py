"""How sure the tagger has to be: chosen on the development calls, precision first."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from assistant.domain.fields import Field
from assistant.evaluation.asked import AskedMarks, score_asked
from assistant.evaluation.guess import Guess
from assistant.evaluation.scoring import score
from assistant.extraction.learned.decoding import Tagged
from assistant.extraction.learned.labels import FIELDS
from assistant.extraction.learned.model import ModelCard
from assistant.training.reading import ReadCall, guessed

THRESHOLDS = tuple(round(0.30 + 0.05 * step, 2) for step in range(12))
"""From 0.30 to 0.85."""
SWITCHES = (1.0, 2.0, 3.0)
ASKED = tuple(round(0.30 + 0.01 * step, 2) for step in range(66))
"""From 0.30 to 0.95."""
BETA = 0.85
"""Below 1, precision counts more than recall."""
ASKED_PRECISION = 0.86
"""What is asked has to be right so often; the rules beside it are right a little less often."""

Figures = Mapping[str, Any]


class Tuned(NamedTuple):
    """What was chosen."""

    thresholds: dict[Field, float]
    switch: float
    asked: float


def tune(calls: Sequence[ReadCall], marks: AskedMarks | None) -> Tuned:
    """The thresholds under which these calls are read best."""
    tried = [(switch, *_tune_fields(calls, switch)) for switch in SWITCHES]
    switch, thresholds, _ = max(tried, key=lambda one: one[2])
    return Tuned(thresholds, switch, _tune_asked(calls, marks))


def f_beta(figures: Figures) -> float:
    """Precision and recall in one number, precision first."""
    precision, recall = figures["precision"], figures["recall"]
    weighed = BETA**2 * precision + recall
    return (1 + BETA**2) * precision * recall / weighed if weighed else 0.0


def best_threshold(figures: Mapping[float, Figures]) -> float:
    """Of thresholds and their figures the best; of equals the highest."""
    return max(figures, key=lambda threshold: (f_beta(figures[threshold]), threshold))


def best_asked(figures: Mapping[float, Figures]) -> float:
    """The threshold that is precise enough and finds most; the most precise if none is."""
    precise = [one for one in figures if figures[one]["precision"] >= ASKED_PRECISION]
    if precise:
        return max(precise, key=lambda one: (figures[one]["recall"], one))
    return max(figures, key=lambda one: (figures[one]["precision"], one))


def _tune_fields(calls: Sequence[ReadCall], switch: float) -> tuple[dict[Field, float], float]:
    """The fields' thresholds, and how good all answers are under them."""
    card = open_card(THRESHOLDS[0], switch)
    found = [list(call.tagged(card)) for call in calls]
    figures = {
        least: score(_pairs(calls, found, dict.fromkeys(FIELDS, least))) for least in THRESHOLDS
    }
    thresholds = {field: best_threshold(_of_field(figures, field)) for field in FIELDS}
    return thresholds, f_beta(score(_pairs(calls, found, thresholds))["answers"])


def _of_field(figures: Mapping[float, Figures], field: Field) -> dict[float, Figures]:
    nothing = {"precision": 0.0, "recall": 0.0}
    return {least: of_all["fields"].get(field.value, nothing) for least, of_all in figures.items()}


def _pairs(
    calls: Sequence[ReadCall],
    found: Sequence[Sequence[tuple[int, Tagged]]],
    thresholds: Mapping[Field, float],
) -> list[tuple[Any, Guess]]:
    return [
        (
            call.call,
            Guess(
                answers=tuple(
                    guessed(turn, one)
                    for turn, one in tagged
                    if one.confidence >= thresholds[one.field]
                )
            ),
        )
        for call, tagged in zip(calls, found, strict=True)
    ]


def _tune_asked(calls: Sequence[ReadCall], marks: AskedMarks | None) -> float:
    if marks is None:
        return ASKED[-1]
    figures = {}
    for least in ASKED:
        pairs = [(call.call, Guess(answers=(), asked=call.asked(least))) for call in calls]
        scored = score_asked(pairs, marks)
        if scored is None:
            return ASKED[-1]
        figures[least] = scored
    return best_asked(figures)


def open_card(least: float, switch: float) -> ModelCard:
    """A card with the same threshold for everything, for looking at a tagger."""
    return ModelCard(
        fields=FIELDS,
        sha256={},
        thresholds=dict.fromkeys(FIELDS, least),
        switch=switch,
        asked=least,
    )
