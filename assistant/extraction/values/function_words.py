"""Tells words that stand for something from words that only hold a sentence together."""

from collections.abc import Sequence
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.words import Word


class _FunctionWords(Frozen):
    articles: tuple[str, ...]
    prepositions: tuple[str, ...]
    conjunctions: tuple[str, ...]
    pronouns: tuple[str, ...]
    verbs: tuple[str, ...]
    adverbs: tuple[str, ...]


@at_loading
def function_words() -> frozenset[str]:
    """All of them, in lower case."""
    data = load_data(_FunctionWords, Path(__file__).with_suffix(".yaml"))
    groups: list[tuple[str, ...]] = list(data.model_dump().values())
    return frozenset(word for group in groups for word in group)


def is_noun_like(words: Sequence[Word], at: int) -> bool:
    """Whether word ``at`` could be the noun that the words before it belong to."""
    if not 0 <= at < len(words):
        return False
    word = words[at]
    return word.is_letters and word.lower not in function_words()
