"""The model's file: checked, loaded, run."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from assistant.domain.errors import AssistantError
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.extraction.learned.encoding import Encoder
from assistant.extraction.learned.windows import Window

FOLDER = Path(__file__).with_name("model")
WEIGHTS, PIECES, CARD = "tagger.onnx", "tokenizer.json", "model.json"
_THREADS = 2
"""More gain little on windows this short, and a call leaves the machine its cores."""

Floats = NDArray[np.float32]


class ModelUnusable(AssistantError):
    """The model is missing, damaged, or made for other code. The message says which."""


class Making(Frozen):
    """How a model came about, for people: no code goes by it.

    ``trained_on`` counts calls, notes, turns and answers; ``dev`` are the figures of the
    tagger alone on the development calls, as the evaluation gives them, by group of calls.
    """

    version: str
    base: str
    base_sha256: str
    licence: str
    recipe: dict[str, Any]
    trained_on: dict[str, int]
    dev: dict[str, Any]


class ModelCard(Frozen):
    """What stands beside the weights.

    ``sha256`` are the files' checksums by name. An answer needs at least its field's
    ``thresholds``; ``switch`` is what beginning or ending an answer costs, in nats;
    ``asked`` the probability from which a rep's turn asks for a field.
    """

    fields: tuple[Field, ...]
    sha256: dict[str, str]
    thresholds: dict[Field, float]
    switch: float
    asked: float
    made: Making | None = None


class Outputs(NamedTuple):
    """What the model says of a part: one row a piece, without the marker.

    ``tags`` (n, TAGS), ``polarities`` (n, 3) and ``hedged`` (n) are probabilities;
    ``asked`` (fields) those that a rep's part asks for each field.
    """

    tags: Floats
    polarities: Floats
    hedged: Floats
    asked: Floats


@dataclass(frozen=True)
class Model:
    """The weights in memory. ``checksum`` is their sha256."""

    card: ModelCard
    encoder: Encoder
    checksum: str
    session: onnxruntime.InferenceSession

    def run(self, window: Window) -> tuple[Outputs, ...]:
        """The outputs for every part that is not only context."""
        ids, turns = laid(window, self.encoder.start)
        feed = {
            "ids": np.array([ids], dtype=np.int64),
            "turns": np.array([turns], dtype=np.int64),
        }
        return cut(window, *(out[0] for out in self.session.run(None, feed)))


def laid(window: Window, start: int) -> tuple[list[int], list[int]]:
    """A window as the network takes it: its pieces after the one that begins it, their turns."""
    ids, turns = [start], [0]
    for number, part in enumerate(window.parts):
        ids.extend(part.ids)
        turns.extend([number] * len(part))
    return ids, turns


def cut(
    window: Window, tags: Floats, polarities: Floats, hedged: Floats, asked: Floats
) -> tuple[Outputs, ...]:
    """What the network gave for a window's pieces, for every part that is not only context."""
    at = 1 + sum(len(part) for part in window.parts[: window.known])
    parts: list[Outputs] = []
    for part in window.parts[window.known :]:
        words = slice(at + 1, at + len(part))
        parts.append(Outputs(tags[words], polarities[words], hedged[words], asked[at]))
        at += len(part)
    return tuple(parts)


def load_model(folder: Path = FOLDER) -> Model:
    """The model in a folder. Raises ``ModelUnusable``; takes about a third of a second."""
    card = read_card(folder)
    weights = _checked(folder, WEIGHTS, card)
    pieces = _checked(folder, PIECES, card)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads wait busily within a run, but would keep a core busy between two turns.
    options.add_session_config_entry("session.force_spinning_stop", "1")
    try:
        session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        encoder = Encoder(pieces)
    except Exception as error:
        raise ModelUnusable(f"The model in {folder} cannot be loaded: {error}") from error
    return Model(card, encoder, card.sha256[WEIGHTS], session)


def read_card(folder: Path) -> ModelCard:
    """The card of the model in a folder, without loading it. Raises ``ModelUnusable``."""
    path = folder / CARD
    try:
        read: Any = json.loads(path.read_text(encoding="utf-8"))
        return ModelCard.model_validate(read)
    except FileNotFoundError:
        raise ModelUnusable(f"There is no model in {folder}.") from None
    except (OSError, ValueError) as error:
        raise ModelUnusable(f"The model's card {path} cannot be read: {error}") from error


def _checked(folder: Path, name: str, card: ModelCard) -> bytes:
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise ModelUnusable(f"The model's file {name} cannot be read: {error}") from error
    if sha256(content).hexdigest() != card.sha256.get(name):
        raise ModelUnusable(f"The model's file {folder / name} is not the one that was shipped.")
    return content
