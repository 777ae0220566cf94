"""One line on standard error that says how far long work is, and leaves nothing behind."""

import os
import shutil
import sys
import time

from assistant.domain.inert import make_inert

WIDTH = 30
PAUSE = 0.1
"""Seconds between two drawings."""


class Progress:
    """The line for a number of parts; silent where no terminal can take it away again."""

    def __init__(self, parts: int) -> None:
        self._parts = parts
        self._part = 0
        self._label = ""
        self._drawn = ""
        self._last = 0.0
        self._shows = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def start(self, label: str) -> None:
        """The next part begins."""
        self._label = make_inert(label)
        self._part += 1
        self._draw(0.0)

    def advance(self, done: int, of: int) -> None:
        """So much of the present part is done."""
        if time.monotonic() - self._last >= PAUSE:
            self._draw(done / of)

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self._drawn:
            sys.stderr.write("\r" + " " * len(self._drawn) + "\r")
            sys.stderr.flush()
            self._drawn = ""

    def _draw(self, share: float) -> None:
        if not self._shows:
            return
        whole = (self._part - 1 + share) / self._parts
        bar = "#" * round(whole * WIDTH)
        count = f"{self._part} of {self._parts}  " if self._parts > 1 else ""
        # A line that wraps could not be taken away again.
        room = min(shutil.get_terminal_size().columns, 79) - 1
        line = f"[{bar:<{WIDTH}}] {whole:4.0%}  {count}{self._label}"[:room]
        sys.stderr.write("\r" + line + " " * (len(self._drawn) - len(line)))
        sys.stderr.flush()
        self._drawn, self._last = line, time.monotonic()
