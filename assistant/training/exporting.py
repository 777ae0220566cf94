"""From the trained network to the file that ships: ONNX, eight bits a weight."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from assistant.extraction.learned.model import WEIGHTS
from assistant.training.network import Exported, Network

_OPSET = 17
_INPUTS = ["ids", "turns"]
_OUTPUTS = ["tags", "polarities", "hedged", "asked"]
"""The product takes them in this order."""


def export(network: Network, folder: Path) -> Path:
    """Write the network in full precision; gives the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / WEIGHTS
    exported = Exported(network.cpu()).eval()
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


def quantise(full: Path, folder: Path) -> Path:
    """Write the network with weights of eight bits; gives the file.

    The range is reduced, so that the sums of products fit into sixteen bits on CPUs whose
    instructions keep no more: the figures are the same everywhere.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, prepared = folder / WEIGHTS, full.with_suffix(".prepared.onnx")
    with _quiet():
        quant_pre_process(full, prepared, skip_symbolic_shape=True)
        quantize_dynamic(
            prepared, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    prepared.unlink()
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
