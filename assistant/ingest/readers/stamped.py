"""``[00:12:03] Name: words`` and ``00:12:03 words``: one line a turn, blank ones kept."""

import re
from dataclasses import dataclass

from assistant.domain.fields import Kind
from assistant.ingest.clock import STAMP, call_start, seconds, since
from assistant.ingest.lines import Line, Lines, filled
from assistant.ingest.pieces import Piece, Reading
from assistant.ingest.preamble import split_preamble
from assistant.ingest.speakers import Labelled, cut_names
from assistant.ingest.talk import is_talk

_ISO_DAY = r"(?:\d{4}-\d\d-\d\d[T ])?"
_STAMPED = re.compile(
    rf"\s*(?P<open>[\[(])?{_ISO_DAY}(?P<start>{STAMP})Z?"
    rf"(?:\s*(?:-->|[-\u2013])\s*(?P<end>{STAMP}))?[\])]?(?:\s*[-\u2013:|])?\s+(?P<said>\S.*)",
    re.DOTALL,
)
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Stamped:
    """A line with a time in front: ``said`` is what follows. ``telling`` times are no clock's."""

    line: Line
    start: float
    end: float | None
    said: str
    telling: bool


class StampedReader:
    """Most lines begin with a time and go on with words.

    Notes have times in front of them too; so where no kind is told most lines need a
    name, or the times are in brackets or have hours and the words sound like talk.
    """

    id = "stamped"
    title = '"[00:12:03] Name: words" lines'
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:
        _, spoken = split_preamble(lines)
        stamped = [found for line in spoken if (found := cut_stamp(line)) is not None]
        if len(stamped) < _MOST * len(filled(spoken)) or not stamped:
            return False
        if kind is Kind.CALL:
            return True
        named = sum(cut is not None for cut in _cuts(stamped))
        telling = all(found.telling for found in stamped)
        return named >= _MOST * len(stamped) or (telling and is_talk(s.said for s in stamped))

    def read(self, lines: Lines) -> Reading:
        head, spoken = split_preamble(lines)
        rows = [(line, cut_stamp(line)) for line in spoken]
        stamped = [found for _, found in rows if found is not None]
        cuts = iter(_cuts(stamped))
        zero = call_start(found.start for found in stamped)
        pieces: list[Piece] = []
        speaker: str | None = None
        for line, found in rows:
            if found is None:
                pieces.append(Piece(line.text, line.number, None if line.blank else speaker))
                continue
            piece = _piece(found, next(cuts), zero)
            speaker = piece.speaker
            pieces.append(piece)
        return Reading(tuple(pieces), title=head.title, call_date=head.call_date)


def cut_stamp(line: Line) -> Stamped | None:
    """The time in front of a line and what follows it, if it has one."""
    found = _STAMPED.fullmatch(line.text)
    if found is None:
        return None
    end = seconds(found["end"]) if found["end"] else None
    telling = found["open"] is not None or found["start"].count(":") == 2
    return Stamped(line, seconds(found["start"]), end, found["said"].strip(), telling)


def _cuts(stamped: list[Stamped]) -> list[Labelled | None]:
    return cut_names([found.said for found in stamped])


def _piece(found: Stamped, cut: Labelled | None, zero: float) -> Piece:
    return Piece(
        text=cut.said if cut else found.said,
        line=found.line.number,
        speaker=cut.label if cut else None,
        start=since(zero, found.start),
        end=since(zero, found.end) if found.end is not None else None,
    )
