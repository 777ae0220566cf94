"""What of a text that is read from its beginning again was heard before."""

from collections.abc import Sequence

from assistant.ingest.pieces import Piece

_NEAR = 20
"""Turns: so far ahead the place is looked for where a text was changed in between."""
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
        self.another = False
        """Whether the text turned out to be another one."""

    @property
    def through(self) -> bool:
        """Whether everything that was heard has come again."""
        return self._turn >= len(self._turns)

    def new_in(self, piece: Piece) -> Piece | None:
        """What was not heard of the next piece; a nameless one goes on with the speaker."""
        if piece.speaker is not None:
            self._speaker = piece.speaker
        if self.through:
            return piece
        return self._beyond(piece._replace(speaker=self._speaker))

    def _beyond(self, piece: Piece) -> Piece | None:
        if self.through:
            return piece
        rest = self._turns[self._turn][self._at :]
        if _begins(rest, piece.text):
            self._go_on(len(piece.text))
            return None
        if piece.text.startswith(rest):
            self._go_on(len(rest))
            return self._beyond(piece._replace(text=piece.text[len(rest) :].strip()))
        return self._changed(piece)

    def _go_on(self, by: int) -> None:
        self._at += by
        if self._at >= len(self._turns[self._turn]):
            self._turn, self._at = self._turn + 1, 0
        else:
            self._at += 1

    def _changed(self, piece: Piece) -> Piece | None:
        near = range(self._turn, min(self._turn + _NEAR, len(self._turns)))
        found = next((at for at in near if _tells(self._turns[at], piece.text)), None)
        if found is not None and (self._turn or self._at):
            self._turn, self._at = found, 0
            self._go_on(len(piece.text))
            return None
        left = len(self._turns) - self._turn
        if not (self._turn or self._at) or (left > _NEAR and left > self._turn):
            self._turns, self.another = (), True
        return piece


def _begins(turn: str, words: str) -> bool:
    """Whether the turn is the words, or goes on after them with a blank."""
    return turn.startswith(words) and turn[len(words) : len(words) + 1] in {"", " "}


def _tells(turn: str, words: str) -> bool:
    return turn == words or (len(words) >= _TELLING and _begins(turn, words))
