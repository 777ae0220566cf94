"""A transcript that grows: the turns that are finished, and the words that may still change."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ingest.growing.cue_blocks import CueBlocks
from assistant.ingest.growing.form import Form
from assistant.ingest.growing.rows import Row, lines_of, rows_of
from assistant.ingest.growing.spoken_lines import SpokenLines
from assistant.ingest.growing.turning import Turning
from assistant.ingest.lines import Lines, filled
from assistant.ingest.pieces import Piece
from assistant.ingest.readers.cues import is_timing


@dataclass(frozen=True, slots=True)
class Grown:
    """The turns that were finished since the last time, and those that may still change."""

    finished: tuple[Piece, ...] = ()
    open: tuple[Piece, ...] = ()


class GrowingTranscript:
    """Is given the whole text so far, again and again; each turn comes out once.

    A turn is finished when there are words after it that are finished or begun in a new
    line, or when it is settled. So the last line or cue may be written anew as often as a
    captioner likes. Where the text is cut off, replaced or edited before that, it is read
    from its beginning; what was heard (``heard``: in an earlier session) is not heard again.
    """

    def __init__(self, heard: Sequence[str] = ()) -> None:
        self._finished = list(heard)
        self._text = ""
        self._taken = 0
        self._lines = 0
        self._turning: Turning | None = None
        self._open: tuple[Piece, ...] = ()
        self._gone: tuple[Piece, ...] = ()

    @property
    def format(self) -> str:
        """The id of the format; "" as long as it is not known."""
        return self._turning.form.id if self._turning else ""

    @property
    def whole_lines(self) -> bool:
        """Whether the text ends with a line end, so that no word is half written."""
        return self._text.endswith(("\n", "\u2028", "\u2029"))

    def grow(self, text: str) -> Grown:
        """Read what is new. ``text`` is everything that is there now."""
        if not text.startswith(self._text[: self._taken]):
            self._begin_again()
        self._text = text
        rows = self._rows()
        turning = self._begun(tuple(row for row in rows if row.whole), final=False)
        if turning is None:
            return Grown()
        held = turning.form.last_unit(rows)
        finished = self._take(turning, rows[:held])
        twin = turning.twin()
        self._open = (*twin.take(lines_of(rows[held:])), *twin.flush())
        return Grown(finished, self._open)

    def settle(self) -> Grown:
        """Finish every word that is there: nobody has written for a while."""
        rows = self._rows()
        turning = self._begun(rows, final=True)
        if turning is None:
            return Grown(self._keep(self._gone) if not self._text.strip() else ())
        twin = turning.twin()
        told = any(True for _ in twin.form.take(lines_of(rows)))
        finished = self._take(turning, rows if told else ())
        self._open = ()
        return Grown((*finished, *self._keep(tuple(turning.flush()))))

    def _begin_again(self) -> None:
        self._gone, self._open = self._gone + self._open, ()
        self._taken, self._lines, self._turning = 0, 0, None

    def _begun(self, rows: tuple[Row, ...], *, final: bool) -> Turning | None:
        if self._turning is None:
            form = form_of(lines_of(rows), final=final)
            self._turning = Turning(form, tuple(self._finished)) if form else None
        return self._turning

    def _rows(self) -> tuple[Row, ...]:
        return rows_of(self._text[self._taken :], above=self._lines)

    def _take(self, turning: Turning, rows: tuple[Row, ...]) -> tuple[Piece, ...]:
        """The turns that rows finish which will not change any more."""
        if not rows:
            return ()
        self._taken += rows[-1].end
        self._lines += sum(row.whole for row in rows)
        turns = tuple(turning.take(lines_of(rows)))
        if turning.already.another:
            turns = (*self._gone, *turns)
        if turning.already.through:
            self._gone = ()
        return self._keep(turns)

    def _keep(self, turns: tuple[Piece, ...]) -> tuple[Piece, ...]:
        self._finished += [piece.text for piece in turns]
        return turns


def form_of(lines: Lines, *, final: bool) -> Form | None:
    """The form that the first lines tell; None as long as they don't."""
    first, second = ([line.text.strip() for line in filled(lines)] + ["", ""])[:2]
    if not first:
        return None
    if first.split(maxsplit=1)[0] == "WEBVTT":
        return CueBlocks.webvtt()
    if is_timing(first) or (first.isdecimal() and is_timing(second)):
        return CueBlocks.srt()
    return None if first.isdecimal() and not second and not final else SpokenLines()
