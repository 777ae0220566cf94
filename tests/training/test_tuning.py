"""Thresholds: precise first, and the highest that costs nothing."""

import pytest

from assistant.domain.fields import Field
from assistant.evaluation.asked import AskedMarks, AskedTurn
from assistant.extraction.learned.encoding import Encoder
from assistant.extraction.learned.labels import FIELDS
from assistant.training.tuning import (
    ASKED,
    ASKED_PRECISION,
    THRESHOLDS,
    best_asked,
    best_threshold,
    f_beta,
    tune,
)
from tests.training.making_calls import call_of, marked
from tests.training.scripted import read_as_marked


def figures(precision: float, recall: float) -> dict[str, float]:
    return {"precision": precision, "recall": recall}


def test_the_thresholds_that_are_tried() -> None:
    assert (THRESHOLDS[0], THRESHOLDS[-1], len(THRESHOLDS)) == (0.3, 0.85, 12)
    assert (ASKED[0], ASKED[-1]) == (0.3, 0.95)


def test_precision_counts_more_than_recall() -> None:
    assert f_beta(figures(0.8, 0.6)) > f_beta(figures(0.6, 0.8))
    assert f_beta(figures(0.5, 0.5)) == pytest.approx(0.5)
    assert f_beta(figures(0, 0)) == 0


@pytest.mark.parametrize(
    ("tried", "best"),
    [
        ({0.3: (0.5, 0.9), 0.5: (0.8, 0.7), 0.7: (1.0, 0.1)}, 0.5),
        ({0.3: (0.8, 0.7), 0.5: (0.8, 0.7), 0.7: (0.7, 0.7)}, 0.5),
        ({0.3: (0.0, 0.0), 0.7: (0.0, 0.0)}, 0.7),
    ],
)
def test_the_best_threshold(tried: dict[float, tuple[float, float]], best: float) -> None:
    assert best_threshold({least: figures(*of) for least, of in tried.items()}) == best


@pytest.mark.parametrize(
    ("tried", "best"),
    [
        ({0.3: (0.7, 0.9), 0.5: (ASKED_PRECISION, 0.7), 0.7: (0.95, 0.5)}, 0.5),
        ({0.3: (0.9, 0.7), 0.5: (0.95, 0.7)}, 0.5),
        ({0.3: (0.7, 0.9), 0.5: (0.8, 0.6), 0.7: (0.75, 0.3)}, 0.5),
    ],
)
def test_what_is_asked_is_precise_enough_and_then_complete(
    tried: dict[float, tuple[float, float]], best: float
) -> None:
    assert best_asked({least: figures(*of) for least, of in tried.items()}) == best


def test_each_field_gets_the_threshold_that_its_answers_need(encoder: Encoder) -> None:
    budget, pain = "forty grand " * 6, "ana signs it " * 6
    said = f"{budget}so {pain}"
    need = FIELDS.index(Field.NEED)
    marks = (marked(said, budget.strip()), marked(said, pain.strip(), Field.NEED))
    call = call_of(("Luis", said), marks=marks)
    read = read_as_marked(call, encoder, lambda field: 0.62 if field == need else 0.78)

    tuned = tune([read], None)

    assert tuned.thresholds[Field.NEED] == 0.6
    assert tuned.thresholds[Field.BUDGET] == 0.75
    assert set(tuned.thresholds) == set(Field)
    assert tuned.asked == ASKED[-1]


def test_a_field_that_is_only_ever_wrong_is_found_least(encoder: Encoder) -> None:
    said = "forty grand so ana signs"
    read = read_as_marked(
        call_of(("Luis", said), marks=(marked(said, "forty grand"),)), encoder, lambda _: 0.5
    )
    unmarked = call_of(("Luis", said))

    tuned = tune([type(read)(unmarked, read.turns)], None)

    assert tuned.thresholds == dict.fromkeys(FIELDS, THRESHOLDS[-1])


def test_what_is_asked_is_tuned_on_the_marked_turns(encoder: Encoder) -> None:
    asked = {0: frozenset({Field.AUTHORITY})}
    call = call_of(("Dana", "who signs it?"), ("Luis", "ana"))
    turns = {0: AskedTurn(fields=asked[0], line=2)}

    tuned = tune(
        [read_as_marked(call, encoder, lambda _: 0.5, asked)],
        AskedMarks(file="asked.tsv", calls={call.id: turns}),
    )

    assert tuned.asked == 0.89
