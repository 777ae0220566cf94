"""The program in another process: it is killed, closed or told to end, and nothing is lost."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.answers import Status
from assistant.workflows.wiring import Workbench
from tests.plain.conftest import Talk

PLAY = """
import signal, sys
from uuid import UUID
from assistant.plain.session import run_plain
from assistant.settings.loading import load_settings
from assistant.workflows.wiring import Workbench
from tests.fakes.reading import WordExtractor

# Whoever starts the tests in the background lets them ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
loaded = load_settings({"store": sys.argv[1], "me.name": "Dana", "me.id": "dana"})
sys.exit(run_plain(Workbench(loaded, extractor=WordExtractor()), UUID(sys.argv[2])))
"""
ROOT = Path(__file__).parents[2]


class Pipe:
    """The program behind pipes: lines go in, and what it says comes out."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PLAY, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
        )

    def type(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def wait_for(self, words: str) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if words in line:
                return
        raise AssertionError(f"{words!r} was never said")


@pytest.fixture
def pipe(bench: Workbench, call_id: UUID) -> Iterator[Pipe]:
    pipe = Pipe(str(bench.store_path), str(call_id))
    with pipe.process:
        yield pipe
        if pipe.process.poll() is None:
            pipe.process.kill()


def test_a_killed_call_goes_on_where_it_was(
    pipe: Pipe, bench: Workbench, call_id: UUID, talk: Talk
) -> None:
    pipe.wait_for("Ask: ")
    pipe.type("need: late trucks")
    pipe.wait_for("Right?")
    pipe.type("y")
    pipe.wait_for("Confirmed.")
    pipe.type("the last words")
    pipe.wait_for("Kept.")
    pipe.process.kill()
    pipe.process.wait()

    [answer] = bench.store.answers(call_id)
    assert answer.status is Status.CONFIRMED
    said = talk("notes")
    assert any(line.endswith(" need: late trucks") for line in said)
    assert any(line.endswith(" the last words") for line in said)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_call_that_is_told_to_end_gives_itself_back(
    pipe: Pipe, bench: Workbench, call_id: UUID, talk: Talk, name: str
) -> None:
    pipe.wait_for("Ask: ")
    pipe.type("a note")
    pipe.wait_for("Kept.")
    pipe.process.send_signal(getattr(signal, name))
    pipe.wait_for("Saved. To go on: assistant call --plain")

    assert pipe.process.wait() == 130
    assert "Resumed with 1 note." in talk()


def test_the_end_of_the_input_is_no_end_of_the_call(
    pipe: Pipe, bench: Workbench, call_id: UUID
) -> None:
    pipe.type("a note")
    assert pipe.process.stdin is not None
    pipe.process.stdin.close()
    pipe.wait_for("Saved.")

    assert pipe.process.wait() == 0
    call = bench.store.call(call_id)
    assert call is not None
    assert call.ended_at is None
