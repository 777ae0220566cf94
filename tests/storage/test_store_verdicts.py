"""Banks, verdicts and reviews."""

from datetime import timedelta

import pytest

from assistant.domain.calls import Call
from assistant.domain.errors import NotFound
from assistant.domain.store import Store
from assistant.domain.verdict import Outcome
from tests.storage.samples import MAX, a_bank, a_call, a_review, a_verdict, no_call


@pytest.fixture
def call(store: Store) -> Call:
    call = a_call()
    store.save_call(call)
    store.save_bank(a_bank())
    return call


def test_a_bank_is_kept_once_a_digest(store: Store) -> None:
    first, changed = a_bank(digest="d1"), a_bank("champ", digest="d1")
    other = a_bank(digest="d2").model_copy(update={"version": 4})
    for bank in (first, changed, other):
        store.save_bank(bank)

    assert store.bank("d1") == first
    assert store.bank("d2") == other
    assert store.bank("d3") is None


def test_verdicts_are_all_kept_and_numbered_by_call(store: Store, call: Call) -> None:
    other = a_call()
    store.save_call(other)
    first = a_verdict(call)
    second = a_verdict(
        call, Outcome.QUALIFIED, number=1, kind="override", by=MAX, reason="They signed."
    )
    for verdict in (first, a_verdict(other, number=7), second):
        store.add_verdict(verdict)

    assert store.verdicts(call.id) == (first, second.model_copy(update={"number": 2}))
    assert [verdict.number for verdict in store.verdicts(other.id)] == [1]
    assert store.verdicts(no_call()) == ()


def test_a_verdict_by_a_bank_that_was_not_kept_is_refused(store: Store, call: Call) -> None:
    """It could not be reached again."""
    with pytest.raises(NotFound):
        store.add_verdict(a_verdict(call, bank_digest="lost"))

    assert store.verdicts(call.id) == ()


def test_reviews_are_all_kept_in_order(store: Store, call: Call) -> None:
    entries = (
        a_review(call, answer_id="a1"),
        a_review(call, source="transcript", turn=4, text=""),
        a_review(call, action="reverse", verdict_number=2),
    )
    later = tuple(
        entry.model_copy(update={"at": entry.at + timedelta(seconds=number)})
        for number, entry in enumerate(entries)
    )
    for entry in (later[1], later[0], later[2]):
        store.add_review(entry)

    assert store.reviews(call.id) == later
    assert store.reviews(no_call()) == ()
