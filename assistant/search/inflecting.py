"""The forms of an English word that a search finds with it: price, prices, priced, pricing.

Forms are made by rule, and kept where the stemmer sees the same word in them. The index of
words stays one of words as they were said: it finds exact words too, and has no other size.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

SHORTEST = 3
"""Words of fewer letters are looked for as they are."""

_ENGLISH = snowballstemmer.stemmer("english")
_DOUBLED = re.compile(r"([bdfgklmnprtvz])\1$")
_DOUBLES = re.compile(r"[^aeiouy][aeiouy][bdfgklmnprtvz]$")


def inflects(text: str) -> bool:
    """Whether a word has forms: an English word without anything else in it."""
    return len(text) >= SHORTEST and text.isascii() and text.isalpha()


@lru_cache(maxsize=1000)
def forms_of(word: str) -> tuple[str, ...]:
    """The word in small letters first, then its other forms; nothing for what has none."""
    if not inflects(word):
        return ()
    small = word.casefold()
    stem = _ENGLISH.stemWord(small)
    made = {form for base in _bases(small) for form in _inflected(base)}
    others = sorted(one for one in made - {small} if _ENGLISH.stemWord(one) == stem)
    return (small, *others)


def _bases(word: str) -> set[str]:
    """What the word may be a form of."""
    bases = {word}
    if word.endswith(("ies", "ied")):
        bases.add(word[:-3] + "y")
    if word.endswith(("es", "ed")):
        bases |= {word[:-2], word[:-1]}
    if word.endswith("s"):
        bases.add(word[:-1])
    if word.endswith("ing"):
        bases |= {word[:-3], word[:-3] + "e"}
    bases |= {base[:-1] for base in bases if _DOUBLED.search(base)}
    return {base for base in bases if len(base) > 1}


def _inflected(base: str) -> Iterator[str]:
    yield base
    yield from (base + ending for ending in ("s", "es", "ed", "ing"))
    if base.endswith("e"):
        yield from (base + "d", base[:-1] + "ing")
    if base.endswith("y"):
        yield from (base[:-1] + "ies", base[:-1] + "ied")
    if _DOUBLES.search(base):
        yield from (base + base[-1] + ending for ending in ("ed", "ing"))
