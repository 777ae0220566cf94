"""From the trained network to the file that ships: ONNX, eight bits a weight."""

import copy
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantFormat
from onnxruntime.quantization.matmul_nbits_quantizer import (
    DefaultWeightOnlyQuantConfig,
    MatMulNBitsQuantizer,
)
from torch import Tensor, nn

from assistant.extraction.learned.model import WEIGHTS
from assistant.training.network import Exported, Network

_MOST = 127
"""The largest number of eight bits with a sign."""
_TINY = 1e-12
_BLOCK = 64
"""Weights that share a scale: shorter ones cost time and size, and gain nothing."""
_SUMS_OF_INTEGERS = 4
"""ONNX Runtime's accuracy level at which eight bits are multiplied with eight."""
_OPSET = 17
_INPUTS = ["ids", "turns"]
_OUTPUTS = ["tags", "polarities", "hedged", "asked"]
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


def export(network: Network, folder: Path, *, small: bool = False) -> Path:
    """Write the network in full precision; gives the file. ``small`` embeddings have 8 bits."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / WEIGHTS
    network = copy.deepcopy(network).cpu()
    if small:
        embeddings = network.encoder.embeddings
        embeddings.word_embeddings = SmallEmbedding(embeddings.word_embeddings.weight.detach())
    exported = Exported(network).eval()
    ids = torch.randint(1000, 20000, (1, 50))
    turns = torch.arange(50)[None] // 10
    axes = {name: {0: "windows", 1: "pieces"} for name in (*_INPUTS, *_OUTPUTS)}
    with _quiet():
        torch.onnx.export(
            exported,
            (ids, turns),
            path,
            input_names=_INPUTS,
            output_names=_OUTPUTS,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
    return path


def export_small(network: Network, folder: Path) -> Path:
    """Write the network with weights of eight bits; gives the file.

    Weights have a scale for every ``_BLOCK`` of them, and so has what they are multiplied
    with, in each row by itself. One scale for all of it, as in plain dynamic quantisation,
    lets a word's answer hang on what else is in the window, and turns one answer in ten
    into another. Sums of whole numbers are the same on every CPU.
    """
    path = export(network, folder, small=True)
    with _quiet():
        config = DefaultWeightOnlyQuantConfig(
            block_size=_BLOCK,
            is_symmetric=True,
            accuracy_level=_SUMS_OF_INTEGERS,
            quant_format=QuantFormat.QOperator,
            op_types_to_quantize=("MatMul",),
            bits=8,
        )
        full = onnx.load(path)
        heads = [node.name for node in full.graph.node if "/encoder/" not in node.name]
        quantizer = MatMulNBitsQuantizer(full, nodes_to_exclude=heads, algo_config=config)
        quantizer.process()
        quantizer.model.save_model_to_file(str(path), False)
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
