"""Names of products and vendors in a clause, known to a list or not."""

from collections.abc import Iterator
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.function_words import function_words
from assistant.extraction.values.labels.labelling import label_of
from assistant.extraction.values.products.finding import find_methods, find_products
from assistant.extraction.values.words import Words, lower_at, split_words

_MOST_WORDS = 3
"""Words of an unknown name: "Treasure Valley Interiors"."""
_MOST_NAMES = 5
_SENTENCE_ENDS = frozenset(".?!")


class _NameWords(Frozen):
    no_names: frozenset[str]
    after_name: frozenset[str]


@at_loading
def _lists() -> _NameWords:
    return load_data(_NameWords, Path(__file__).with_suffix(".yaml"))


def names_in(text: str, *, methods: bool = False) -> str:
    """The names, joined by "; ": known and capitalised ones, else ways of working.

    ``methods`` names the ways of working besides the products. A clause without any of
    them is labelled by its own words.
    """
    words = split_words(text)
    spots = [(found.start, found.value.text) for found in find_products(text)]
    known = {
        word.start
        for word in words
        for start, name in spots
        if start <= word.start < start + len(name)
    }
    spots += [
        (words[first].start, " ".join(word.text for word in words[first:after]))
        for first, after in capitalised(words)
        if words[first].start not in known
    ]
    if methods or not spots:
        taken = {start for start, _ in spots}
        spots += [(f.start, f.value.text) for f in find_methods(text) if f.start not in taken]
    names = list(dict.fromkeys(name for _, name in sorted(spots)))[:_MOST_NAMES]
    return "; ".join(names) or label_of(text)


def has_names(text: str) -> bool:
    """Whether the text names a product or vendor, known or capitalised."""
    return bool(find_products(text) or any(capitalised(split_words(text))))


def capitalised(words: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that may be a name: the first word, and that after the last."""
    at = 0
    while at < len(words):
        after = at
        while after < len(words) and after - at < _MOST_WORDS and _is_name(words, after, at):
            after += 1
        if after > at:
            yield at, after
        at = max(after, at + 1)


def _is_name(words: Words, at: int, first: int) -> bool:
    word = words[at]
    if not word.is_letters or not word.text[0].isupper() or word.lower in _lists().no_names:
        return False
    if word.lower in function_words():
        return False
    opens = at == first and (at == 0 or words[at - 1].text in _SENTENCE_ENDS)
    return not opens or lower_at(words, at + 1) in _lists().after_name or _is_capital(words, at + 1)


def _is_capital(words: Words, at: int) -> bool:
    return at < len(words) and words[at].is_letters and words[at].text[0].isupper()
