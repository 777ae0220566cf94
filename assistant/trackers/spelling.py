"""Tells a misspelt word from another word."""

from collections.abc import Collection

from rapidfuzz.distance import DamerauLevenshtein

SHORTEST = 6
"""In shorter words one slip makes another word."""
LONG = 9
"""From so many letters on a word may have two slips."""


def slips_of(word: str) -> int:
    """How many slips a word of this length may have."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) < LONG else 2


def is_misspelt(said: str, meant: str, known: Collection[str]) -> bool:
    """Whether ``said`` is no word of the ``known`` ones, and ``meant`` but for a slip or two.

    A slip is a letter too few, too many, wrong, or two that changed places. The first letter
    is seldom one, and a number never is.
    """
    most = slips_of(meant)
    if not most or said[:1] != meant[:1] or said in known or not said.isalpha():
        return False
    if abs(len(said) - len(meant)) > most or len(said) < SHORTEST:
        return False
    return DamerauLevenshtein.distance(said, meant, score_cutoff=most) <= most
