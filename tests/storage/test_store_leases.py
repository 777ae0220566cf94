"""Who holds a call: one window at a time."""

from datetime import timedelta
from pathlib import Path

import pytest

from assistant.domain.calls import Call, Lease
from assistant.domain.store import Store
from tests.storage.processes import run_together
from tests.storage.samples import DANA, MAX, NOW, a_call


@pytest.fixture
def call(store: Store) -> Call:
    call = a_call()
    store.save_call(call)
    return call


def after(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def test_the_first_window_gets_it_and_the_second_learns_whose_it_is(
    store: Store, call: Call
) -> None:
    first = store.take_lease(call.id, "one", DANA, NOW)
    second = store.take_lease(call.id, "two", MAX, NOW + after(29.9))

    assert first == second == Lease(call_id=call.id, holder="one", who=DANA, beat_at=NOW)


def test_the_holder_can_take_it_again(store: Store, call: Call) -> None:
    store.take_lease(call.id, "one", DANA, NOW)

    assert store.take_lease(call.id, "one", DANA, NOW + after(5)).beat_at == NOW + after(5)


@pytest.mark.parametrize("seconds", [30.0, 3600.0, -30.0])
def test_a_lease_that_is_not_kept_is_free(store: Store, call: Call, seconds: float) -> None:
    """Minus thirty: the holder's clock was ahead by so much when it was last kept."""
    store.take_lease(call.id, "one", DANA, NOW)

    assert store.take_lease(call.id, "two", MAX, NOW + after(seconds)).holder == "two"


def test_a_beat_keeps_it(store: Store, call: Call) -> None:
    store.take_lease(call.id, "one", DANA, NOW)

    assert store.beat(call.id, "one", NOW + after(20))
    assert store.take_lease(call.id, "two", MAX, NOW + after(45)).holder == "one"


def test_whoever_was_overtaken_learns_it_at_the_next_beat(store: Store, call: Call) -> None:
    store.take_lease(call.id, "one", DANA, NOW)
    taken = store.take_lease(call.id, "two", MAX, NOW, force=True)

    assert (taken.holder, taken.who) == ("two", MAX)
    assert not store.beat(call.id, "one", NOW)
    assert store.beat(call.id, "two", NOW)


def test_a_released_lease_is_free(store: Store, call: Call) -> None:
    store.take_lease(call.id, "one", DANA, NOW)
    store.release(call.id, "one")

    assert not store.beat(call.id, "one", NOW)
    assert store.take_lease(call.id, "two", MAX, NOW).holder == "two"


def test_releasing_what_is_anothers_changes_nothing(store: Store, call: Call) -> None:
    store.take_lease(call.id, "one", DANA, NOW)
    store.release(call.id, "two")

    assert store.beat(call.id, "one", NOW)


def test_leases_of_two_calls_do_not_meet(store: Store, call: Call) -> None:
    other = a_call()
    store.save_call(other)
    store.take_lease(call.id, "one", DANA, NOW)

    assert store.take_lease(other.id, "two", MAX, NOW).holder == "two"


def test_of_processes_that_race_one_holds_it(store: Store, path: Path, call: Call) -> None:
    code = f"""
store = open_store(path, clock=clock)
lease = store.take_lease(UUID('{call.id}'), uuid4().hex, DANA, clock())
say(lease.holder)
store.close()
"""
    holders = run_together(code, path, 4)

    assert len(set(holders)) == 1
    assert len(holders[0]) == 32
