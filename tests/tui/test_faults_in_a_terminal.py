"""What happens to terminals and machines while a call runs: the rep goes on typing."""

import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from assistant.settings.loading import LoadedSettings
from assistant.workflows.live_call import LiveCall
from assistant.workflows.wiring import Workbench
from tests.tui.test_killed import PLAY, until

if TYPE_CHECKING:
    from benchmarks.terminal import Terminal

pytest.importorskip("pty", reason="the system has no pseudo-terminals")
terminals = pytest.importorskip("benchmarks.terminal", reason="needs pyte")


@pytest.fixture
def terminal(bench: Workbench, call_id: UUID) -> Iterator["Terminal"]:
    """The program on the call, which is there and says that all is saved."""
    arguments = [sys.executable, "-c", PLAY, str(bench.store_path), str(call_id)]
    with terminals.Terminal(arguments) as terminal:
        terminal.wait_for("saved")
        yield terminal


def test_a_closed_window_keeps_every_word_and_gives_the_call_back(
    bench: Workbench, call_id: UUID, terminal: "Terminal"
) -> None:
    terminal.press("need: late trucks\rthe very last words")
    terminal.wait_for("the very last words")
    terminal.hang_up()
    terminal.process.wait(60)

    assert bench.store.draft(call_id) == "need: late trucks\nthe very last words"
    assert not LiveCall(bench, call_id).read_only


def test_a_window_that_is_nothing_for_a_while_loses_nothing(
    bench: Workbench, call_id: UUID, terminal: "Terminal"
) -> None:
    for columns, rows in [(1, 1), (0, 0), (1, 200), (300, 1), (120, 40)]:
        terminal.resize(columns, rows)
        terminal.press("x")
    terminal.press(" and on")
    until(lambda: bench.store.draft(call_id) == "xxxxx and on")
    terminal.wait_for("xxxxx and on")


def test_after_a_pause_of_the_machine_the_call_goes_on(
    bench: Workbench, call_id: UUID, terminal: "Terminal"
) -> None:
    terminal.press("before ")
    terminal.wait_for("before")
    terminal.process.send_signal(signal.SIGSTOP)
    terminal.press("while ")
    time.sleep(0.5)
    terminal.process.send_signal(signal.SIGCONT)
    terminal.press("after")
    until(lambda: bench.store.draft(call_id) == "before while after")
    terminal.wait_for("before while after")


def test_a_call_taken_over_during_a_pause_is_not_written_over(
    bench: Workbench, call_id: UUID, terminal: "Terminal"
) -> None:
    terminal.process.send_signal(signal.SIGSTOP)
    loaded = LoadedSettings(settings=bench.settings, origins={})
    with closing(Workbench(loaded, extractor=bench.extractor)) as other:
        LiveCall(other, call_id, take_over=True).save_draft("the other window's words")
    terminal.process.send_signal(signal.SIGCONT)
    terminal.press("mine")
    terminal.wait_for("has this call open")
    assert bench.store.draft(call_id) == "the other window's words"


def test_a_store_that_another_program_locks_is_told_and_takes_all_when_it_is_free(
    bench: Workbench, call_id: UUID, terminal: "Terminal"
) -> None:
    with closing(sqlite3.connect(bench.store_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        terminal.press("need: late trucks\rand more")
        terminal.wait_for("NOT SAVED")
        # The path of the store may be so long that the words are parted by a line's end.
        said = "is locked by another program"
        terminal.wait(lambda lines: said in " ".join(" ".join(lines).split()))
        terminal.press(" and more")
        terminal.wait_for("and more and more")
        other.execute("ROLLBACK")
    until(lambda: bench.store.draft(call_id) == "need: late trucks\nand more and more")
    terminal.wait(lambda lines: not any("NOT SAVED" in line for line in lines))
    terminal.wait(lambda lines: not any("locked by another" in line for line in lines))
