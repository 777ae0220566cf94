"""What a person puts beside a turn after the call: a bookmark, who really spoke."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal
from uuid import UUID

from assistant.domain.fields import Side
from assistant.domain.frozen import Frozen
from assistant.domain.people import Who


class TurnMark(Frozen):
    """A person's act on a turn; append-only, of a turn and kind the latest counts.

    ``text`` is a bookmark's label or the speaker's name, None where the turn has none any
    more: no bookmark, the speaker as it was transcribed. ``side`` is the speaker's.
    ``takes_back`` is the mark that this one undoes.
    """

    id: UUID
    call_id: UUID
    source: str
    turn: int
    kind: Literal["bookmark", "speaker"]
    text: str | None
    side: Side | None = None
    by: Who
    at: datetime
    takes_back: UUID | None = None

    @property
    def place(self) -> tuple[str, int]:
        """The turn: its source and its index."""
        return self.source, self.turn


Marks = dict[tuple[str, int], TurnMark]
"""Marks of one kind, by their turn."""


def latest(marks: Iterable[TurnMark], kind: Literal["bookmark", "speaker"]) -> Marks:
    """Of each turn the latest mark of a kind, also one that takes another back."""
    return {one.place: one for one in sorted(marks, key=lambda one: one.at) if one.kind == kind}


def in_force(marks: Iterable[TurnMark], kind: Literal["bookmark", "speaker"]) -> Marks:
    """The marks of a kind that count: of each turn the latest, where it says anything."""
    return {place: one for place, one in latest(marks, kind).items() if one.text is not None}
