"""How far the network's scores are from the labels."""

import torch
from torch import Tensor
from torch.nn import functional

from assistant.training.batches import Batch, Wanted
from assistant.training.examples import UNKNOWN
from assistant.training.network import Scores
from assistant.training.recipe import Recipe


def loss_of(scores: Scores, batch: Batch, recipe: Recipe) -> Tensor:
    """The weighted sum of the heads' losses."""
    device = scores.tags.device
    loss = _among(scores.tags, torch.from_numpy(batch.tags).to(device))
    loss = loss + recipe.qualities * _among(
        scores.polarities, torch.from_numpy(batch.polarities).to(device)
    )
    loss = loss + recipe.qualities * _among(scores.says, torch.from_numpy(batch.says).to(device))
    loss = loss + recipe.qualities * _hedged(
        scores.hedged, torch.from_numpy(batch.hedged).to(device)
    )
    return loss + recipe.questions * (
        _fields(scores.answered, batch.answered) + _fields(scores.asked, batch.asked)
    )


def _among(scores: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy over the pieces whose label is known; 0 where none is."""
    known = wanted != UNKNOWN
    if not bool(known.any()):
        return scores.new_zeros(())
    return functional.cross_entropy(scores[known].float(), wanted[known])


def _hedged(scores: Tensor, wanted: Tensor) -> Tensor:
    known = wanted != UNKNOWN
    if not bool(known.any()):
        return scores.new_zeros(())
    return functional.binary_cross_entropy_with_logits(scores[known].float(), wanted[known].float())


def _fields(scores: Tensor, wanted: Wanted) -> Tensor:
    if not len(wanted.rows):
        return scores.new_zeros(())
    rows, columns, fields = (
        torch.from_numpy(each).to(scores.device)
        for each in (wanted.rows, wanted.columns, wanted.fields)
    )
    return functional.binary_cross_entropy_with_logits(scores[rows, columns].float(), fields)
