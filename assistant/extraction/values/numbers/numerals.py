"""The words of numbers, from ``numerals.yaml``."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.extraction.data import at_loading, load_data


class Numerals(Frozen):
    """What each word counts for; the sections are explained in the file."""

    digits: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    hundred: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    capital_suffixes: dict[str, int]
    dozens: dict[str, int]
    few: dict[str, tuple[int, int]]
    parts: dict[str, float]
    joiners: frozenset[str]
    weak_joiners: frozenset[str]
    openers: frozenset[str]

    @cached_property
    def starters(self) -> frozenset[str]:
        """The words that a number can begin with, besides "a" and digits."""
        groups = (self.digits, self.teens, self.tens, self.hundred, self.dozens, self.few)
        words = {word for group in groups for word in group} | set(self.parts)
        return frozenset(words | {"thousand", "million", "billion", "lakh", "crore"})


@at_loading
def numerals() -> Numerals:
    """The shipped numerals."""
    return load_data(Numerals, Path(__file__).with_suffix(".yaml"))
