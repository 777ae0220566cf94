"""Detects the language by the share of each language's little words."""

import re
from collections import Counter
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Transcript
from assistant.extraction.data import at_loading, load_data

ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+|n't|'s")
_FEWEST_WORDS = 12
_AHEAD = 1.6
"""Another language must have so many times the little words of English to be believed:
notes mix languages, and a wrong guess would leave a call blank."""
_LEAST_SHARE = 0.18
_READ_TURNS = 400


class _Profiles(Frozen):
    languages: dict[str, frozenset[str]]


@at_loading
def _profiles() -> dict[str, frozenset[str]]:
    return load_data(_Profiles, Path(__file__).with_name("stopwords.yaml")).languages


def language_of(transcript: Transcript) -> str:
    """ISO 639-1 code of the language; "en" where it is unsure."""
    return language_of_text(" ".join(turn.text for turn in transcript.turns[:_READ_TURNS]))


def language_of_text(text: str) -> str:
    """ISO 639-1 code of a text's language; "en" where it is unsure."""
    words = _WORD.findall(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    if len(words) < _FEWEST_WORDS:
        return ENGLISH
    counted = Counter(words)
    scores = {code: sum(counted[word] for word in profile) for code, profile in _profiles().items()}
    best = max(scores, key=lambda code: scores[code])
    sure = scores[best] >= _AHEAD * scores[ENGLISH] and scores[best] >= _LEAST_SHARE * len(words)
    return best if sure else ENGLISH
