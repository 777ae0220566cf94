"""A network's products made such of whole numbers."""

import copy
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

import torch
from torch import Tensor, nn

from assistant.training.shipped import Pieces, Shipped
from assistant.training.whole_numbers.by_column import ColumnProduct, ColumnRounding, columns_of
from assistant.training.whole_numbers.by_row import RowProduct, RowRounding
from assistant.training.whole_numbers.seen import Seen


class _Place(NamedTuple):
    """Where numbers are rounded, and for which linear layers."""

    name: str
    layers: tuple[str, ...]


_BY_COLUMN = (
    _Place("seen", ("query", "key", "value")),
    _Place("looked_at", ("out",)),
    _Place("normed", ("up",)),
)
_BY_ROW = _Place("risen", ("down",))
"""Of a few pieces, as that which begins a window, single numbers are a hundred times the others."""
_APART = 28
"""Columns with the largest numbers, which are not rounded there."""


def in_whole_numbers(shipped: Shipped, windows: Iterable[Pieces]) -> Shipped:
    """The network with products of whole numbers, rounded so that ``windows`` come out right."""
    seen = _seen(shipped, windows)
    small = copy.deepcopy(shipped)
    for number, layer in enumerate(small.layers):
        for place in _BY_COLUMN:
            _round_columns(layer, place, seen[number, place.name])
        _round_rows(layer, _BY_ROW, seen[number, _BY_ROW.name])
    small.eval()
    return small


def _round_columns(layer: nn.Module, place: _Place, seen: Seen) -> None:
    linear = {name: _weights(layer, name) for name in place.layers}
    columns = columns_of(seen, [weights for weights, _ in linear.values()])
    setattr(layer, place.name, ColumnRounding(columns))
    for name, (weights, bias) in linear.items():
        setattr(layer, name, ColumnProduct(weights, bias, columns, seen))


def _round_rows(layer: nn.Module, place: _Place, seen: Seen) -> None:
    apart = seen.most.topk(_APART).indices
    setattr(layer, place.name, RowRounding(len(seen.most), apart))
    for name in place.layers:
        weights, _ = _weights(layer, name)
        setattr(layer, name, RowProduct(weights, seen.products, apart))


def _weights(layer: nn.Module, name: str) -> tuple[Tensor, Tensor]:
    linear = layer.get_submodule(name)
    weights: Tensor = linear.get_parameter("weight").detach()
    bias = getattr(linear, "bias", None)
    return weights, torch.zeros(len(weights)) if bias is None else bias.detach()


def _seen(shipped: Shipped, windows: Iterable[Pieces]) -> dict[tuple[int, str], Seen]:
    """By layer and place what linear layers are given in windows."""
    seen: dict[tuple[int, str], Seen] = {}

    def see(place: tuple[int, str], _module: nn.Module, given: tuple[Tensor]) -> None:
        rows = given[0]
        seen.setdefault(place, Seen.nothing(rows.shape[1])).add(rows)

    hooks = [
        layer.get_submodule(place.name).register_forward_pre_hook(
            partial(see, (number, place.name))
        )
        for number, layer in enumerate(shipped.layers)
        for place in (*_BY_COLUMN, _BY_ROW)
    ]
    with torch.no_grad():
        for each in windows:
            shipped(each.ids, each.turns, each.wanted, each.known, *each.kept)
    for hook in hooks:
        hook.remove()
    return seen
