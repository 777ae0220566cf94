"""Captions as they are written: one cue after the other, WebVTT or SRT."""

from collections.abc import Iterator

from assistant.ingest.clock import call_start, since
from assistant.ingest.growing.names import NamesSoFar
from assistant.ingest.growing.rows import Row, lines_of
from assistant.ingest.lines import Line, Lines
from assistant.ingest.pieces import Piece
from assistant.ingest.readers import srt, vtt
from assistant.ingest.readers.captions import Voices, pieces_of
from assistant.ingest.readers.cues import Cue, cue_number, is_timing, read_cues
from assistant.ingest.readers.rolling import Rolling


class CueBlocks:
    """The cues of a speaker that follow each other are a turn."""

    runs = True

    def __init__(self, form: str, voices: Voices) -> None:
        self.id = form
        self._voices = voices
        self._names = NamesSoFar()
        self._rolling = Rolling()
        self._tagged = False
        self._zero: float | None = None
        self._first = True

    @classmethod
    def webvtt(cls) -> "CueBlocks":
        """Captions that begin with ``WEBVTT``."""
        return cls("vtt", vtt.voices)

    @classmethod
    def srt(cls) -> "CueBlocks":
        """Captions that begin with a number or with times."""
        return cls("srt", srt.voices)

    def last_unit(self, rows: tuple[Row, ...]) -> int:
        """The last cue whose times are written; what is below it may be the next one's."""
        begins = _begins(lines_of(tuple(row for row in rows if row.whole)))
        return begins[-1] if begins else 0

    def take(self, lines: Lines) -> Iterator[Piece]:
        """The pieces of cues; those above the first cue are a file's head."""
        begins = _begins(lines)
        for at, end in zip([0, *begins], [*begins, len(lines)], strict=True):
            if at < end:
                yield from self._pieces(lines[at:end])

    def _pieces(self, block: Lines) -> Iterator[Piece]:
        for cue in self._cues(block):
            for piece in pieces_of(self._rolling.fresh(cue), self._voices):
                named = self._timed(self._named(piece))
                if named.text:
                    yield named

    def _cues(self, block: Lines) -> list[Cue]:
        head = self._first and self.id == "vtt"
        self._first = False
        if self.id == "vtt":
            # A blank line says that no file begins here, so that nothing is taken for its head.
            above = () if head else (Line(block[0].number, ""),)
            block = vtt.without_comments((*above, *block))[1]
        return read_cues(block)[0]

    def _named(self, piece: Piece) -> Piece:
        """The piece with the name in front of its words, unless tags tell the names."""
        self._tagged = self._tagged or piece.speaker is not None
        cut = None if self._tagged else self._names.cut(piece.text)
        return piece._replace(speaker=cut.label, text=cut.said) if cut else piece

    def _timed(self, piece: Piece) -> Piece:
        if piece.start is None or piece.end is None:
            return piece
        if self._zero is None:
            self._zero = call_start((piece.start,))
        return piece._replace(
            start=since(self._zero, piece.start), end=since(self._zero, piece.end)
        )


def _begins(lines: Lines) -> list[int]:
    """Where cues begin: at their times, or at the label above those."""
    begins: list[int] = []
    number: int | None = None
    for at, line in enumerate(lines):
        if is_timing(line.text):
            labelled = at > 0 and _is_label(lines, at - 1, number)
            begins.append(at - 1 if labelled else at)
            number = cue_number(lines[at - 1].text.strip()) if labelled else number
    return begins


def _is_label(lines: Lines, at: int, number: int | None) -> bool:
    """After a blank line anything, right after words only the number that is next."""
    if lines[at].blank or is_timing(lines[at].text):
        return False
    if at == 0 or lines[at - 1].blank:
        return True
    mine = cue_number(lines[at].text.strip())
    return mine is not None and (number is None or mine == number + 1)
