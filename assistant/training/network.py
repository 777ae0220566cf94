"""The network: an encoder whose words see no later turn, and a head for each output."""

from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from assistant.extraction.learned.labels import FIELDS, POLARITIES, SAYS, TAGS
from assistant.training.weights import WEIGHTS

HIDDEN = 384
UNSEEN = -1e4
"""Added to the attention to what may not be seen; sixteen bits hold it."""
POSITIONS = 512
"""The encoder knows so many; a longer window's last pieces share the last one."""


class Scores(NamedTuple):
    """What the heads say of each piece, before softmax or sigmoid: (windows, pieces, ...)."""

    tags: Tensor
    polarities: Tensor
    hedged: Tensor
    says: Tensor
    answered: Tensor
    asked: Tensor


class Network(nn.Module):
    """Encoder and heads. ``base`` is the folder of the weights to start from.

    ``answered``, which fields a turn answers, is there because learning it helps the tags.
    """

    def __init__(self, base: Path, drop: float = 0.0) -> None:
        super().__init__()
        self.encoder = _encoder(base)
        self.drop = nn.Dropout(drop)
        self.tags = nn.Linear(HIDDEN, TAGS)
        self.polarities = nn.Linear(HIDDEN, len(POLARITIES))
        self.hedged = nn.Linear(HIDDEN, 1)
        self.says = nn.Linear(HIDDEN, len(SAYS))
        self.answered = nn.Linear(HIDDEN, len(FIELDS))
        self.asked = nn.Linear(HIDDEN, len(FIELDS))

    def forward(self, ids: Tensor, turns: Tensor) -> Scores:
        """Scores for windows (windows, pieces); ``turns`` numbers them, -1 is padding."""
        positions = torch.arange(ids.shape[1], device=ids.device).clamp(max=POSITIONS - 1)
        encoded = self.encoder(
            input_ids=ids, attention_mask=attention(turns), position_ids=positions[None]
        )
        hidden = self.drop(encoded.last_hidden_state.float())
        return Scores(
            self.tags(hidden),
            self.polarities(hidden),
            self.hedged(hidden)[..., 0],
            self.says(hidden),
            self.answered(hidden),
            self.asked(hidden),
        )


def _encoder(base: Path) -> BertModel:
    config = BertConfig.from_json_file(base / "config.json")
    encoder = BertModel(config, add_pooling_layer=False)
    weights = load_file(base / WEIGHTS)
    encoder.load_state_dict({name: weights[name] for name in encoder.state_dict()})
    return encoder


def attention(turns: Tensor) -> Tensor:
    """(windows, 1, pieces, pieces): 0 where a piece sees another, else very little.

    A piece sees its own turn, those before, and the piece that begins the window.
    """
    seen = (turns[:, :, None] >= turns[:, None, :]) & (turns[:, None, :] >= 0)
    first = torch.arange(turns.shape[1], device=turns.device)[None, None, :] == 0
    return torch.where(seen | first, 0.0, UNSEEN)[:, None]


class Exported(nn.Module):
    """What is shipped: ids and turns in; tags, polarities, hedged, says and asked out.

    All of them are probabilities.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, turns: Tensor) -> tuple[Tensor, ...]:
        """The probabilities, (windows, pieces, ...)."""
        scores = self.network(ids, turns)
        return (
            torch.softmax(scores.tags, -1),
            torch.softmax(scores.polarities, -1),
            torch.sigmoid(scores.hedged),
            torch.softmax(scores.says, -1),
            torch.sigmoid(scores.asked),
        )
