"""From the trained network to the file that ships: ONNX, eight bits a weight."""

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from torch import Tensor, nn

from assistant.extraction.learned.model import WEIGHTS, laid
from assistant.extraction.learned.windows import Window
from assistant.training.network import HIDDEN, Network
from assistant.training.shipped import Pieces, Shipped
from assistant.training.whole_numbers.converting import in_whole_numbers

_MOST = 127
"""The largest number of eight bits with a sign."""
_TINY = 1e-12
_OPSET = 17
_INPUTS = ["ids", "turns", "wanted", "known"]
_OUTPUTS = ["tags", "polarities", "hedged", "says", "asked"]
"""The product takes them in this order."""


class SmallEmbedding(nn.Module):
    """Embeddings of eight bits, each row with its own scale."""

    def __init__(self, full: Tensor) -> None:
        super().__init__()
        scale = full.abs().amax(dim=1, keepdim=True).clamp(min=_TINY) / _MOST
        self.register_buffer("scale", scale)
        self.register_buffer("small", torch.round(full / scale).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of ids, in full precision."""
        small, scale = self.get_buffer("small"), self.get_buffer("scale")
        return small[ids].float() * scale[ids]


def export(network: Network, folder: Path) -> Path:
    """Write the network in full precision; gives the file."""
    return _write(Shipped(network).eval(), folder)


def export_small(network: Network, folder: Path, windows: Iterable[Window], start: int) -> Path:
    """Write the network with weights of eight bits; gives the file.

    Those of products have seven; what they are multiplied with has eight (``whole_numbers``).
    Weights are rounded so that ``windows`` come out right; ``start`` is the piece that begins
    one.
    """
    shipped = Shipped(network).eval()
    small = in_whole_numbers(shipped, (_pieces(shipped, window, start) for window in windows))
    words = small.embeddings.word_embeddings.weight.detach()
    small.embeddings.word_embeddings = SmallEmbedding(words)
    return _write(small, folder)


def _pieces(shipped: Shipped, window: Window, start: int) -> Pieces:
    ids, turns, _ = (torch.from_numpy(each) for each in laid(window, start))
    return Pieces(ids, turns, torch.arange(len(ids)), turns[:0], _kept(shipped, 0))


def _kept(shipped: Shipped, pieces: int) -> tuple[Tensor, ...]:
    """Keys and values of every layer, for so many pieces before."""
    return tuple(torch.zeros(pieces, HIDDEN) for _ in range(2 * len(shipped.layers)))


def _write(shipped: Shipped, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    turns = torch.arange(70) // 10
    before = 20
    kept = _kept(shipped, before)
    example = Pieces(
        torch.arange(1000, 1050), turns[before:], torch.arange(30), turns[:before], kept
    )
    numbers = range(len(kept))
    inputs = [*_INPUTS, *(f"kept_{number}" for number in numbers)]
    outputs = [*_OUTPUTS, *(f"keep_{number}" for number in numbers)]
    lengths = {
        "pieces": inputs[:2],
        "wanted": ["wanted", *_OUTPUTS],
        "before": inputs[3:],
        "all": outputs[len(_OUTPUTS) :],
    }
    axes = {name: {0: length} for length, names in lengths.items() for name in names}
    path = folder / WEIGHTS
    with _quiet():
        torch.onnx.export(
            shipped,
            (*example[:4], *kept),
            path,
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=_OPSET,
            do_constant_folding=False,  # numbers of sixteen bits stay so in the file
            dynamo=False,
        )
    return path


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the exporters' remarks, none of which is for who trains."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
