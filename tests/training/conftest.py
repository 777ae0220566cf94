"""Pieces small enough to know by heart."""

import string
from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from assistant.extraction.learned.encoding import Encoder
from assistant.extraction.learned.labels import MARKERS, NOTE_MARKER
from assistant.training.augmenting import Pieces

SIGNS = (*string.punctuation, "\N{HORIZONTAL ELLIPSIS}", "\N{EM DASH}", "\N{EN DASH}")
WORDS = (
    *("um", "uh", "you", "know", "like", "mean", "so", "well", "right", "er"),
    *("forty", "##ish", "grand", "ana", "signs", "it", "maybe", "budget", "who"),
    *("5", "7", "20", "30", "40", "45", "500", "900", "777"),
)


def vocabulary() -> dict[str, int]:
    """Markers, signs, letters, and some whole words and numbers."""
    letters = (*string.ascii_lowercase, *string.digits)
    pieces = [
        *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"),
        *(*MARKERS.values(), NOTE_MARKER),
        *SIGNS,
        *letters,
        *(f"##{letter}" for letter in letters),
        *WORDS,
    ]
    return {piece: number for number, piece in enumerate(dict.fromkeys(pieces))}


@pytest.fixture(scope="session")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a tokenizer that cuts unknown words into letters."""
    unknown = {"unk_token": "[UNK]"}
    cutting = Tokenizer(models.WordPiece(vocabulary(), **unknown))
    cutting.normalizer = normalizers.BertNormalizer(lowercase=True)
    cutting.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    path = tmp_path_factory.mktemp("pieces") / "tokenizer.json"
    cutting.save(str(path))
    return path


@pytest.fixture(scope="session")
def encoder(tokenizer: Path) -> Encoder:
    return Encoder(tokenizer.read_bytes())


@pytest.fixture(scope="session")
def pieces(tokenizer: Path) -> Pieces:
    return Pieces(tokenizer)
