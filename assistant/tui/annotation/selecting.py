"""Words of a turn that are being selected, whole words at a time. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_WORD = re.compile(r"\S+")
SHOWN = 2
"""So many words of each end are told of a long selection."""
_EDGES = (
    "\"'()[]{}.,;:!?-\N{HORIZONTAL ELLIPSIS}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
)
"""Marks that belong to no answer where they stand at the edges of its words."""


@dataclass(frozen=True)
class Selection:
    """The words from ``anchor`` to ``head``, both included, of the ``spans`` of a text.

    ``place`` is the key of the turn. ``held`` says that moving extends it.
    """

    place: str
    text: str
    spans: tuple[tuple[int, int], ...]
    anchor: int = 0
    head: int = 0
    held: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The code points ``[start, end)`` that are selected, without marks at their edges."""
        first, last = sorted((self.anchor, self.head))
        start, end = self.spans[first][0], self.spans[last][1]
        words = self.text[start:end]
        inner = words.strip(_EDGES)
        if not inner:
            return start, end
        return start + words.index(inner), start + words.index(inner) + len(inner)

    @property
    def words(self) -> str:
        """What is selected."""
        start, end = self.span
        return self.text[start:end]

    @property
    def in_short(self) -> str:
        """What is selected, without what is between its first and its last words."""
        words = self.words.split()
        if len(words) <= 2 * SHOWN:
            return " ".join(words)
        return " ".join((*words[:SHOWN], "\N{HORIZONTAL ELLIPSIS}", *words[-SHOWN:]))

    def moved(self, by: int, *, extend: bool = False) -> "Selection":
        """The next or previous word; it stays within the turn. ``extend`` keeps the others."""
        return self.at(self.head + by, extend=extend)

    def at(self, word: int, *, extend: bool = False) -> "Selection":
        """That word, or the one nearest to it."""
        head = min(max(0, word), len(self.spans) - 1)
        keeps = extend or self.held
        return replace(self, head=head, anchor=self.anchor if keeps else head)

    def toggled(self) -> "Selection":
        """Hold the words that are selected, or let them go."""
        return replace(self, held=not self.held)


def selection_of(place: str, text: str, start: int = 0, end: int = 0) -> Selection | None:
    """The words that ``[start, end)`` touches, else the first; None for a text without words."""
    spans = tuple(found.span() for found in _WORD.finditer(text))
    if not spans:
        return None
    first, last = _touched(spans, start, end)
    return Selection(place, text, spans, anchor=first, head=last)


def _touched(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    within = [at for at, (low, high) in enumerate(spans) if low < end and start < high]
    return (within[0], within[-1]) if within else (0, 0)
