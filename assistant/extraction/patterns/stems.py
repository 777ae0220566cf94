"""Stems: one form for "decide", "decides", "decided" and "deciding".

A suffix stripper and a list of irregular forms; the stem need not be a word. Words are
only ever compared with stems made by the same function.
"""

from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data

_VOWELS = frozenset("aeiouy")
_SUFFIXES = ("ing", "ies", "ied", "ed", "es", "s", "e", "y")
_KEPT_WHOLE = ("ss", "us", "is", "ous")


class _Irregular(Frozen):
    irregular: dict[str, tuple[str, ...]]


@at_loading
def _irregular() -> dict[str, str]:
    forms = load_data(_Irregular, Path(__file__).with_name("irregular.yaml")).irregular
    return {form: stem for stem, several in forms.items() for form in several}


def stem(word: str) -> str:
    """The stem of a lower-case word."""
    word = _irregular().get(word, word)
    if len(word) <= 3 or not word.isalpha():
        return word
    for suffix in _SUFFIXES:
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) >= 2 and not (suffix == "s" and word.endswith(_KEPT_WHOLE)):
            if not _VOWELS & set(rest):
                return word
            return _undouble(rest) if suffix in ("ing", "ed") else rest
    return word


def _undouble(rest: str) -> str:
    doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz"
    return rest[:-1] if doubled else rest.removesuffix("e").removesuffix("y")


class Stems:
    """The component that sets every token's lemma to its stem, each word form once."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._known: dict[int, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Write the lemmas."""
        for token in doc:
            norm = token.norm
            known = self._known.get(norm)
            if known is None:
                known = self._known[norm] = self._vocab.strings.add(stem(token.norm_.lower()))
            token.lemma = known
        return doc
