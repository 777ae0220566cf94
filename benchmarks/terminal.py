"""A real program in a real pseudo-terminal: keys go in, frames come out, a screen is read.

Linux and macOS. Frames keep their time, so that a run is watched without taking the
processor from it, and looked through afterwards.
"""

import os
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from pty import openpty
from threading import Condition, Thread
from typing import NamedTuple, Self

import pyte

ROOT = Path(__file__).parents[1]
_ON_ITS_TERMINAL = 'exec <"$0" >"$0" 2>&1; exec "$@"'
"""The first terminal that a session's leader opens is the one it is hung up with."""
_ENOUGH = 65536
_CAN_BRACKET, _IT_CAN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""The question whether frames may be put in brackets, and the answer of a terminal of today."""
BEGINS, ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
"""The brackets: what is between them is drawn at once."""


class Frame(NamedTuple):
    """What was drawn at an instant (seconds of ``time.monotonic``)."""

    at: float
    data: bytes


class Drawn(NamedTuple):
    """Seconds from a key to the end of the first frame after it, and to that of the last one."""

    first: float
    all: float


class Gone(Exception):
    """The program did not draw what was waited for; the screen as it is."""


class Terminal:
    """A process, the leader of a session in a terminal of ``columns`` x ``rows``."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        environment: Mapping[str, str] | None = None,
        columns: int = 120,
        rows: int = 40,
    ) -> None:
        self._keys, theirs = openpty()
        name = os.ttyname(theirs)
        self._emulator = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._emulator)
        self._fed = 0
        self.frames: list[Frame] = []
        self._more = Condition()
        self.over = False
        self.resize(columns, rows)
        known = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES"}}
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", _ON_ITS_TERMINAL, name, *arguments],
            env=known | {"TERM": "xterm-256color"} | dict(environment or {}),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._theirs = theirs
        Thread(target=self._read, name="terminal", daemon=True).start()

    def _read(self) -> None:
        try:
            while data := os.read(self._keys, _ENOUGH):
                with self._more:
                    self.frames.append(Frame(time.monotonic(), data))
                    self._more.notify_all()
                if _CAN_BRACKET in data:
                    self.press(_IT_CAN)
        except OSError:
            pass  # the program's end of the terminal is closed
        with self._more:
            self.over = True
            self._more.notify_all()

    def press(self, keys: str | bytes) -> float:
        """Send keys; gives the instant before. Long text goes in as fast as it is read."""
        data = keys.encode() if isinstance(keys, str) else keys
        at = time.monotonic()
        while data:
            data = data[os.write(self._keys, data) :]
        return at

    def draw(self, key: str, *, within: float, quiet: float) -> Drawn | None:
        """Press a key and wait until all is drawn for it; None where that is nothing.

        It is all once nothing more comes for ``quiet`` seconds, nothing where nothing comes
        ``within`` so many.
        """
        with self._more:
            before = len(self.frames)
            at = self.press(key)
            self._more.wait_for(lambda: len(self.frames) > before, within)
            seen = before
            while seen < len(self.frames):
                seen = len(self.frames)
                self._more.wait(quiet)
            came = self.frames[before:]
        if not came:
            return None
        whole = accumulate((frame.data for frame in came), lambda data, more: data[-8:] + more)
        ends = (frame.at for frame, data in zip(came, whole, strict=True) if ENDS in data)
        return Drawn(first=next(ends, came[-1].at) - at, all=came[-1].at - at)

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size, as dragging its corner does."""
        termios.tcsetwinsize(self._keys, (rows, columns))
        if columns > 1 and rows > 1:
            self._emulator.resize(rows, columns)

    def forget(self) -> None:
        """Keep no frames from before now; the screen stays as it is."""
        with self._more:
            _ = self.lines
            del self.frames[: self._fed]
            self._fed = 0

    @property
    def lines(self) -> list[str]:
        """What is on the screen now."""
        for frame in self.frames[self._fed :]:
            self._stream.feed(frame.data)
            self._fed += 1
        return list(self._emulator.display)

    @property
    def text(self) -> str:
        """What is on the screen now, as one text."""
        return "\n".join(line.rstrip() for line in self.lines)

    def wait(
        self, holds: Callable[[list[str]], bool], *, seconds: float = 120.0, what: str = ""
    ) -> float:
        """Wait until the screen is so; gives the instant of the frame that made it so.

        Raises ``Gone`` with the screen where it is not so in time.
        """
        until = time.monotonic() + seconds
        while not holds(self.lines):
            with self._more:
                if self._fed == len(self.frames):
                    left = until - time.monotonic()
                    if self.over or left <= 0 or not self._more.wait(left):
                        raise Gone(f"{what or 'it'} was never drawn:\n{self.text}")
        return self.frames[self._fed - 1].at if self._fed else time.monotonic()

    def wait_for(self, words: str, *, seconds: float = 120.0) -> float:
        """Wait until words are on the screen."""
        return self.wait(
            lambda lines: any(words in line for line in lines), seconds=seconds, what=repr(words)
        )

    def kill(self) -> None:
        """End it without a warning."""
        self.process.kill()
        self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal's window."""
        if self._keys >= 0:
            os.close(self._theirs)
            os.close(self._keys)
            self._keys = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()
