"""Bookmarks and corrected speakers in the store."""

from datetime import timedelta

import pytest

from assistant.domain.calls import Call
from assistant.domain.errors import NotFound
from assistant.domain.fields import Side
from assistant.domain.marks import in_force
from assistant.domain.store import Store
from tests.storage.samples import MAX, NOW, a_call, a_turn_mark


@pytest.fixture
def call(store: Store) -> Call:
    call = a_call()
    store.save_call(call)
    return call


def test_every_mark_is_kept_in_order(store: Store, call: Call) -> None:
    first = a_turn_mark(call)
    other = a_turn_mark(call, kind="speaker", text="Ana", side=Side.PROSPECT, by=MAX)
    gone = a_turn_mark(call, text=None, takes_back=first.id, at=NOW + timedelta(seconds=1))
    for mark in (first, other, gone):
        store.add_turn_mark(mark)

    assert store.turn_marks(call.id) == (first, other, gone)
    assert store.turn_marks(a_call().id) == ()


def test_a_mark_belongs_to_a_call(store: Store) -> None:
    with pytest.raises(NotFound):
        store.add_turn_mark(a_turn_mark(a_call()))


def test_of_a_turn_and_kind_the_latest_counts(call: Call) -> None:
    later = NOW + timedelta(minutes=1)
    old = a_turn_mark(call, text="first")
    new = a_turn_mark(call, text="second", at=later)
    speaker = a_turn_mark(call, kind="speaker", text="Ana")
    taken_away = a_turn_mark(call, turn=4, text=None, at=later)
    marks = (new, old, speaker, a_turn_mark(call, turn=4), taken_away)

    assert in_force(marks, "bookmark") == {("transcript", 0): new}
    assert in_force(marks, "speaker") == {("transcript", 0): speaker}


def test_a_mark_is_something_new_for_a_shared_folder(store: Store, call: Call) -> None:
    before = store.unsent()

    store.add_turn_mark(a_turn_mark(call))

    assert [one.call_id for one in store.unsent()] == [call.id]
    assert store.unsent() != before
