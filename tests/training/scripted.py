"""A tagger that says what it is told to: the marks, with so much probability."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from assistant.domain.fields import Field
from assistant.domain.marked import MarkedCall
from assistant.extraction.learned.encoding import Encoder, Part
from assistant.extraction.learned.labels import FIELDS, OUTSIDE, POLARITIES, SAYS, TAGS
from assistant.extraction.learned.model import Outputs
from assistant.extraction.learned.windows import Window
from assistant.training.examples import Example, examples_of
from assistant.training.reading import ReadCall, read_calls

Asked = Mapping[int, frozenset[Field]]


def read_as_marked(
    call: MarkedCall,
    encoder: Encoder,
    sure: Callable[[int], float],
    asked: Asked | None = None,
) -> ReadCall:
    """The call, read by a tagger that gives the marked tags of a field this probability."""
    examples = iter(examples_of(call, encoder, asked or {}))

    def run(windows: Sequence[Window]) -> Sequence[Sequence[Outputs]]:
        return [
            [_outputs(part, next(examples), sure) for part in window.parts[window.known :]]
            for window in windows
        ]

    [read] = read_calls([call], encoder, run)
    return read


def _outputs(part: Part, example: Example, sure: Callable[[int], float]) -> Outputs:
    assert part.ids == example.ids
    words = example.labels[1:]
    tags = np.zeros((len(words), TAGS), np.float32)
    polarities = np.zeros((len(words), len(POLARITIES)), np.float32)
    says = np.zeros((len(words), len(SAYS)), np.float32)
    for row, label in enumerate(words):
        share = 1.0 if label.tag == OUTSIDE else sure((label.tag - 1) // 2)
        tags[row, OUTSIDE] = 1 - share
        tags[row, label.tag] += share
        polarities[row, max(0, label.polarity)] = 1
        says[row, max(0, label.say)] = 1
    hedged = np.array([label.hedged == 1 for label in words], np.float32)
    wanted = np.isin(np.arange(len(FIELDS)), example.asked or ()).astype(np.float32)
    return Outputs(tags, polarities, hedged, says, wanted * np.float32(0.9))
