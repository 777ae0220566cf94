"""What a reader finds: pieces of speech, and the runs of them that make turns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assistant.domain.transcript import Participant

_SENTENCE_END = (".", "?", "!", "\u2026", '."', '?"', '!"', ".\u201d", "?\u201d", "!\u201d")
_PAUSE = 1.0
_LONGEST_RUN = 30.0
"""Seconds: nameless captions break at a pause, and at the latest after the longest run."""


class Piece(NamedTuple):
    """Words of one speaker. ``start`` and ``end`` are seconds, ``line`` the source's line.

    ``line`` is None in formats that have no lines. ``opens`` says that the source marks a
    change of speaker here without a name.
    """

    text: str
    line: int | None = None
    speaker: str | None = None
    start: float | None = None
    end: float | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A source read: one piece a turn, and what was left out or repaired.

    ``participants`` are those whom the source lists, with their sides where it tells them.
    """

    pieces: tuple[Piece, ...]
    warnings: tuple[str, ...] = ()
    title: str | None = None
    call_date: date | None = None
    participants: tuple[Participant, ...] = ()


def runs(pieces: Iterable[Piece], *, nameless_follow: bool = True) -> tuple[Piece, ...]:
    """One piece for each run of one speaker, their words joined by a space.

    A nameless piece goes on with the speaker before it, or else (``nameless_follow`` is
    false) is somebody unknown's. Where nobody is named at all, a run ends with a cue that
    ends a sentence, at a pause, or where a new speaker is marked. Pieces without words are
    left out.
    """
    parts = tuple(piece for piece in pieces if piece.text)
    named = any(piece.speaker for piece in parts)
    groups: list[list[Piece]] = []
    for piece in parts:
        if groups and _goes_on(groups[-1], piece, named=named, follow=nameless_follow):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(map(joined, groups))


def _goes_on(run: list[Piece], piece: Piece, *, named: bool, follow: bool) -> bool:
    if not named:
        return _same_sentence(run, piece)
    return piece.speaker == run[0].speaker or (follow and piece.speaker is None)


def _same_sentence(run: list[Piece], piece: Piece) -> bool:
    last = run[-1]
    same_cue = piece.start is not None and (piece.start, piece.end) == (last.start, last.end)
    if piece.opens or (last.text.endswith(_SENTENCE_END) and not same_cue):
        return False
    if piece.start is None or run[0].start is None:
        return True
    paused = last.end is not None and piece.start - last.end >= _PAUSE
    return not paused and piece.start - run[0].start < _LONGEST_RUN


def joined(run: Sequence[Piece]) -> Piece:
    """One piece with the words of all, from the first start to the latest end."""
    ends = [piece.end for piece in run if piece.end is not None]
    starts = [piece.start for piece in run if piece.start is not None]
    return run[0]._replace(
        text=" ".join(piece.text for piece in run),
        start=starts[0] if starts else None,
        end=max(ends) if ends else None,
    )
