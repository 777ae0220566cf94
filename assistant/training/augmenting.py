"""Turns said in another way: as speech recognition writes them, with other numbers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from tokenizers import Tokenizer as PieceTokenizer

from assistant.extraction.learned.labels import FIELDS, OUTSIDE, begins, goes_on
from assistant.training.examples import MARKER, Example, Labels
from assistant.training.recipe import Recipe

_PUNCTUATION = ',.?!;:-"\N{HORIZONTAL ELLIPSIS}\N{EM DASH}\N{EN DASH}'
_FILLERS = ("um", "uh", "you know", "like", "i mean", "so", "well", "right", "er")
_LOST = 0.9
"""Share of the punctuation that is lost in an unpunctuated turn."""
_FILLED = 0.03
"""Share of the pieces of a filled turn that a filler comes before."""
_RENUMBERED = 0.7
"""Share of the numbers of a renumbered turn that become others."""
_BEGINNINGS = frozenset(begins(field) for field in range(len(FIELDS)))
_GOING_ON = frozenset(goes_on(field) for field in range(len(FIELDS)))

Piece = tuple[int, Labels]


class Pieces:
    """What has to be known of the pieces to change words: which are what."""

    def __init__(self, tokenizer: Path) -> None:
        pieces = PieceTokenizer.from_file(str(tokenizer))
        vocabulary = pieces.get_vocab()
        self.mask: int = vocabulary["[MASK]"]
        self.punctuation = frozenset(vocabulary[sign] for sign in _PUNCTUATION)
        self.fillers = tuple(
            tuple(vocabulary[word] for word in filler.split()) for filler in _FILLERS
        )
        numbers = {
            number: word
            for word, number in sorted(vocabulary.items())
            if word.isascii() and word.isdigit() and not word.startswith("0")
        }
        self.alike = {number: _alike(word, numbers) for number, word in numbers.items()}
        """For each number, those that may stand in its place: as long, and round if it is."""


def _alike(word: str, numbers: dict[int, str]) -> tuple[int, ...]:
    return tuple(
        number
        for number, other in numbers.items()
        if len(other) == len(word) and (other.endswith("0") or not word.endswith("0"))
    )


class Augmenter:
    """Changes some of the turns, the labels with them."""

    def __init__(self, recipe: Recipe, pieces: Pieces) -> None:
        self._recipe = recipe
        self._pieces = pieces

    def call(self, examples: tuple[Example, ...], random: Random) -> tuple[Example, ...]:
        """The call with some of its turns changed, or as it is."""
        if random.random() >= self._recipe.changed_calls:
            return examples
        return tuple(
            self.turn(each, random) if random.random() < self._recipe.changed_turns else each
            for each in examples
        )

    def turn(self, example: Example, random: Random) -> Example:
        """The turn, changed in some of the ways."""
        words: Iterator[Piece] = zip(example.ids[1:], example.labels[1:], strict=True)
        if random.random() < self._recipe.unpunctuated:
            words = self._unpunctuated(words, random)
        if random.random() < self._recipe.filled:
            words = self._filled(words, random)
        if random.random() < self._recipe.renumbered:
            words = self._renumbered(words, random)
        changed = tuple(words)
        return replace(
            example,
            ids=(example.ids[0], *(piece for piece, _ in changed)),
            labels=(MARKER, *(labels for _, labels in changed)),
        )

    def _unpunctuated(self, words: Iterator[Piece], random: Random) -> Iterator[Piece]:
        lost = OUTSIDE
        for piece, labels in words:
            if piece in self._pieces.punctuation and random.random() < _LOST:
                lost = labels.tag if labels.tag in _BEGINNINGS else OUTSIDE
                continue
            # An answer that began with a lost sign begins with the word after it.
            begun = lost != OUTSIDE and labels.tag == lost + 1
            yield piece, labels._replace(tag=lost) if begun else labels
            lost = OUTSIDE

    def _filled(self, words: Iterator[Piece], random: Random) -> Iterator[Piece]:
        for piece, labels in words:
            if random.random() < _FILLED:
                within = labels if labels.tag in _GOING_ON else Labels(OUTSIDE)
                yield from ((filler, within) for filler in random.choice(self._pieces.fillers))
            yield piece, labels

    def _renumbered(self, words: Iterator[Piece], random: Random) -> Iterator[Piece]:
        for piece, labels in words:
            alike = self._pieces.alike.get(piece)
            changed = alike is not None and random.random() < _RENUMBERED
            yield (random.choice(alike) if alike and changed else piece), labels
