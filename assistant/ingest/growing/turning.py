"""Lines to turns, one after the other, as they become sure."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy, deepcopy

from assistant.ingest.growing.already import AlreadyHeard
from assistant.ingest.growing.form import Form
from assistant.ingest.lines import Lines
from assistant.ingest.pieces import Piece, joined, runs


class Turning:
    """Reads lines of a form; ``heard`` are turns that do not come out again."""

    def __init__(self, form: Form, heard: Sequence[str]) -> None:
        self.form = form
        self.already = AlreadyHeard(heard)
        self.first: Piece | None = None
        """The first piece that was taken since this was set to None."""
        self._run: tuple[Piece, ...] = ()

    def twin(self) -> "Turning":
        """One that goes on from here without changing this one."""
        twin = copy(self)
        twin.first = None
        twin.form, twin.already = deepcopy(self.form), self.already.twin()
        return twin

    def take(self, lines: Lines) -> Iterator[Piece]:
        """The turns that these lines finish."""
        for piece in self._new(self.form.take(lines)):
            self.first = self.first or piece
            if not self._goes_on(piece):
                yield from self.flush()
            self._run = (*self._run, piece)
            if not self.form.runs:
                yield from self.flush()

    def flush(self) -> Iterator[Piece]:
        """The turn that goes on, finished as it stands."""
        run, self._run = self._run, ()
        if run:
            yield run[0] if len(run) == 1 else joined(run)

    def _new(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        return (new for piece in pieces if (new := self.already.new_in(piece)) is not None)

    def _goes_on(self, piece: Piece) -> bool:
        run = self._run
        return bool(run) and len(runs((run[0], *run[1:][-1:], piece))) == 1
