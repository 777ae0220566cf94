"""The English words that the tagger knows whole. Read without loading the tagger."""

import json
from pathlib import Path

PIECES = Path(__file__).with_name("model") / "tokenizer.json"


def whole_words(pieces: Path = PIECES) -> frozenset[str]:
    """Words in small letters, some 20,000; none where the model is not there."""
    try:
        vocabulary = json.loads(pieces.read_text(encoding="utf-8"))["model"]["vocab"]
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset(word for word in vocabulary if word.isalpha())
