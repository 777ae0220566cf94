"""Windows of the calls, cut anew in every epoch, and laid side by side as numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from assistant.extraction.learned.labels import FIELDS
from assistant.training.augmenting import Augmenter
from assistant.training.examples import UNKNOWN, Example
from assistant.training.recipe import Recipe

PADDING = -1
"""The turn of pieces that only fill a row up: nothing sees them."""
_JITTER = 60
"""Windows are put beside others of about their length, within so many pieces."""

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A window to learn from; the first ``known`` examples are context only."""

    examples: tuple[Example, ...]
    known: int

    def __len__(self) -> int:
        return sum(map(len, self.examples))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which fields (k, fields) are wanted at k markers, which stand at ``rows``, ``columns``."""

    rows: Ints
    columns: Ints
    fields: Floats


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, (windows, pieces) each. Turns are numbered within a window."""

    ids: Ints
    turns: Ints
    tags: Ints
    polarities: Ints
    hedged: Ints
    says: Ints
    answered: Wanted
    asked: Wanted


def stretches(call: Sequence[Example], recipe: Recipe, random: Random) -> Iterator[Stretch]:
    """The call cut into windows: every example is learned from once, in one of them."""
    start = 0
    longest = random.randint(min(recipe.first_window, recipe.window - 1), recipe.window - 1)
    while start < len(call):
        known = _context(call[:start], random.choice(recipe.contexts))
        length = sum(map(len, call[start - known : start]))
        end = start
        while end < len(call) and (end == start or length + len(call[end]) <= longest):
            length += len(call[end])
            end += 1
        yield Stretch(tuple(call[start - known : end]), known)
        start, longest = end, recipe.window - 1


def _context(before: Sequence[Example], room: int) -> int:
    """How many of the last examples fit into so many pieces."""
    for count, example in enumerate(reversed(before)):
        room -= len(example)
        if room < 0:
            return count
    return len(before)


def epoch_of(
    calls: Sequence[tuple[Example, ...]], recipe: Recipe, augmenter: Augmenter, epoch: int
) -> list[list[Stretch]]:
    """The batches of an epoch: the same for the same recipe and calls."""
    random = Random(f"{recipe.seed} {epoch}")  # noqa: S311 - a reproducible one
    cut = [
        stretch
        for call in calls
        for stretch in stretches(augmenter.call(call, random), recipe, random)
    ]
    cut.sort(key=lambda stretch: len(stretch) + random.random() * _JITTER)
    batches = [cut[at : at + recipe.batch] for at in range(0, len(cut), recipe.batch)]
    random.shuffle(batches)
    return batches


def batch_of(stretches: Sequence[Stretch], start: int) -> Batch:
    """The windows as numbers, each begun with the piece ``start``."""
    shape = (len(stretches), 1 + max(map(len, stretches)))
    batch = Batch(
        ids=np.zeros(shape, np.int64),
        turns=np.full(shape, PADDING),
        tags=np.full(shape, UNKNOWN),
        polarities=np.full(shape, UNKNOWN),
        hedged=np.full(shape, UNKNOWN),
        says=np.full(shape, UNKNOWN),
        answered=_wanted(stretches, "answered"),
        asked=_wanted(stretches, "asked"),
    )
    batch.ids[:, 0] = start
    batch.turns[:, 0] = 0
    for row, stretch in enumerate(stretches):
        at = 1
        for number, example in enumerate(stretch.examples):
            here = (row, slice(at, at + len(example)))
            batch.ids[here] = example.ids
            batch.turns[here] = number
            if number >= stretch.known and example.answered is not None:
                learned = batch.tags, batch.polarities, batch.hedged, batch.says
                for labels, wanted in zip(np.array(example.labels).T, learned, strict=True):
                    wanted[here] = labels
            at += len(example)
    return batch


def _wanted(stretches: Sequence[Stretch], what: str) -> Wanted:
    """The markers of the examples that are learned from and have ``answered`` or ``asked``."""
    places: list[tuple[int, int]] = []
    wanted: list[Floats] = []
    for row, stretch in enumerate(stretches):
        at = 1
        for number, example in enumerate(stretch.examples):
            fields = getattr(example, what)
            if number >= stretch.known and fields is not None:
                places.append((row, at))
                wanted.append(np.isin(np.arange(len(FIELDS)), fields).astype(np.float32))
            at += len(example)
    rows, columns = np.array(places, np.int64).reshape(-1, 2).T
    return Wanted(rows, columns, np.array(wanted, np.float32).reshape(-1, len(FIELDS)))
