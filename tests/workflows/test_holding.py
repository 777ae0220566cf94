"""Who may write: one window; a window that was killed keeps nobody waiting."""

import subprocess
import sys
from uuid import UUID

import pytest

from assistant.domain.errors import ReadOnlyCall
from assistant.workflows.holding import is_gone, new_holder
from assistant.workflows.live_call import LiveCall
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="it waits for the lease there")


def of_process(number: int) -> str:
    machine, _, rest = new_holder().partition("-")
    return f"{machine}-{number}-{rest.partition('-')[2]}"


@pytest.fixture
def live(bench: Workbench, call_id: UUID) -> LiveCall:
    """The first window."""
    return LiveCall(bench, call_id)


@pytest.fixture
def ended() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@posix_only
def test_a_holder_is_gone_once_its_process_has_ended_on_this_machine(ended: int) -> None:
    elsewhere = "f" * 12 + of_process(ended)[12:]
    there = [new_holder(), elsewhere, "3f2a", "", f"{new_holder()[:12]}-word-x", of_process(2**80)]

    assert is_gone(of_process(ended))
    assert [one for one in there if is_gone(one)] == []


@posix_only
def test_a_call_of_a_killed_window_is_taken_at_once(
    live: LiveCall, bench: Workbench, clock: Clock, ended: int
) -> None:
    bench.store.take_lease(live.call_id, of_process(ended), bench.who, clock(), force=True)

    assert not LiveCall(bench, live.call_id).read_only


def test_a_window_that_reads_along_takes_the_call_once_its_lease_is_stale(
    live: LiveCall, bench: Workbench, clock: Clock
) -> None:
    live.save_draft("the first window's words")
    second = LiveCall(bench, live.call_id)
    assert not second.beat()

    clock.pass_seconds(31)
    assert second.beat()
    assert second.view().draft == "the first window's words"
    assert not live.beat()
    assert live.held_by == bench.who.name


def test_a_window_that_reads_along_takes_the_call_once_it_is_given_back(
    live: LiveCall, bench: Workbench
) -> None:
    second = LiveCall(bench, live.call_id)
    live.keep_notes("budget: 40k\n")
    live.close()

    assert second.beat()
    assert second.view().unread == 1


def test_what_another_window_wrote_meanwhile_is_seen_before_anything_is_written(
    live: LiveCall, bench: Workbench, clock: Clock
) -> None:
    live.keep_notes("mine\n")
    clock.pass_seconds(31)
    second = LiveCall(bench, live.call_id)
    second.keep_notes("mine\ntheirs\n")
    second.close()

    with pytest.raises(ReadOnlyCall):
        live.keep_notes("mine\nand more\n")
    assert live.view().read_only
    assert live.beat()
    assert live.view().draft == "mine\ntheirs\n"
