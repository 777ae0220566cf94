"""Finds the trades that a text names."""

from functools import cached_property
from pathlib import Path

from assistant.domain.frozen import Frozen
from assistant.domain.values import Label
from assistant.extraction.data import at_loading, load_data
from assistant.extraction.values.found import Found
from assistant.extraction.values.words import Phrases, split_words


class Trades(Frozen):
    """Kinds of companies; the groups only keep the file in order."""

    made_and_grown: tuple[str, ...]
    built_and_kept: tuple[str, ...]
    sold_and_moved: tuple[str, ...]
    cared_and_taught: tuple[str, ...]
    advised_and_insured: tuple[str, ...]

    @cached_property
    def all(self) -> Phrases[str]:
        """All of them."""
        groups: list[tuple[str, ...]] = list(self.model_dump().values())
        return Phrases((name, name) for names in groups for name in names)


@at_loading
def trades() -> Trades:
    """The shipped trades."""
    return load_data(Trades, Path(__file__).with_name("trades.yaml"))


def find_trades(text: str) -> tuple[Found[Label], ...]:
    """Kinds of companies, left to right, the longest each, as they were said."""
    words = split_words(text)
    found: list[Found[Label]] = []
    for _, first, after in trades().all.all(words):
        start, end = words[first].start, words[after - 1].end
        raw = text[start:end]
        found.append(Found(start=start, end=end, value=Label(text=raw, raw=raw)))
    return tuple(found)
