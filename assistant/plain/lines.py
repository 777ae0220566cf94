"""A terminal that only prints: lines out, lines in. No cursor movements, no colours."""

import os
import re
import shutil
import sys
from base64 import b64encode
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from types import ModuleType
from typing import TextIO

from assistant.domain.lines_of_text import lines_of

_LIST_ITEM = re.compile(r"(\d+\. |- )(.*)", re.DOTALL)


class Lines:
    """Standard input and output, line by line.

    What is typed of a line can be looked at where the system edits it with readline;
    elsewhere a line is seen once it is finished.
    """

    def __init__(self, given: TextIO | None = None, out: TextIO | None = None) -> None:
        self._in = given or sys.stdin
        self._out = out or sys.stdout
        self.typed_at = self._in.isatty() and self._out.isatty()
        self._editing = _editing() if self.typed_at and given is None else None
        if isinstance(self._in, TextIOWrapper) and not self.typed_at:
            self._in.reconfigure(encoding="utf-8-sig", errors="replace")

    def say(self, says: Iterable[str]) -> None:
        """Print lines, broken at the terminal's width between words."""
        width = shutil.get_terminal_size().columns
        for one in says:
            item = _LIST_ITEM.fullmatch(one)
            first, words = (item[1], item[2]) if item else ("", one)
            self._out.write("\n".join(lines_of(words, width, first)) + "\n")
        self._out.flush()

    def ask(self, prompt: str) -> str | None:
        """The next line; None at the end of the input. The prompt is for whoever types."""
        if self._editing is not None:
            try:
                return whole(input(prompt))
            except EOFError:
                self._out.write("\n")
                return None
        if self.typed_at:
            self._out.write(prompt)
            self._out.flush()
        line = self._in.readline()
        return whole(line.rstrip("\r\n")) if line else None

    @property
    def free(self) -> bool:
        """Whether lines can be said now: nothing is typed that they would come in between.

        Where it can't be seen what is typed, they wait for the end of the line.
        """
        return not self.typed_at or (self._editing is not None and not self.unfinished())

    def unfinished(self) -> str:
        """What is typed of a line that is not finished, where that can be seen."""
        return whole(self._editing.get_line_buffer()) if self._editing is not None else ""

    def copy(self, text: str) -> bool:
        """Put text on the clipboard through the terminal (OSC 52); False where it is none."""
        if not self._out.isatty() or os.environ.get("TERM") == "dumb":
            return False
        coded = b64encode(text.encode()).decode("ascii")
        self._out.write(f"\x1b]52;c;{coded}\a")
        self._out.flush()
        return True


def whole(text: str) -> str:
    """Text without halves of characters, which no store can keep."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _editing() -> ModuleType | None:
    """The system's line editor, told to write no escape sequences of its own."""
    with suppress(ImportError):
        import readline

        readline.parse_and_bind("set enable-bracketed-paste off")
        readline.parse_and_bind("tab: self-insert")
        return readline
    return None
