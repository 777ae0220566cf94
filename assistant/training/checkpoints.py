"""Where a training stands, kept so that it goes on after it was ended."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from assistant.training.examples import Example
from assistant.training.recipe import Recipe
from assistant.training.weights import SHA256

FILE = "checkpoint.pt"


@dataclass(frozen=True, slots=True)
class Standing:
    """``place`` batches of epoch ``epoch`` are done, ``step`` in all, in ``seconds``.

    The rest are the states of what changes with every step. There are none of random
    numbers: those of a step are seeded by its number.
    """

    epoch: int
    place: int
    step: int
    seconds: float
    network: dict[str, Any]
    average: dict[str, Any]
    optimizer: dict[str, Any]


class Checkpoints:
    """The checkpoint in a folder. ``training`` says of which training it has to be."""

    def __init__(self, folder: Path, training: str) -> None:
        self._path = folder / FILE
        self._training = training

    def load(self) -> Standing | None:
        """Where this training stood; None if it did not begin, or the file is another's."""
        import torch

        if not self._path.exists():
            return None
        kept = torch.load(self._path, map_location="cpu", weights_only=True)
        if kept.pop("training") != self._training:
            return None
        return Standing(**kept)

    def save(self, standing: Standing) -> None:
        """Keep it in place of the one before, which stays until this one is whole."""
        import torch

        self._path.parent.mkdir(parents=True, exist_ok=True)
        whole = self._path.with_suffix(".new")
        torch.save({"training": self._training, **asdict(standing)}, whole)
        whole.replace(self._path)


def training_id(recipe: Recipe, calls: Sequence[Sequence[Example]]) -> str:
    """What makes two trainings the same one: recipe, calls and first weights."""
    digest = sha256(f"{recipe.model_dump_json()} {SHA256}".encode())
    for call in calls:
        digest.update(repr(call).encode())
    return digest.hexdigest()
