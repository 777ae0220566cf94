"""Lines as they are written: ``Name: words``, ``[00:12:03] Name: words``, words alone."""

from collections.abc import Iterator

from assistant.ingest.clock import call_start, since
from assistant.ingest.growing.layout import Layout
from assistant.ingest.growing.names import NamesSoFar
from assistant.ingest.growing.rows import Row
from assistant.ingest.lines import Line, Lines
from assistant.ingest.pieces import Piece
from assistant.ingest.readers.stamped import Stamped, cut_stamp


class SpokenLines:
    """A line with words is a turn; a name alone is the speaker of the lines below it.

    A time alone on a line, as Google Meet writes it, is when the words below it were said.
    """

    runs = False

    def __init__(self) -> None:
        self._names = NamesSoFar()
        self._speaker: str | None = None
        self._layout = Layout()
        self._stamped: bool | None = None
        self._zero = 0.0

    @property
    def id(self) -> str:
        """As the reader of the whole file is called."""
        if self._stamped:
            return "stamped"
        if self._layout.has_times:
            return "google_meet"
        return "name_text" if self._speaker is not None else "paste"

    def last_unit(self, rows: tuple[Row, ...]) -> int:
        """The last line that is not blank."""
        filled = (at for at in reversed(range(len(rows))) if not rows[at].line.blank)
        return next(filled, len(rows))

    def take(self, lines: Lines) -> Iterator[Piece]:
        """A piece a line that has words."""
        for line in lines:
            if self._layout.takes(line):
                continue
            piece = self._piece(line)
            if piece.text.strip():
                yield piece

    def _piece(self, line: Line) -> Piece:
        stamp = self._stamp(line)
        said = line.text.strip() if stamp is None else stamp.said
        cut = self._names.cut(said)
        if cut is not None:
            self._speaker, said = cut.label, cut.said
        elif stamp is not None:
            self._speaker = None
        time = self._layout.next_time()
        if stamp is None:
            return Piece(said, line.number, self._speaker, time)
        start = since(self._zero, stamp.start)
        end = None if stamp.end is None else since(self._zero, stamp.end)
        return Piece(said, line.number, self._speaker, start, end)

    def _stamp(self, line: Line) -> Stamped | None:
        """The time in front; the first line tells whether lines have one."""
        stamp = None if self._stamped is False else cut_stamp(line)
        if self._stamped is None:
            self._stamped = stamp is not None
            self._zero = call_start((stamp.start,)) if stamp else 0.0
        return stamp
