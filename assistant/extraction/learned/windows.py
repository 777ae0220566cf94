"""Windows: how a talk is laid before the tagger, the same turn by turn and as a whole.

A window is a stretch of talk that is encoded at once. Words see their own turn and the
turns before it, never a later one: so a turn is tagged alike whether the talk has just
come that far or is read from a file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from assistant.domain.fields import Kind, Side
from assistant.extraction.learned.encoding import Part

LONGEST = 320
"""Pieces in a window."""
PLACE = "place"
"""The key of ``doc.user_data`` under which the reader says where in a talk a turn stands."""
CONTEXT = 64
"""Pieces of the talk before, at most, that a new window begins with."""


@dataclass(frozen=True, slots=True)
class Window:
    """Parts in a row; the first ``known`` of them are there for context only."""

    parts: tuple[Part, ...]
    known: int

    @property
    def starts(self) -> tuple[int, ...]:
        """The place of each part's first piece, then the place after the last piece."""
        return tuple(accumulate(map(len, self.parts), initial=1))


@dataclass(frozen=True, slots=True)
class Kept:
    """What the network keeps of the pieces of ``parts``, so that none is read twice.

    ``states`` have a row for each piece, the one that begins the window included.
    """

    parts: tuple[Part, ...] = ()
    states: tuple[NDArray[np.float32], ...] = ()

    def shared(self, window: Window) -> int:
        """How many pieces of a window are kept: those of the first parts, if they are the same."""
        count = 0
        for mine, other in zip(self.parts, window.parts[: window.known], strict=False):
            if mine is not other:
                break
            count += 1
        return window.starts[count] if count else 0


@dataclass(slots=True)
class Talk:
    """One source so far: the window that its last turn stands in, and what is kept of it."""

    kept: Kept = field(default_factory=Kept)
    _parts: list[tuple[int, Part]] = field(default_factory=list)

    def add(self, index: int, parts: Sequence[Part]) -> tuple[Window, ...]:
        """The windows of turn ``index``, one a part, whose last part it is.

        An index that was there before (a note line that changed) takes that one's place.
        """
        here = [each for each in self._parts if each[0] < index]
        later = [each for each in self._parts if each[0] > index]
        windows: list[Window] = []
        for part in parts:
            here = [*here[_first(here, len(part)) :], (index, part)]
            windows.append(Window(tuple(each for _, each in here), known=len(here) - 1))
        self._parts = [*here, *later]
        return tuple(windows)


@dataclass(frozen=True, slots=True)
class Place:
    """A turn's place: its number in the ``talk``, and who speaks."""

    talk: Talk
    index: int
    side: Side
    kind: Kind


def _first(parts: Sequence[tuple[int, Part]], more: int) -> int:
    """From which part on a window that takes ``more`` pieces goes on, or begins anew."""
    if sum(len(part) for _, part in parts) + more < LONGEST:
        return 0
    room, first = CONTEXT, len(parts)
    while first and len(parts[first - 1][1]) <= room:
        first -= 1
        room -= len(parts[first][1])
    return first


def together(windows: Sequence[Window]) -> list[tuple[Window, list[int]]]:
    """Windows of turns in a row, joined where one goes on the other.

    Gives each joined window with the places in ``windows`` that it covers.
    """
    joined: list[tuple[Window, list[int]]] = []
    for place, window in enumerate(windows):
        if joined and _goes_on(window, joined[-1][0]):
            last, places = joined[-1]
            joined[-1] = Window(window.parts, last.known), [*places, place]
        else:
            joined.append((window, [place]))
    return joined


def _goes_on(window: Window, last: Window) -> bool:
    """Whether what is known in a window is all of the one before."""
    return len(last.parts) == window.known and last.parts[0] is window.parts[0]
