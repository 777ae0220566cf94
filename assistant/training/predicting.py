"""A network run on windows, many at once."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from assistant.extraction.learned.model import Laid, Outputs, cut, laid
from assistant.extraction.learned.windows import Window
from assistant.training.batches import PADDING
from assistant.training.fitting import precision
from assistant.training.network import Exported, Network
from assistant.training.reading import Run

_AT_ONCE = 16


def run_of(network: Network, start: int) -> Run:
    """Runs the network on windows. ``start`` is the piece that begins them."""
    network.eval()
    exported = Exported(network)

    def run(windows: Sequence[Window]) -> Sequence[Sequence[Outputs]]:
        given: list[Sequence[Outputs]] = [()] * len(windows)
        inputs = [laid(window, start) for window in windows]
        by_length = sorted(range(len(windows)), key=lambda place: len(inputs[place].ids))
        for at in range(0, len(by_length), _AT_ONCE):
            places = by_length[at : at + _AT_ONCE]
            outputs = _probabilities(exported, [inputs[place] for place in places])
            for row, place in enumerate(places):
                wanted = inputs[place].wanted
                given[place] = cut(windows[place], *(out[row][wanted] for out in outputs))
        return given

    return run


def _probabilities(exported: Exported, inputs: Sequence[Laid]) -> list[NDArray[np.float32]]:
    device = next(exported.parameters()).device
    shape = (len(inputs), max(len(each.ids) for each in inputs))
    ids, turns = np.zeros(shape, np.int64), np.full(shape, PADDING)
    for row, each in enumerate(inputs):
        ids[row, : len(each.ids)] = each.ids
        turns[row, : len(each.ids)] = each.turns
    with torch.no_grad(), precision(device):
        outputs = exported(*(torch.from_numpy(one).to(device) for one in (ids, turns)))
    return [out.float().cpu().numpy() for out in outputs]
