"""The model's file: checked, loaded, run."""

import json
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from assistant.domain.errors import AssistantError
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.extraction.learned.encoding import Encoder, Part
from assistant.extraction.learned.windows import Kept, Window

FOLDER = Path(__file__).with_name("model")
WEIGHTS, PIECES, CARD = "tagger.onnx", "tokenizer.json", "model.json"
_AT_ONCE = 2
"""Windows that are read side by side, each by one thread: more threads for one window wait
for each other more than they gain, and a call leaves the machine its cores."""

_SAID = 5
"""So many outputs say something of the wanted pieces; the others are to be kept."""
NOTHING = Kept()

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


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
    """What the model says of a part: one row a piece, without the marker; none of a rep's.

    ``tags`` (n, TAGS), ``polarities`` (n, 3), ``hedged`` (n) and ``says`` (n, SAYS) are
    probabilities, the last of words about authority only;
    ``asked`` (fields) those that a rep's part asks for each field.
    """

    tags: Floats
    polarities: Floats
    hedged: Floats
    says: Floats
    asked: Floats


Read = tuple[tuple[Outputs, ...], Kept]
"""What ``Model.run`` gives."""


class Laid(NamedTuple):
    """A window as the network takes it: its pieces after the one that begins it.

    ``turns`` number the pieces' parts; ``wanted`` are the places that it is asked about.
    """

    ids: Ints
    turns: Ints
    wanted: Ints


@dataclass(frozen=True)
class Model:
    """The weights in memory. ``checksum`` is their sha256."""

    card: ModelCard
    encoder: Encoder
    checksum: str
    session: onnxruntime.InferenceSession

    def run(self, window: Window, kept: Kept = NOTHING) -> Read:
        """The outputs for every part that is not only context, and what to keep of the window.

        What is ``kept`` of a window that began alike is not read again.
        """
        ids, turns, wanted = laid(window, self.encoder.start)
        known = kept.shared(window)
        states = kept.states if known else self._nothing_kept
        feed: dict[str, Ints | Floats] = {
            "ids": ids[known:],
            "turns": turns[known:],
            "wanted": wanted - known,
            "known": turns[:known],
        }
        feed |= {f"kept_{number}": each[:known] for number, each in enumerate(states)}
        given = self.session.run(None, feed)
        return cut(window, *given[:_SAID]), Kept(window.parts, tuple(given[_SAID:]))

    def begin(self, window: Window, before: Kept | Future[Read]) -> Future[Read]:
        """Begin to read a window beside what the caller does meanwhile.

        It is read on top of what is kept of the one ``before``, which may still be read.
        """
        return self._readers.submit(self._on_top, window, before)

    def _on_top(self, window: Window, before: Kept | Future[Read]) -> Read:
        """Those who wait hold a thread, but the one waited for was begun sooner: it has one."""
        return self.run(window, before if isinstance(before, Kept) else before.result()[1])

    @cached_property
    def _readers(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(_AT_ONCE, "tagger")

    @cached_property
    def _nothing_kept(self) -> tuple[Floats, ...]:
        kept = (each for each in self.session.get_inputs() if each.name.startswith("kept_"))
        return tuple(np.zeros((0, each.shape[1]), np.float32) for each in kept)


def laid(window: Window, start: int) -> Laid:
    """The window as numbers. ``start`` is the piece that begins it."""
    ids, turns = [start], [0]
    for number, part in enumerate(window.parts):
        ids.extend(part.ids)
        turns.extend([number] * len(part))
    wanted = chain.from_iterable(
        range(at, at + _asked_about(part))
        for at, part in zip(window.starts, window.parts, strict=False)
    )
    new = (place for place in wanted if place >= window.starts[window.known])
    return Laid(*(np.array(list(each), np.int64) for each in (ids, turns, new)))


def cut(
    window: Window,
    tags: Floats,
    polarities: Floats,
    hedged: Floats,
    says: Floats,
    asked: Floats,
) -> tuple[Outputs, ...]:
    """What the network said of the wanted pieces, for every part that is not only context."""
    at, parts = 0, list[Outputs]()
    for part in window.parts[window.known :]:
        after = at + _asked_about(part)
        words = slice(at + 1, after)
        meant = polarities[words], hedged[words], says[words]
        parts.append(Outputs(tags[words], *meant, asked[at]))
        at = after
    return tuple(parts)


def _asked_about(part: Part) -> int:
    """How many pieces of a part the network is asked about: the marker, and its words."""
    return 1 if part.by_rep else len(part)


def load_model(folder: Path = FOLDER) -> Model:
    """The model in a folder. Raises ``ModelUnusable``; takes about a third of a second."""
    card = read_card(folder)
    weights = _checked(folder, WEIGHTS, card)
    pieces = _checked(folder, PIECES, card)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # one is kept for every length of windows
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
