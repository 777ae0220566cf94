"""What pieces look at: one operation of ONNX Runtime, for two halves of a window.

A turn's words see no later turn, so the first half need not be compared with the second.
"""

from typing import Any, NamedTuple, cast

import torch
from torch import Tensor

from assistant.training.network import HIDDEN

HEADS = 12


class Halves(NamedTuple):
    """Where a window is cut: the first ``rows`` of what looks see only the first ``keys``."""

    rows: Tensor
    keys: Tensor


def halves_of(turns: Tensor, known: Tensor) -> Halves:
    """Cut where the turn of the middle piece begins; ``known`` are the pieces before."""
    middle = turns[torch.div(_length(turns), 2, rounding_mode="floor")]
    rows = (turns < middle).sum()
    return Halves(rows, rows + _length(known))


def _length(pieces: Tensor) -> Tensor:
    """As a number of the graph, not of the example that it is drawn after."""
    return torch.ones_like(pieces).sum()


def looked(query: Tensor, keys: Tensor, values: Tensor, mask: Tensor, halves: Halves) -> Tensor:
    """(n, HIDDEN) for queries (n, HIDDEN), and keys and values (m, HIDDEN) of what is seen.

    ``mask`` (n, m) is added to how much a piece looks at another.
    """
    rows, seen = halves
    first = _Attention.apply(query[:rows], keys[:seen], values[:seen], mask[:rows, :seen])
    return torch.cat(
        [first, cast("Tensor", _Attention.apply(query[rows:], keys, values, mask[rows:]))]
    )


class _Attention(torch.autograd.Function):
    @staticmethod
    def forward(_context: Any, query: Tensor, keys: Tensor, values: Tensor, mask: Tensor) -> Tensor:
        look = torch.softmax(_by_head(query) @ _by_head(keys).transpose(1, 2) + mask, -1)
        return (look @ _by_head(values)).transpose(0, 1).reshape(-1, query.shape[1])

    @staticmethod
    def symbolic(graph: Any, query: Any, keys: Any, values: Any, mask: Any) -> Any:
        one = graph.op("Constant", value_t=torch.tensor([0]))
        two = graph.op("Constant", value_t=torch.tensor([0, 1]))
        batched = [graph.op("Unsqueeze", each, one) for each in (query, keys, values)]
        name = "com.microsoft::MultiHeadAttention"
        none = _nothing(graph), _nothing(graph)
        bias = graph.op("Unsqueeze", mask, two)
        made = graph.op(name, *batched, *none, bias, num_heads_i=HEADS, scale_f=1.0)
        made.setType(query.type().with_sizes([1, None, HIDDEN]))
        return graph.op("Squeeze", made, one).setType(query.type().with_sizes([None, HIDDEN]))


def _nothing(graph: Any) -> Any:
    """An input that is left out."""
    none = graph.op("prim::Constant")
    none.setType(torch.OptionalType.ofTensor())
    return none


def _by_head(rows: Tensor) -> Tensor:
    return rows.reshape(len(rows), HEADS, -1).transpose(0, 1)
