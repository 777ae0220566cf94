"""Windows to learn from: everything once, in order, and laid out right."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction.learned.labels import FIELDS, begins
from assistant.training.augmenting import Augmenter, Pieces
from assistant.training.batches import PADDING, Stretch, batch_of, epoch_of, stretches
from assistant.training.examples import MARKER, UNKNOWN, Example, Labels
from assistant.training.recipe import Recipe

RECIPE = Recipe(window=100, first_window=20, contexts=(0, 8, 24))


def example(
    length: int,
    *,
    answered: tuple[int, ...] | None = (),
    asked: tuple[int, ...] | None = None,
) -> Example:
    """A part of so many pieces, the marker among them; its words begin answers to field 0."""
    words = [Labels(begins(0), 1, 0, 2)] * (length - 1)
    return Example(tuple(range(9, 9 + length)), (MARKER, *words), answered, asked)


lengths = st.lists(st.integers(1, 130), max_size=40)


@given(lengths=lengths, seed=st.integers(0, 1000))
def test_every_part_is_learned_from_once_and_after_what_came_before_it(
    lengths: list[int], seed: int
) -> None:
    call = [example(length) for length in lengths]

    windows = list(stretches(call, RECIPE, Random(seed)))

    learned = [each for window in windows for each in window.examples[window.known :]]
    assert list(map(id, learned)) == list(map(id, call))
    at = 0
    for window in windows:
        before = call[at - window.known : at]
        assert list(map(id, window.examples[: window.known])) == list(map(id, before))
        assert sum(map(len, before)) <= max(RECIPE.contexts)
        assert len(window) < RECIPE.window or len(window.examples) == window.known + 1
        at += len(window.examples) - window.known


def test_a_batch_is_laid_out_row_by_row() -> None:
    asking = example(3, answered=None, asked=(1, 4))
    answering = example(2, answered=(0,))

    batch = batch_of([Stretch((asking, answering), 0), Stretch((answering,), 0)], start=7)

    assert batch.ids.tolist() == [[7, 9, 10, 11, 9, 10], [7, 9, 10, 0, 0, 0]]
    assert batch.turns.tolist() == [[0, 0, 0, 0, 1, 1], [0, 0, 0, *[PADDING] * 3]]
    none = UNKNOWN
    assert batch.tags.tolist() == [[none] * 5 + [1], [none, none, 1, none, none, none]]
    assert batch.polarities.tolist() == [[none] * 5 + [1], [none, none, 1, none, none, none]]
    assert batch.hedged.tolist() == [[none] * 5 + [0], [none, none, 0, none, none, none]]
    assert batch.says.tolist() == [[none] * 5 + [2], [none, none, 2, none, none, none]]
    assert (batch.answered.rows.tolist(), batch.answered.columns.tolist()) == ([0, 1], [4, 1])
    assert [np.flatnonzero(row).tolist() for row in batch.answered.fields] == [[0], [0]]
    assert (batch.asked.rows.tolist(), batch.asked.columns.tolist()) == ([0], [1])
    assert [np.flatnonzero(row).tolist() for row in batch.asked.fields] == [[1, 4]]


def test_nothing_is_learned_from_context() -> None:
    parts = (example(4, answered=(0,)), example(3, answered=None, asked=(2,)), example(2))

    batch = batch_of([Stretch(parts, 2)], start=7)

    assert np.flatnonzero(batch.tags[0] != UNKNOWN).tolist() == [9]
    assert batch.answered.columns.tolist() == [8]
    assert batch.asked.fields.shape == (0, len(FIELDS))


def test_an_epoch_is_the_same_each_time_and_unlike_the_next(pieces: Pieces) -> None:
    calls = [tuple(example(length) for length in (9, 30, 80, 4, 50, 11))] * 6
    augmenter = Augmenter(RECIPE, pieces)

    first, again, second = (epoch_of(calls, RECIPE, augmenter, epoch) for epoch in (0, 0, 1))

    assert first == again
    assert first != second
    assert epoch_of(calls, RECIPE.model_copy(update={"seed": 2}), augmenter, 0) != first
