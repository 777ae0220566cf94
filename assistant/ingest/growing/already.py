"""What of a text that is read from its beginning again was heard before."""

from collections.abc import Sequence
from copy import copy

from assistant.ingest.pieces import Piece

_NEAR = 20
"""Turns: so far ahead the place is looked for where a text was changed in between."""
_PUNCTUATION = " ,.;:!?\u2026"
_TELLING = 12
"""Characters: fewer ("Yeah, ") don't tell a place, unless they are a whole turn."""


class AlreadyHeard:
    """Goes along the turns that were heard, piece by piece.

    Turns never change: where the text was edited, what is new in it is new speech. A text
    that begins otherwise, or soon becomes another one, is new from there on.
    """

    def __init__(self, turns: Sequence[str] = ()) -> None:
        self._turns = tuple(turns)
        self._turn = 0
        self._at = 0
        self._speaker: str | None = None
        self._labels: tuple[str | None, ...] = ()
        self._in_a_row: tuple[tuple[int, str | None], ...] = ()
        self._length = 0
        self.again: list[tuple[int, str | None]] = []
        """The turns that came since this was emptied, each with its label.

        The label is None where a turn has none of its own, or several. Few words that are
        alike tell nothing: they count with those around them.
        """
        self.another = False
        """Whether the text turned out to be another one."""

    @property
    def through(self) -> bool:
        """Whether everything that was heard has come again."""
        return self._turn >= len(self._turns)

    def twin(self) -> "AlreadyHeard":
        """One that goes on from here without changing this one."""
        twin = copy(self)
        twin.again = []
        return twin

    def new_in(self, piece: Piece) -> Piece | None:
        """What was not heard of the next piece; a nameless one goes on with the speaker."""
        if piece.speaker is not None:
            self._speaker = piece.speaker
        if self.through:
            return piece
        return self._beyond(piece, piece.speaker)

    def _beyond(self, piece: Piece, label: str | None) -> Piece | None:
        if self.through:
            return piece
        rest = self._turns[self._turn][self._at :]
        if _begins(rest, piece.text):
            self._go_on(len(piece.text), label)
            return None
        if piece.text.startswith(rest):
            self._go_on(len(rest), label)
            left = _behind(piece.text, len(rest))
            new = piece._replace(text=left, speaker=self._speaker)
            return self._beyond(new, label) if left else None
        return self._changed(piece._replace(speaker=self._speaker), label)

    def _go_on(self, by: int, label: str | None) -> None:
        self._labels = (*self._labels, label) if self._at else (label,)
        self._at += by
        if self._at >= len(self._turns[self._turn]):
            self._note(self._turn)
            self._turn, self._at = self._turn + 1, 0
        else:
            self._at += 1

    def _note(self, turn: int) -> None:
        """Keep that a turn came again, once it is plain that it is this one."""
        first, others = self._labels[0], {one for one in self._labels if one is not None}
        self._in_a_row = (*self._in_a_row, (turn, first if len(others) == 1 else None))
        self._length += len(self._turns[turn])
        if self._length >= _TELLING or len(self._in_a_row) == len(self._turns):
            self.again += self._in_a_row
            self._in_a_row = ()

    def _changed(self, piece: Piece, label: str | None) -> Piece | None:
        self._in_a_row, self._length = (), 0
        near = range(self._turn, min(self._turn + _NEAR, len(self._turns)))
        found = next((at for at in near if _tells(self._turns[at], piece.text)), None)
        if found is not None and (self._turn or self._at):
            self._turn, self._at = found, 0
            self._go_on(len(piece.text), label)
            return None
        left = len(self._turns) - self._turn
        if not (self._turn or self._at) or (left > _NEAR and left > self._turn):
            self._turns, self.another = (), True
        return piece


def _begins(turn: str, words: str) -> bool:
    """Whether the turn is the words, or goes on after them with a blank."""
    return turn.startswith(words) and turn[len(words) : len(words) + 1] in {"", " "}


def _behind(text: str, at: int) -> str:
    """The words behind a place, with the one that goes on there; "" for mere punctuation."""
    in_a_word = text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()
    begin = text.rfind(" ", 0, at) + 1 if in_a_word else at
    left = text[begin:].strip(_PUNCTUATION)
    return text[begin:].lstrip(_PUNCTUATION).rstrip() if left else ""


def _tells(turn: str, words: str) -> bool:
    return turn == words or (len(words) >= _TELLING and _begins(turn, words))
