"""The folder of a model: written whole, and not replaced by a worse one."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

from assistant.domain.errors import AssistantError
from assistant.extraction.learned.model import (
    CARD,
    PIECES,
    WEIGHTS,
    ModelCard,
    ModelUnusable,
    read_card,
)

LICENCE = "LICENSE"
_LICENCE_TEXT = Path(__file__).with_name("base_licence.txt")
CLOSE = 0.005
"""The figures of the eight-bit weights are nearer than this to those of the full ones."""


class NotKept(AssistantError):
    """The new model does not replace the one that is there. The message says why."""


def write_model(folder: Path, base: Path, card: ModelCard) -> ModelCard:
    """Put beside the weights in a folder what belongs to them: pieces, licence, card.

    Gives the card as it is written, with the files' checksums.
    """
    shutil.copyfile(base / PIECES, folder / PIECES)
    shutil.copyfile(_LICENCE_TEXT, folder / LICENCE)
    sums = {name: _sha256(folder / name) for name in (WEIGHTS, PIECES)}
    whole = card.model_copy(update={"sha256": sums})
    text = json.dumps(whole.model_dump(mode="json"), indent=2, ensure_ascii=False)
    (folder / CARD).write_text(text + "\n", encoding="utf-8", newline="\n")
    return whole


def why_not(new: ModelCard, folder: Path, difference: float) -> tuple[str, ...]:
    """What speaks against putting a new model into the folder, in words."""
    against: list[str] = []
    if difference >= CLOSE:
        against.append(
            f"its figures in eight bits are {difference:.4f} away from those in full precision; "
            f"less than {CLOSE} is wanted"
        )
    before, now = _answers_f1(_card_in(folder)), _answers_f1(new)
    if before > now:
        against.append(
            f"its F1 of answers on the development calls is {now:.4f}, "
            f"that of the model in {folder} is {before:.4f}"
        )
    return tuple(against)


def keep(candidate: Path, folder: Path) -> None:
    """Put the candidate's files into the folder; the card last, which vouches for the others."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (WEIGHTS, PIECES, LICENCE, CARD):
        whole = folder / f"{name}.new"
        shutil.copyfile(candidate / name, whole)
        whole.replace(folder / name)


def _card_in(folder: Path) -> ModelCard | None:
    try:
        return read_card(folder)
    except ModelUnusable:
        return None


def _answers_f1(card: ModelCard | None) -> float:
    """0 for a model that says nothing of its figures."""
    if card is None or card.made is None:
        return 0.0
    return float(card.made.dev["all"]["answers"]["f1"])


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
