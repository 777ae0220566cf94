"""The program is killed in a real terminal, and the call is resumed where it was."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

import pytest

from assistant.domain.answers import Status
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall

pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")

PLAY = """
import sys
from pathlib import Path
from uuid import UUID
from assistant.settings.loading import load_settings
from assistant.tui.app import run_app
from assistant.workflows.wiring import Workbench
from tests.fakes.reading import WordExtractor

loaded = load_settings({"store": sys.argv[1], "me.name": "Dana Reyes", "me.id": "dana"})
run_app(Workbench(loaded, extractor=WordExtractor()), start=UUID(sys.argv[2]))
"""
ROOT = Path(__file__).parents[2]


class Terminal:
    """A process in a pseudo-terminal: keys go in, and whether words have been drawn."""

    def __init__(self, *arguments: str) -> None:
        ours, theirs = pty.openpty()
        self._ours = ours
        environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PLAY, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=ROOT,
            env=environment,
        )
        os.close(theirs)
        self._drawn = b""
        self._more = Event()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        try:
            while some := os.read(self._ours, 65536):
                self._drawn += some
                self._more.set()
        except OSError:
            return

    def wait_for(self, words: str) -> None:
        while words.encode() not in self._drawn:
            assert self._more.wait(30), f"{words!r} was never drawn"
            self._more.clear()

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        os.close(self._ours)


@pytest.fixture
def terminal(bench: Workbench, call_id: UUID) -> Iterator[Terminal]:
    terminal = Terminal(str(bench.store_path), str(call_id))
    yield terminal
    if terminal.process.poll() is None:
        terminal.kill()


def until(holds: Callable[[], bool]) -> None:
    waiting = Event()
    while not holds():
        waiting.wait(0.02)


async def test_a_killed_call_is_resumed_with_everything_but_the_last_moment(
    bench: Workbench, call_id: UUID, terminal: Terminal, open_app: OpenCall
) -> None:
    terminal.wait_for("saved")
    terminal.type("need: late trucks\r")
    until(lambda: len(bench.store.answers(call_id)) == 1)
    terminal.wait_for("to confirm")
    terminal.type("\x0cc")
    until(lambda: bench.store.answers(call_id)[0].status is Status.CONFIRMED)
    terminal.type("half a line")
    until(lambda: bench.store.draft(call_id).endswith("half a line"))
    terminal.type(" and what comes after")
    terminal.kill()

    async with open_app(bench, call_id) as rep:
        if rep.call.notes.read_only:
            await rep.lead("t")
        assert rep.call.notes.text.startswith("need: late trucks\nhalf a line")
        assert "to confirm" not in rep.seen
    [answer] = bench.store.answers(call_id)
    assert answer.status is Status.CONFIRMED
