"""Cues to turns: who speaks in each cue, and its words without tags."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from assistant.ingest.clock import call_start, since
from assistant.ingest.pieces import Piece, runs
from assistant.ingest.readers.cues import Cue
from assistant.ingest.speakers import cut_names

_NEW_SPEAKER = re.compile(r"\s*(?:>>+|[-\u2013\u2014](?=\s))\s*")
_QUOTED_LABEL = re.compile(r'\d+ "(?P<name>[^"]*)" \(\d+\)')
_BRACKETED = re.compile(r"\[(?P<name>[^\[\]]+)\]")


class Voiced(NamedTuple):
    """A part of a cue: ``speaker`` where a tag names one."""

    text: str
    line: int
    speaker: str | None = None


Voices = Callable[[Cue], Iterator[Voiced]]
"""Cuts a cue at its voices and takes the format's own tags out of the words."""


def turns_of(cues: list[Cue], voices: Voices) -> tuple[Piece, ...]:
    """One piece for each run of cues of one speaker, times from the call's start."""
    pieces = _named([piece for cue in cues for piece in pieces_of(cue, voices)])
    zero = call_start(piece.start for piece in pieces)
    return runs(_earlier(piece, zero) for piece in pieces if piece.text)


def pieces_of(cue: Cue, voices: Voices) -> Iterator[Piece]:
    """One piece a line of the cue, and one more where a tag changes the speaker."""
    known = _name_beside(cue)
    for voiced in voices(cue):
        mark = _NEW_SPEAKER.match(voiced.text)
        yield Piece(
            text=(voiced.text[mark.end() :] if mark else voiced.text).strip(),
            line=voiced.line,
            speaker=voiced.speaker or known,
            start=cue.start,
            end=cue.end,
            opens=mark is not None,
        )


def _name_beside(cue: Cue) -> str | None:
    """The name next to the cue's number or times, if there is one."""
    beside = (cue.label and _QUOTED_LABEL.fullmatch(cue.label)) or (
        cue.settings and _BRACKETED.fullmatch(cue.settings)
    )
    return (beside["name"].strip() or None) if beside else None


def _named(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the names in front of their words, unless tags have told the names."""
    if any(piece.speaker for piece in pieces):
        return pieces
    cuts = cut_names([piece.text for piece in pieces], handles=True)
    return [
        piece._replace(speaker=cut.label, text=cut.said) if cut else piece
        for piece, cut in zip(pieces, cuts, strict=True)
    ]


def _earlier(piece: Piece, zero: float) -> Piece:
    if not zero or piece.start is None or piece.end is None:
        return piece
    return piece._replace(start=since(zero, piece.start), end=since(zero, piece.end))
