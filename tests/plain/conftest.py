"""A call that is talked about line by line, with an extractor that is there."""

from collections.abc import Callable, Sequence
from io import StringIO
from uuid import UUID

import pytest

from assistant.plain.captions import Followed
from assistant.plain.lines import Lines
from assistant.plain.session import run_plain
from assistant.workflows.wiring import Workbench

Line = str | Callable[[], str]
Talk = Callable[..., list[str]]
"""``talk(*lines)``: everything that is said, one line each; lines are long.

A line that is a function is called when it is its turn, and gives the line.
"""


class Typed(Lines):
    """Lines that are typed one after the other."""

    def __init__(self, lines: Sequence[Line], out: StringIO) -> None:
        super().__init__(StringIO(), out)
        self._lines = iter(lines)

    def ask(self, prompt: str) -> str | None:
        line = next(self._lines, None)
        return line() if callable(line) else line


@pytest.fixture
def said() -> StringIO:
    """Everything that has been said so far."""
    return StringIO()


@pytest.fixture
def talk(bench: Workbench, call_id: UUID, said: StringIO, monkeypatch: pytest.MonkeyPatch) -> Talk:
    monkeypatch.setenv("COLUMNS", "1000")

    def talk(
        *lines: Line,
        given_bench: Workbench | None = None,
        call: UUID | None = None,
        code: int = 0,
        followed: Followed | None = None,
    ) -> list[str]:
        before = said.tell()
        typed = Typed(lines, said)
        assert run_plain(given_bench or bench, call or call_id, typed, followed) == code
        return said.getvalue()[before:].splitlines()

    return talk
