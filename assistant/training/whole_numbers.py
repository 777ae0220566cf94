"""Products of whole numbers: eight bits times seven, each row with a scale of its own.

A row is scaled by what is in it, so that a word's result cannot hang on what else is in the
window. The few columns with the largest numbers are multiplied as they are, as in the paper on
LLM.int8(): they would make the steps of all the others large. Sums of whole numbers are the same
on every CPU as long as none overflows: some CPUs add two products in sixteen bits, which
2 x 255 x 64 fits into.
"""

from typing import Any

import torch
from torch import Tensor, nn

_MOST = 64
"""The largest weight: seven bits with a sign."""
_STEPS = 255
"""Numbers of eight bits that what is multiplied is rounded to, beside 0."""
EVEN, MOSTLY_ABOVE = 128, 24
"""The number that stands for zero: where values lie on both sides of it, and for what
``gelu`` gives, which is never below ``_LEAST``."""
_LEAST = -0.17
_TINY = 1e-9
_DAMPING = 0.01
"""Share of the mean that is added to how much each input counts, so that all count."""


class _Rounded(torch.autograd.Function):
    @staticmethod
    def forward(_context: Any, values: Tensor, step: Tensor, zero: Tensor) -> Tensor:
        return torch.clamp(torch.round(values / step) + zero, 0, _STEPS).to(torch.uint8)

    @staticmethod
    def symbolic(graph: Any, values: Any, step: Any, zero: Any) -> Any:
        rounded = graph.op("QuantizeLinear", values, step, zero)
        return rounded.setType(values.type().with_dtype(torch.uint8))


class _Multiplied(torch.autograd.Function):
    @staticmethod
    def forward(
        _context: Any,
        rows: Tensor,
        weights: Tensor,
        scale: Tensor,
        step: Tensor,
        zero: Tensor,
    ) -> Tensor:
        return (rows.float() - zero) @ weights.float() * (scale * step)

    @staticmethod
    def symbolic(graph: Any, rows: Any, weights: Any, scale: Any, step: Any, zero: Any) -> Any:
        name = "com.microsoft::MatMulIntegerToFloat"
        product = graph.op(name, rows, weights, step, scale, zero)
        return product.setType(scale.type().with_sizes([None, weights.type().sizes()[1]]))


class Rounding(nn.Module):
    """Rows to whole numbers: gives (n, inputs) of eight bits, and what 1 is in each row, (n, 1).

    A row's largest number becomes 1, of which there are as many steps as fit above ``zero``.
    The columns ``apart`` (k) of ``inputs`` are left out, and given as they are, (n, k).
    """

    def __init__(self, inputs: int, apart: Tensor, zero: int) -> None:
        super().__init__()
        self._even = zero == EVEN
        self._least = _TINY if self._even else -_LEAST * (_STEPS - zero) / zero
        self.register_buffer("apart", apart)
        self.register_buffer("rest", _rest(inputs, apart))
        _add_steps(self, zero)

    def forward(self, values: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The rows rounded, each by its own largest number."""
        rest = values * self.get_buffer("rest")
        most = (rest.abs() if self._even else rest).amax(-1, keepdim=True)
        one = torch.clamp(most, min=self._least)
        rounded: Tensor = _Rounded.apply(rest / one, *_steps(self))
        return rounded, one, values[:, self.get_buffer("apart")]


def _rest(inputs: int, apart: Tensor) -> Tensor:
    return torch.ones(inputs).index_fill(0, apart, 0.0)


def _add_steps(module: nn.Module, zero: int) -> None:
    module.register_buffer("step", torch.tensor(1 / (_STEPS - zero)))
    module.register_buffer("zero", torch.tensor(zero, dtype=torch.uint8))


def _steps(module: nn.Module) -> tuple[Tensor, Tensor]:
    return module.get_buffer("step"), module.get_buffer("zero")


class Product(nn.Module):
    """A linear layer without bias; takes what a ``Rounding`` with the same numbers gives.

    ``weights`` are (outputs, inputs); those of the columns ``apart`` are not rounded. ``seen``
    (inputs, inputs) are sums of products of inputs over some rows: the other weights are
    rounded so that such rows come out right.
    """

    def __init__(self, weights: Tensor, seen: Tensor, apart: Tensor, zero: int) -> None:
        super().__init__()
        rest = _rest(weights.shape[1], apart)
        rounded = weights * rest
        scale = rounded.abs().amax(1).clamp(min=_TINY) / _MOST
        small = rounded_weights(rounded / scale[:, None], seen * rest * rest[:, None])
        self.register_buffer("small", small.T.contiguous())
        self.register_buffer("scale", scale)
        self.register_buffer("apart", weights[:, apart].T.contiguous().half())
        _add_steps(self, zero)

    def forward(self, rows: tuple[Tensor, Tensor, Tensor]) -> Tensor:
        """(n, outputs), in full precision."""
        small, scale = self.get_buffer("small"), self.get_buffer("scale")
        product: Tensor = _Multiplied.apply(rows[0], small, scale, *_steps(self))
        return product * rows[1] + rows[2] @ self.get_buffer("apart").float()


def rounded_weights(weights: Tensor, seen: Tensor) -> Tensor:
    """Whole numbers of seven bits for (outputs, inputs), as in the paper on GPTQ.

    One input after another is rounded, those that count most first, and what that changes
    in the outputs is made up for by the inputs still to come.
    """
    order = seen.diagonal().argsort(descending=True)
    counts = seen[order][:, order].double()
    counts += _DAMPING * counts.diagonal().mean().clamp(min=_TINY) * torch.eye(len(counts))
    inverse = torch.cholesky_inverse(torch.linalg.cholesky(counts))
    pull = torch.linalg.cholesky(inverse, upper=True).float()
    left = weights[:, order].clone()
    small = torch.zeros_like(left)
    for at in range(len(order)):
        small[:, at] = left[:, at].round().clamp(-_MOST, _MOST)
        wrong = (left[:, at] - small[:, at]) / pull[at, at]
        left[:, at:] -= wrong[:, None] * pull[at, at:]
    back = order.argsort()
    return small[:, back].to(torch.int8)
