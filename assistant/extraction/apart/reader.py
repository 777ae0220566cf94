"""The port ``Extractor`` over a process of its own, which is begun again where it ends."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from threading import Lock
from typing import Any
from weakref import finalize

from assistant.domain.engine import Engine, Heard, Listener, ReadingFacts
from assistant.domain.fields import Field
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.values import Value
from assistant.extraction.apart.messages import FAULT, Question, asked, what_is_replied

SERVE = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from assistant.extraction.apart.serving import serve; serve()"
)
AT_ONCE = 8
"""So many turns are sent at a time: about a tenth of a second of work."""


class ReaderLost(Exception):
    """The process that reads is gone, or something went wrong in it."""


class ReadingFault(Exception):
    """Reading went wrong there: the kind of error and where, never what was read."""


class _Process:
    """One life of the process, and its listeners by number."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def ask(self, question: Question, *what: object) -> Any:
        keys, replies = self._process.stdin, self._process.stdout
        if keys is None or replies is None:
            raise ReaderLost("it has no pipes")
        try:
            keys.write(asked(question, *what))
            keys.flush()
            line = replies.readline()
        except (OSError, ValueError) as error:
            raise ReaderLost(type(error).__name__) from None
        if not line.endswith(b"\n"):
            raise ReaderLost("it has ended")
        if line.startswith(FAULT):
            raise ReadingFault(line.removeprefix(FAULT).decode(errors="replace").strip())
        return what_is_replied(question, line)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


class ApartExtractor:
    """Begins to load as soon as it is made; ``engine`` and all else wait until it is loaded.

    Any thread may ask; questions are answered one after the other. A process that ended is
    begun anew, once a question: what a listener was told before is not known there any more.
    """

    def __init__(self, command: tuple[str, ...] | None = None) -> None:
        self._command = command or (sys.executable, "-P", "-c", SERVE, *sys.path)
        self._one = Lock()
        self._closed = False
        self._process = _Process(self._command)
        self.life = 0
        self._gone: list[int] = []
        self._begun: tuple[Engine, str | None] | None = None

    def _begin(self) -> tuple[Engine, str | None]:
        if self._begun is None:
            begun: tuple[Engine, str | None] = self.ask("begin")
            self._begun = begun
        return self._begun

    @property
    def engine(self) -> Engine:
        """What stands behind the answers."""
        return self._begin()[0]

    @property
    def notice(self) -> str | None:
        """What the user has to know about it."""
        return self._begin()[1]

    def settle_sides(self, transcript: Transcript, rep: str | None) -> Transcript:
        """The transcript with every turn's and participant's side set."""
        settled: Transcript = self.ask("settle_sides", transcript, rep)
        return settled

    def language_of(self, transcript: Transcript) -> str:
        """ISO 639-1 code of the language."""
        return str(self.ask("language_of", transcript))

    def currency_of(
        self, transcript: Transcript, fallback: str | None, country: str | None = None
    ) -> tuple[str | None, str]:
        """The call's currency, and where it is known from."""
        known: tuple[str | None, str] = self.ask("currency_of", transcript, fallback, country)
        return known

    def value_of(self, field: Field, text: str, facts: ReadingFacts) -> Value:
        """What a person typed as the field's value."""
        value: Value = self.ask("value_of", field, text, facts)
        return value

    def listen(self, facts: ReadingFacts) -> Listener:
        """Start reading a source."""
        return _ApartListener(self, facts)

    def ask(self, question: Question, *what: object) -> Any:
        """Ask the process. Raises ``ReaderLost``, or ``ReadingFault``."""
        with self._one:
            try:
                return self._process.ask(question, *what)
            except ReaderLost:
                if self._closed or question == "hear":
                    raise
                self._begin_again()
            return self._process.ask(question, *what)

    def begin_again(self, life: int) -> None:
        """Begin another life where this one is over."""
        with self._one:
            if life == self.life and not self._closed:
                self._begin_again()

    def _begin_again(self) -> None:
        self._process.end()
        self._process = _Process(self._command)
        self.life += 1
        self._gone.clear()

    def new_listener(self, facts: ReadingFacts) -> int:
        """The number of a new listener in the present life."""
        gone, self._gone = self._gone, []
        return int(self.ask("listen", facts, tuple(gone)))

    def drop(self, life: int, number: int) -> None:
        """Nobody uses a listener any more; the process is told with the next one."""
        if life == self.life:
            self._gone.append(number)

    def close(self) -> None:
        """End the process."""
        self._closed = True
        self._process.end()


class _ApartListener:
    """A listener of the process by its number; made anew in each life."""

    def __init__(self, extractor: ApartExtractor, facts: ReadingFacts) -> None:
        self._extractor = extractor
        self._facts = facts
        self._renew()

    def _renew(self) -> None:
        self._life = self._extractor.life
        self._number = self._extractor.new_listener(self._facts)
        finalize(self, self._extractor.drop, self._life, self._number)

    def hear(self, turn: Turn) -> Heard:
        """Read the next turn."""
        return self._hear((turn,))[0]

    def hear_all(self, turns: Iterable[Turn]) -> Iterator[Heard]:
        """Read turns that follow each other, some at a time."""
        waiting = iter(turns)
        while some := tuple(islice(waiting, AT_ONCE)):
            yield from self._hear(some)

    def _hear(self, turns: tuple[Turn, ...]) -> tuple[Heard, ...]:
        if self._life != self._extractor.life:
            self._renew()
        try:
            heard: tuple[Heard, ...] = self._extractor.ask("hear", self._number, turns)
        except ReaderLost:
            self._extractor.begin_again(self._life)
            self._renew()
            heard = self._extractor.ask("hear", self._number, turns)
        return heard
