"""What both ways do: round, multiply, and choose weights of seven bits."""

from typing import Any, cast

import torch
from torch import Tensor

MOST = 64
"""The largest weight: seven bits with a sign."""
STEPS = 255
"""Numbers of eight bits that what is multiplied is rounded to, beside 0."""
_TINY = 1e-9
_DAMPING = 0.01
"""Share of the mean that is added to how much each input counts, so that all count."""


class _Rounded(torch.autograd.Function):
    @staticmethod
    def forward(_context: Any, values: Tensor, step: Tensor, zero: Tensor) -> Tensor:
        return torch.clamp(torch.round(values / step) + zero, 0, STEPS).to(torch.uint8)

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
        no: Tensor,
        bias: Tensor,
    ) -> Tensor:
        return (rows.float() - zero) @ (weights.float() - no) * (scale * step) + bias

    @staticmethod
    def symbolic(
        graph: Any, rows: Any, weights: Any, scale: Any, step: Any, zero: Any, no: Any, bias: Any
    ) -> Any:
        name = "com.microsoft::MatMulIntegerToFloat"
        product = graph.op(name, rows, weights, step, scale, zero, no, bias)
        return product.setType(scale.type().with_sizes([None, weights.type().sizes()[1]]))


def rounded(values: Tensor, step: Tensor, zero: Tensor) -> Tensor:
    """Whole numbers of eight bits: ``values`` in steps, ``zero`` where they are 0."""
    return cast("Tensor", _Rounded.apply(values, step, zero))


def multiplied(
    rows: Tensor, weights: Tensor, scale: Tensor, step: Tensor, zero: Tensor, bias: Tensor
) -> Tensor:
    """(n, outputs): rows as ``rounded`` gives them (n, inputs) times weights (inputs, outputs).

    ``scale`` (outputs) is what 1 is in a weight.
    """
    no = torch.tensor(0, dtype=torch.int8)
    return cast("Tensor", _Multiplied.apply(rows, weights, scale, step, zero, no, bias))


def small_weights(weights: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
    """Weights (outputs, inputs) as whole numbers (inputs, outputs), and what 1 is, (outputs).

    ``seen`` (inputs, inputs) are sums of products of inputs over some rows: weights are
    rounded so that such rows come out right.
    """
    scale = weights.abs().amax(1).clamp(min=_TINY) / MOST
    return rounded_weights(weights / scale[:, None], seen).T.contiguous(), scale


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
        small[:, at] = left[:, at].round().clamp(-MOST, MOST)
        wrong = (left[:, at] - small[:, at]) / pull[at, at]
        left[:, at:] -= wrong[:, None] * pull[at, at:]
    back = order.argsort()
    return small[:, back].to(torch.int8)
