"""The network as it ships: the same numbers as in training, laid out to be run fast.

It reads one window at a time, on top of what it kept of the pieces before, and says
something only of the pieces that are asked about.
"""

import copy
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers.models.bert.modeling_bert import BertEmbeddings, BertLayer

from assistant.training.attention import HEADS, Halves, halves_of, looked
from assistant.training.network import HIDDEN, POSITIONS, UNSEEN, Network


class Pieces(NamedTuple):
    """What is read: (n) ids, the turn of each, and the places that are asked about (k).

    ``known`` are the turns of the pieces before (m), ``kept`` what was kept of them: keys
    and values of every layer, (m, HIDDEN) each.
    """

    ids: Tensor
    turns: Tensor
    wanted: Tensor
    known: Tensor
    kept: tuple[Tensor, ...]


class Shipped(nn.Module):
    """Gives tags, polarities, hedged, says and asked of the wanted pieces as probabilities.

    After them comes what to keep of all pieces, those before included.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        network = copy.deepcopy(network).cpu()
        encoder = network.encoder
        self.embeddings = cast("BertEmbeddings", encoder.embeddings)
        self.layers = nn.ModuleList(map(Layer, encoder.encoder.layer))
        heads = network.tags, network.polarities, network.hedged, network.says, network.asked
        self._sizes = [head.out_features for head in heads]
        self.heads = nn.Linear(HIDDEN, sum(self._sizes))
        self.heads.weight.data = torch.cat([head.weight.data for head in heads])
        self.heads.bias.data = torch.cat([head.bias.data for head in heads])

    def forward(
        self, ids: Tensor, turns: Tensor, wanted: Tensor, known: Tensor, *kept: Tensor
    ) -> tuple[Tensor, ...]:
        """See ``Pieces``."""
        hidden = self._embedded(ids, known.shape[0])
        unseen = turns[:, None] < torch.cat([known, turns])[None]
        mask = torch.where(unseen, UNSEEN, 0.0)
        halves = halves_of(turns, known)
        keeping: list[Tensor] = []
        for number, layer in enumerate(self.layers):
            rows = wanted if number == len(self.layers) - 1 else None
            hidden, *more = layer(hidden, mask, kept[2 * number : 2 * number + 2], halves, rows)
            keeping += more
        tags, polarities, hedged, says, asked = self.heads(hidden).split(self._sizes, -1)
        return (
            torch.softmax(tags, -1),
            torch.softmax(polarities, -1),
            torch.sigmoid(hedged)[:, 0],
            torch.softmax(says, -1),
            torch.sigmoid(asked),
            *keeping,
        )

    def _embedded(self, ids: Tensor, before: int) -> Tensor:
        made = self.embeddings
        positions = (torch.arange(ids.shape[0]) + before).clamp(max=POSITIONS - 1)
        places = made.position_embeddings.weight + made.token_type_embeddings.weight[0]
        normed: Tensor = made.LayerNorm(made.word_embeddings(ids) + places[positions])
        return normed


class Layer(nn.Module):
    """A layer of the encoder. Biases that change nothing or can join others are left out.

    A key's bias adds the same to all that a piece may look at; a value's goes through
    unchanged, since what a piece looks at adds up to one.
    """

    def __init__(self, layer: BertLayer) -> None:
        super().__init__()
        own, out = layer.attention.self, layer.attention.output
        root = sqrt(HIDDEN // HEADS)
        self.query = _linear(own.query.weight / root, own.query.bias / root)
        self.key, self.value = _linear(own.key.weight), _linear(own.value.weight)
        out_bias = out.dense.bias + out.dense.weight @ own.value.bias
        self.out = _linear(out.dense.weight, out_bias)
        self.up = _linear(layer.intermediate.dense.weight, layer.intermediate.dense.bias)
        self.down = _linear(layer.output.dense.weight)
        self.down_bias = layer.output.dense.bias
        self.norm, self.last_norm = out.LayerNorm, layer.output.LayerNorm
        self.seen, self.looked_at = nn.Identity(), nn.Identity()
        self.normed, self.risen = nn.Identity(), nn.Identity()

    def forward(
        self,
        hidden: Tensor,
        mask: Tensor,
        kept: Sequence[Tensor],
        halves: Halves,
        wanted: Tensor | None,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """The hidden states of the pieces, or of the ``wanted`` ones; keys, and values."""
        given = self.seen(hidden)
        keys = torch.cat([kept[0], self.key(given)])
        values = torch.cat([kept[1], self.value(given)])
        if wanted is not None:
            given, hidden, mask = given[wanted], hidden[wanted], mask[wanted]
            halves = halves._replace(rows=(wanted < halves.rows).sum())
        seen = looked(self.query(given), keys, values, mask, halves)
        hidden = self.norm(self.out(self.looked_at(seen)) + hidden)
        risen = functional.gelu(self.up(self.normed(hidden)))
        return self.last_norm(self.down(self.risen(risen)) + self.down_bias + hidden), keys, values


def _linear(weights: Tensor, bias: Tensor | None = None) -> nn.Module:
    linear = nn.Linear(weights.shape[1], weights.shape[0], bias=bias is not None)
    linear.weight.data = weights.detach()
    if bias is not None:
        linear.bias.data = bias.detach()
    return linear
