"""Granola: headings with a speaker and an instant, each above the words said then."""

import re
from datetime import datetime

from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant
from assistant.ingest.lines import Line, Lines
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import preamble_of

_HEADING = re.compile(
    r"\s*#{1,6} (?P<name>\S.{0,80}?) \((?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z?)\)\s*"
)
_TITLE = re.compile(r"\s*# (?P<title>\S.{0,200})")
_ME = "You"


class GranolaReader:
    """Only "You", who made the notes and is the rep, and "Guest" are told apart."""

    id = "granola"
    title = "Granola transcripts (.md)"
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        return any(_HEADING.fullmatch(line.text) for line in lines)

    def read(self, lines: Lines) -> Reading:
        headings = {line.number: found for line in lines if (found := _heading(line)) is not None}
        first = min(headings, default=1)
        zero = min((at for _, at in headings.values()), default=None)
        speaker: str | None = None
        start: float | None = None
        pieces: list[Piece] = []
        for line in lines[first - 1 :]:
            if line.number in headings:
                speaker, at = headings[line.number]
                start = round((at - zero).total_seconds(), 3) if zero else None
            elif not line.blank:
                pieces.append(Piece(line.text.strip(), line.number, speaker, start))
        head = preamble_of(line.text for line in lines[: first - 1])
        titles = (_TITLE.fullmatch(line.text) for line in lines[: first - 1])
        title = next((found["title"].strip() for found in titles if found), None)
        return Reading(
            pieces=runs(pieces),
            title=head.title or title,
            call_date=head.call_date or (zero.date() if zero else None),
            participants=(Participant(name=_ME, side=Side.REP),) if _speaks(pieces) else (),
        )


def _speaks(pieces: list[Piece]) -> bool:
    return any(piece.speaker == _ME for piece in pieces)


def _heading(line: Line) -> tuple[str, datetime] | None:
    found = _HEADING.fullmatch(line.text)
    if found is None:
        return None
    try:
        return found["name"], datetime.fromisoformat(found["at"].removesuffix("Z"))
    except ValueError:  # 25:61 is no time
        return None
