import io
import sys

import pytest

from assistant.cli.progress import Progress


class Terminal(io.StringIO):
    """Standard error as a terminal, or as none."""

    def __init__(self, *, is_one: bool) -> None:
        super().__init__()
        self._is_one = is_one

    def isatty(self) -> bool:
        return self._is_one


@pytest.fixture(autouse=True)
def term(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


def test_a_dumb_terminal_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(is_one=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "dumb")

    Progress(1).start("one.txt")

    assert terminal.getvalue() == ""


def test_a_terminal_is_told_and_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(is_one=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(2)

    progress.start("one.txt")
    progress.start("two.txt")
    progress.clear()

    first, second, *rest = terminal.getvalue().split("\r")[1:]
    assert first.split()[-4:] == ["1", "of", "2", "one.txt"]
    assert " 50%  2 of 2  two.txt" in second
    assert [part.strip() for part in rest] == ["", ""]


def test_a_line_is_drawn_no_oftener_than_it_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    terminal = Terminal(is_one=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(1)

    progress.start("one.txt")
    for turn in range(50):
        progress.advance(turn, 100)
    now = 1.0
    progress.advance(75, 100)

    assert terminal.getvalue().count("\r") == 2
    assert "75%" in terminal.getvalue()


def test_a_name_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(is_one=True)
    monkeypatch.setattr(sys, "stderr", terminal)

    Progress(1).start("\x1b[2Jone.txt")

    assert "\x1b" not in terminal.getvalue()


def test_what_is_no_terminal_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal(is_one=False)
    monkeypatch.setattr(sys, "stderr", stream)
    progress = Progress(2)

    progress.start("one.txt")
    progress.advance(1, 2)
    progress.clear()

    assert stream.getvalue() == ""


def test_a_line_never_wraps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal(is_one=True)
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(1)

    progress.start("a call with a long name.txt")
    progress.clear()

    assert max(len(line) for line in terminal.getvalue().split("\r")) == 19
