"""Captions come through a pipe while keys come from the terminal."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.benches import BenchOf

pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")

PLAY = """
import fcntl
import sys
import termios

fcntl.ioctl(1, termios.TIOCSCTTY, 0)  # so that there is a terminal to take keys from

from assistant.workflows.wiring import Workbench
from tests.fakes.reading import WordExtractor

Workbench.read_apart = lambda bench: None
Workbench.extractor = WordExtractor()
from assistant.cli.main import app

app(sys.argv[1:])
"""
ROOT = Path(__file__).parents[2]
SETTINGS = ("--set", "consent=off", "--set", "me.name=Dana Reyes", "--set", "me.id=dana")


class Captioned:
    """The program in a terminal of its own, with a pipe as standard input."""

    def __init__(self, *arguments: str) -> None:
        self._keys, screen = pty.openpty()
        size = {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PLAY, *arguments],
            stdin=subprocess.PIPE,
            stdout=screen,
            stderr=screen,
            cwd=ROOT,
            env=os.environ | size,
            start_new_session=True,
        )
        os.close(screen)
        self._drawn = b""

    def says(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(text.encode())
        self.process.stdin.flush()

    def types(self, text: str) -> None:
        os.write(self._keys, text.encode())

    def until(self, words: str) -> None:
        """Wait until words have been drawn."""
        while words.encode() not in self._drawn:
            try:
                self._drawn += os.read(self._keys, 65536)
            except OSError:
                pytest.fail(self._drawn[-2000:].decode(errors="replace"))

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()
        os.close(self._keys)


@pytest.fixture
def piped(tmp_path: Path) -> Iterator[Captioned]:
    store = str(tmp_path / "store.db")
    program = Captioned("--store", store, *SETTINGS, "call", "--title", "Pipe", "--follow", "-")
    yield program
    program.kill()


def test_captions_come_through_a_pipe_and_keys_from_the_terminal(
    piped: Captioned, bench_of: BenchOf
) -> None:
    piped.says("Dana: Hello\nLuis: budget: forty thousand\nDana: Goo")
    piped.until("1 to confirm")
    piped.types("need: late trucks\r")
    piped.until("2 to confirm")

    store = bench_of().store
    (row,) = store.calls()
    (source,) = store.sources(row.call.id)
    assert [turn.text for turn in source.turns] == ["Hello", "budget: forty thousand"]
    assert [line.text for line in store.note_lines(row.call.id)] == ["need: late trucks"]
