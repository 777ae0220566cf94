"""A transcript that grows: the turns that are finished, and the words that may still change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.ingest.growing.cue_blocks import CueBlocks
from assistant.ingest.growing.form import Form
from assistant.ingest.growing.late_names import LateNames
from assistant.ingest.growing.rows import Row, lines_of, rows_of
from assistant.ingest.growing.spoken_lines import SpokenLines
from assistant.ingest.growing.turning import Turning
from assistant.ingest.lines import Lines, filled
from assistant.ingest.pieces import Piece
from assistant.ingest.readers.cues import is_timing

LINE_ENDS = ("\n", "\u2028", "\u2029")


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
    from its beginning; what was heard (``heard``: labels and words of turns of an earlier
    session) is not heard again. ``late_names`` are the names that those got late, by turn.
    """

    def __init__(
        self, heard: Iterable[tuple[str | None, str]] = (), late_names: Mapping[int, str] = {}
    ) -> None:
        before = tuple(heard)
        self._finished = [text for _, text in before]
        self._names = LateNames([label for label, _ in before], late_names)
        self._held: Piece | None = None
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
    def late_names(self) -> Mapping[int, str]:
        """Who turns turned out to be that were finished under another label, by turn."""
        return self._names.names()

    @property
    def unclear_labels(self) -> frozenset[str]:
        """Labels that became a name here and there: who it is elsewhere is not plain."""
        return self._names.unclear()

    @property
    def whole_lines(self) -> bool:
        """Whether the text ends with a line end, so that no word is half written."""
        return self._text.endswith(LINE_ENDS)

    def grow(self, text: str) -> Grown:
        """Read what is new. ``text`` is everything that is there now."""
        if not text.startswith(self._text[: self._taken]) or self._goes_on_in_a_word(text):
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
        self._see_names(turning, twin, rows)
        return Grown(finished, self._open)

    def _goes_on_in_a_word(self, text: str) -> bool:
        """Whether a line that was settled goes on with no word of its own, or in a cue."""
        before, behind = text[self._taken - 1 : self._taken], text[self._taken :]
        if not (before and behind.strip()) or before in LINE_ENDS or self._turning is None:
            return False
        return self._turning.form.runs or not behind[0].isspace()

    def settle(self) -> Grown:
        """Finish every word that is there: nobody has written for a while."""
        rows = self._rows()
        turning = self._begun(rows, final=True)
        if turning is None:
            return Grown(self._keep(self._gone) if not self._text.strip() else ())
        twin = turning.twin()
        told = any(True for _ in twin.form.take(lines_of(rows)))
        finished = self._take(turning, rows if told else ())
        self._open, self._held = (), None
        return Grown((*finished, *self._keep(tuple(turning.flush()))))

    def _see_names(self, turning: Turning, twin: Turning, rows: tuple[Row, ...]) -> None:
        """See who is named now, in turns that came again and in the last line of before."""
        self._hear_again(twin)
        begins, ends = turning.first or twin.first, twin.first
        turning.first = None
        if self._held is not None and begins is not None and _names_itself(turning, begins, rows):
            self._names.rewritten(self._held, begins)
        own = ends is not None and _names_itself(turning, ends, rows)
        self._held = ends if own else None

    def _hear_again(self, turning: Turning) -> None:
        again, turning.already.again = turning.already.again, []
        for turn, label in again:
            self._names.seen(turn, label)

    def _begin_again(self) -> None:
        self._names.read_again()
        self._held = None
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
        known = turning.already.another
        turns = tuple(turning.take(lines_of(rows)))
        self._hear_again(turning)
        if turning.already.another and not known:
            self._names.another()
        if turning.already.another:
            turns = (*self._gone, *turns)
        if turning.already.through:
            self._gone = ()
        return self._keep(turns)

    def _keep(self, turns: tuple[Piece, ...]) -> tuple[Piece, ...]:
        self._finished += [piece.text for piece in turns]
        self._names.add(piece.speaker for piece in turns)
        return turns


def _names_itself(turning: Turning, piece: Piece, rows: tuple[Row, ...]) -> bool:
    """Whether its name is its own, and not taken over from the line before."""
    if piece.speaker is None or turning.form.runs:
        return piece.speaker is not None
    lines = (row.line for row in rows if row.line.number == piece.line)
    return any(piece.speaker in line.text for line in lines)


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
