"""Trackers: words that a team cares about, and where they were said."""

from typing import Literal

from assistant.domain.fields import Side
from assistant.domain.frozen import Frozen

How = Literal["as listed", "inflected", "misspelt"]
"""How like its entry a find is."""


class Tracker(Frozen):
    """A list of words and phrases that a team wants to find in its calls.

    ``words`` are found in every form, ``names`` however they are put together; ``but`` are
    phrases that do not count. ``side`` is whose turns are looked at, None for everybody's.
    """

    id: str
    title: str
    about: str = ""
    side: Side | None = None
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    but: tuple[str, ...] = ()

    @property
    def is_off(self) -> bool:
        """Whether it looks for nothing: a team turns a shipped one off so."""
        return not (self.words or self.names)


class Tracked(Frozen):
    """A find: code points ``[start, end)`` of a turn of a source.

    ``entry`` is the word or phrase of the tracker that it is, ``words`` how it was said.
    For notes, ``source`` is "notes" and ``turn`` the number of the line.
    """

    tracker: str
    entry: str
    how: How
    source: str
    turn: int
    start: int
    end: int
    words: str
    speaker: str | None = None
    side: Side = Side.UNKNOWN
    seconds: float | None = None


class TrackerCount(Frozen):
    """How often a tracker found something, by side, and where, in the order of the call."""

    id: str
    title: str
    total: int
    rep: int
    prospect: int
    other: int
    places: tuple[Tracked, ...] = ()
