"""Each row with a scale of its own, the few columns with the largest numbers taken apart.

These are multiplied as they are, as in the paper on LLM.int8(): they would make the steps of all
the others large.
"""

import torch
from torch import Tensor, nn

from assistant.training.whole_numbers.multiplying import (
    STEPS,
    multiplied,
    rounded,
    small_weights,
)

ZERO = 24
"""The number that stands for zero in what ``gelu`` gives, which is never below ``_LOWEST``."""
_LOWEST = -0.17
_LEAST = -_LOWEST * (STEPS - ZERO) / ZERO
"""The least that a row's 1 may be, so that the lowest number fits in."""


class RowRounding(nn.Module):
    """What ``gelu`` gives to whole numbers.

    Gives (n, inputs) of eight bits, and what 1 is in each row, (n, 1): its largest number.
    The columns ``apart`` (k) of ``inputs`` are left out, and given as they are, (n, k).
    """

    def __init__(self, inputs: int, apart: Tensor) -> None:
        super().__init__()
        self.register_buffer("apart", apart)
        self.register_buffer("rest", _rest(inputs, apart))
        _add_steps(self)

    def forward(self, values: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The rows rounded, each by its own largest number."""
        rest = values * self.get_buffer("rest")
        one = torch.clamp(rest.amax(-1, keepdim=True), min=_LEAST)
        return rounded(rest / one, *_steps(self)), one, values[:, self.get_buffer("apart")]


class RowProduct(nn.Module):
    """A linear layer without bias; takes what a ``RowRounding`` of the same columns gives.

    ``weights`` are (outputs, inputs); those of the columns ``apart`` are not rounded. ``seen``
    (inputs, inputs) are sums of products of inputs over some rows.
    """

    def __init__(self, weights: Tensor, seen: Tensor, apart: Tensor) -> None:
        super().__init__()
        rest = _rest(weights.shape[1], apart)
        small, scale = small_weights(weights * rest, seen * rest * rest[:, None])
        self.register_buffer("small", small)
        self.register_buffer("scale", scale)
        self.register_buffer("apart", weights[:, apart].T.contiguous().half())
        self.register_buffer("nothing", torch.zeros(len(weights)))
        _add_steps(self)

    def forward(self, rows: tuple[Tensor, Tensor, Tensor]) -> Tensor:
        """(n, outputs), in full precision."""
        small, scale = self.get_buffer("small"), self.get_buffer("scale")
        product = multiplied(rows[0], small, scale, *_steps(self), self.get_buffer("nothing"))
        return product * rows[1] + rows[2] @ self.get_buffer("apart").float()


def _rest(inputs: int, apart: Tensor) -> Tensor:
    return torch.ones(inputs).index_fill(0, apart, 0.0)


def _add_steps(module: nn.Module) -> None:
    module.register_buffer("step", torch.tensor(1 / (STEPS - ZERO)))
    module.register_buffer("zero", torch.tensor(ZERO, dtype=torch.uint8))


def _steps(module: nn.Module) -> tuple[Tensor, Tensor]:
    return module.get_buffer("step"), module.get_buffer("zero")
