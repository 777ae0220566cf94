"""What is written to a terminal: no colours, no cursor movements, and no screens where none fit."""

import os
import subprocess
import sys
from collections.abc import Mapping
from threading import Thread

import pytest

pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")

ESCAPE = b"\x1b"


def in_terminal(
    *arguments: str, typed: bytes = b"", environ: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """The exit code of the program in a terminal, and every byte that it wrote there."""
    ours, theirs = pty.openpty()
    written: list[bytes] = []

    def read() -> None:
        try:
            while some := os.read(ours, 65536):
                written.append(some)
        except OSError:  # the other end is closed
            return

    reader = Thread(target=read)
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", **(environ or {})},
    ) as process:
        os.close(theirs)
        reader.start()
        os.write(ours, typed)
        code = process.wait(60)
    reader.join()
    os.close(ours)
    return code, b"".join(written)


@pytest.mark.parametrize(
    "environ", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["plain", "NO_COLOR", "dumb"]
)
@pytest.mark.parametrize(
    "arguments", [("--help",), ("call", "list"), ("no-such-command",)], ids=" ".join
)
def test_commands_write_no_escape_sequences(
    arguments: tuple[str, ...], environ: dict[str, str]
) -> None:
    _, written = in_terminal(*arguments, environ=environ)

    assert written
    assert ESCAPE not in written


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_plain_call_writes_lines_and_nothing_else(term: str) -> None:
    typed = b"trucks leave late\nverdict\nquit\n"

    code, written = in_terminal("call", "--plain", typed=typed, environ={"TERM": term})

    assert code == 0
    assert b"The verdict so far" in written
    assert ESCAPE not in written


def test_a_dumb_terminal_gets_no_screens() -> None:
    code, written = in_terminal(environ={"TERM": "dumb"})

    assert code == 2
    assert b"call --plain" in written
    assert ESCAPE not in written
