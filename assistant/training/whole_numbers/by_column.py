"""Each column with a middle and a width of its own, which training windows show.

Wide columns are narrowed at the cost of the weights that they meet, as in the paper on
SmoothQuant, after their middle is taken away, as in the one on Outlier Suppression+.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from assistant.training.whole_numbers.multiplying import multiplied, rounded, small_weights
from assistant.training.whole_numbers.seen import Seen

_NARROWED = 0.8
"""How much of a column's width its weights take over: 0 nothing, 1 all of it."""
_LEAST_WIDTH, _LEAST_WEIGHT = 1e-3, 1e-4
_ZERO, _ABOVE = 128, 127
"""The number that stands for a column's middle, and the steps from there to its end."""


@dataclass(frozen=True)
class Columns:
    """What stands for 0 in each column, and what a step is, (inputs) each."""

    middle: Tensor
    step: Tensor


def columns_of(seen: Seen, weights: Sequence[Tensor]) -> Columns:
    """For columns as they were seen; ``weights`` (outputs, inputs) are what they meet."""
    middle, half = (seen.greatest + seen.least) / 2, (seen.greatest - seen.least) / 2
    heaviest = torch.stack([each.abs().amax(0) for each in weights]).amax(0)
    narrowed = half.clamp(min=_LEAST_WIDTH) ** _NARROWED
    width = narrowed / heaviest.clamp(min=_LEAST_WEIGHT) ** (1 - _NARROWED)
    return Columns(middle, width * (half / width).max() / _ABOVE)


class ColumnRounding(nn.Module):
    """Rows to whole numbers of eight bits, (n, inputs)."""

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self.register_buffer("steps", 1 / columns.step)
        self.register_buffer("shift", -columns.middle / columns.step)
        _add_one(self)

    def forward(self, values: Tensor) -> Tensor:
        """The rows rounded."""
        inside = values * self.get_buffer("steps") + self.get_buffer("shift")
        return rounded(inside, *_one(self))


class ColumnProduct(nn.Module):
    """A linear layer with a bias; takes what a ``ColumnRounding`` with the same columns gives.

    ``weights`` are (outputs, inputs), ``seen`` the inputs that they are rounded for.
    """

    def __init__(self, weights: Tensor, bias: Tensor, columns: Columns, seen: Seen) -> None:
        super().__init__()
        products = seen.around(columns.middle) / columns.step / columns.step[:, None]
        small, scale = small_weights(weights * columns.step, products)
        self.register_buffer("small", small)
        self.register_buffer("scale", scale)
        self.register_buffer("bias", bias + weights @ columns.middle)
        _add_one(self)

    def forward(self, rows: Tensor) -> Tensor:
        """(n, outputs), in full precision."""
        small, scale = self.get_buffer("small"), self.get_buffer("scale")
        return multiplied(rows, small, scale, *_one(self), self.get_buffer("bias"))


def _add_one(module: nn.Module) -> None:
    module.register_buffer("one", torch.tensor(1.0))
    module.register_buffer("zero", torch.tensor(_ZERO, dtype=torch.uint8))


def _one(module: nn.Module) -> tuple[Tensor, Tensor]:
    return module.get_buffer("one"), module.get_buffer("zero")
