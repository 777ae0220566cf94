"""The words of a text with their places, and what their forms have in common."""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_CLITIC = re.compile(r"'(?:s|re|ve|ll|d|m)$")
_ENGLISH = snowballstemmer.stemmer("english")


class Word(NamedTuple):
    """A word in small letters without accents, code points ``[start, end)`` of its text."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(plain(found[0]), *found.span()) for found in _WORD.finditer(text)]


def plain(word: str) -> str:
    """A word in small letters, without accents and without what is drawn to it ("it's")."""
    bare = "".join(sign for sign in normalize("NFKD", word) if not combining(sign))
    return _CLITIC.sub("", bare.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of an English word have in common: "price", "prices" and "priced"."""
    return str(_ENGLISH.stemWord(word))
