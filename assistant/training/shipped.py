"""The network as it ships: the same numbers as in training, laid out to be run fast.

It reads one window at a time, on top of what it kept of the pieces before, and says
something only of the pieces that are asked about.
"""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from typing import Any, NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers.models.bert.modeling_bert import BertEmbeddings, BertLayer

from assistant.training.network import HIDDEN, POSITIONS, UNSEEN, Network
from assistant.training.whole_numbers import EVEN, MOSTLY_ABOVE, Product, Rounding

HEADS = 12


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
        keeping: list[Tensor] = []
        for number, layer in enumerate(self.layers):
            rows = wanted if number == len(self.layers) - 1 else None
            hidden, *more = layer(hidden, mask, kept[2 * number : 2 * number + 2], rows)
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
        self.query = _bare(own.query.weight / root)
        self.key, self.value = _bare(own.key.weight), _bare(own.value.weight)
        self.out = _bare(out.dense.weight)
        self.up, self.down = (
            _bare(layer.intermediate.dense.weight),
            _bare(layer.output.dense.weight),
        )
        self.query_bias = nn.Parameter(own.query.bias.detach() / root)
        self.out_bias = nn.Parameter((out.dense.bias + out.dense.weight @ own.value.bias).detach())
        self.up_bias = layer.intermediate.dense.bias
        self.down_bias = layer.output.dense.bias
        self.norm, self.last_norm = out.LayerNorm, layer.output.LayerNorm
        self.seen, self.looked_at = nn.Identity(), nn.Identity()
        self.normed, self.risen = nn.Identity(), nn.Identity()

    def forward(
        self, hidden: Tensor, mask: Tensor, kept: Sequence[Tensor], wanted: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """The hidden states of the pieces, or of the ``wanted`` ones; keys, and values."""
        given = self.seen(hidden)
        keys = torch.cat([kept[0], self.key(given)])
        values = torch.cat([kept[1], self.value(given)])
        if wanted is not None:
            given, hidden, mask = _rows(given, wanted), hidden[wanted], mask[wanted]
        query = _by_head(self.query(given) + self.query_bias)
        look = torch.softmax(query @ _by_head(keys).transpose(1, 2) + mask, -1)
        looked = (look @ _by_head(values)).transpose(0, 1).reshape(-1, HIDDEN)
        hidden = self.norm(self.out(self.looked_at(looked)) + self.out_bias + hidden)
        risen = functional.gelu(self.up(self.normed(hidden)) + self.up_bias)
        return self.last_norm(self.down(self.risen(risen)) + self.down_bias + hidden), keys, values


def _bare(weights: Tensor) -> nn.Module:
    linear = nn.Linear(weights.shape[1], weights.shape[0], bias=False)
    linear.weight.data = weights.detach()
    return linear


def _by_head(rows: Tensor) -> Tensor:
    return rows.reshape(-1, HEADS, HIDDEN // HEADS).transpose(0, 1)


def _rows(given: Any, wanted: Tensor) -> Any:
    """The wanted rows of numbers, or of whole numbers and what 1 is in each row."""
    return tuple(each[wanted] for each in given) if isinstance(given, tuple) else given[wanted]


@dataclass
class Seen:
    """What linear layers were given: each column's largest number, sums of columns' products."""

    most: Tensor
    products: Tensor

    def add(self, rows: Tensor) -> None:
        """See more rows."""
        self.most = torch.maximum(self.most, rows.abs().amax(0))
        self.products = self.products + rows.T @ rows


class _Place(NamedTuple):
    """Where numbers are rounded, for which linear layers, and how."""

    name: str
    layers: tuple[str, ...]
    zero: int = EVEN


_APART = 28
"""Columns with the largest numbers, which are not rounded: as many as a file of 25 MB holds."""
_PLACES = (
    _Place("seen", ("query", "key", "value")),
    _Place("looked_at", ("out",)),
    _Place("normed", ("up",)),
    _Place("risen", ("down",), zero=MOSTLY_ABOVE),
)


def in_whole_numbers(shipped: Shipped, windows: Iterable[Pieces]) -> Shipped:
    """The network with products of whole numbers, rounded so that ``windows`` come out right."""
    seen = _seen(shipped, windows)
    small = copy.deepcopy(shipped)
    for number, layer in enumerate(small.layers):
        for place in _PLACES:
            _round(layer, place, seen[number, place.name])
    small.eval()
    return small


def _round(layer: nn.Module, place: _Place, seen: Seen) -> None:
    apart = seen.most.topk(_APART).indices
    setattr(layer, place.name, Rounding(len(seen.most), apart, place.zero))
    for name in place.layers:
        weights = layer.get_submodule(name).weight.detach()
        setattr(layer, name, Product(weights, seen.products, apart, place.zero))


def _seen(shipped: Shipped, windows: Iterable[Pieces]) -> dict[tuple[int, str], Seen]:
    """By layer and place what linear layers are given in windows."""
    places = [(number, place.name) for number in range(len(shipped.layers)) for place in _PLACES]
    seen = {place: Seen(torch.zeros(()), torch.zeros(())) for place in places}

    def see(place: tuple[int, str], _module: nn.Module, given: tuple[Tensor]) -> None:
        seen[place].add(given[0])

    hooks = [
        shipped.layers[number]
        .get_submodule(name)
        .register_forward_pre_hook(partial(see, (number, name)))
        for number, name in places
    ]
    with torch.no_grad():
        for each in windows:
            shipped(each.ids, each.turns, each.wanted, each.known, *each.kept)
    for hook in hooks:
        hook.remove()
    return seen
