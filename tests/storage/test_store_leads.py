"""Accounts, leads, and what they did."""

from datetime import timedelta
from uuid import uuid4

import pytest

from assistant.domain.errors import BadInput, NotFound
from assistant.domain.people import Role
from assistant.domain.store import Store
from tests.storage.samples import DANA, NOW, a_call, a_lead, a_move, an_account, an_event


def test_an_account_is_read_as_it_was_saved(store: Store) -> None:
    one, other = an_account("Zeta"), an_account("Alpha").model_copy(update={"employees": None})
    for account in (one, other):
        store.save_account(account)

    assert store.account(one.id) == one
    assert store.accounts() == (other, one)
    assert store.account(uuid4()) is None


def test_saving_an_account_again_replaces_it(store: Store) -> None:
    account = an_account()
    store.save_account(account)
    moved = account.model_copy(update={"place": "Braga", "employees": None})

    store.save_account(moved)

    assert store.accounts() == (moved,)


def test_a_lead_is_read_as_it_was_saved(store: Store) -> None:
    account = an_account()
    store.save_account(account)
    one, other = a_lead("Zoe Lane", account), a_lead("Al Berg")
    for lead in (one, other):
        store.save_lead(lead)

    assert store.lead(one.id) == one
    assert store.leads() == (other, one)
    assert store.lead(uuid4()) is None


def test_saving_a_lead_again_replaces_it_and_keeps_its_calls(store: Store) -> None:
    lead = a_lead()
    store.save_lead(lead)
    store.save_call(a_call(lead))

    store.save_lead(lead.model_copy(update={"name": "Lena Berg"}))

    assert [row.lead_name for row in store.calls()] == ["Lena Berg"]


def test_a_lead_at_an_account_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFound, match="is not in the store"):
        store.save_lead(a_lead("Lena Ortiz", an_account()))

    assert store.leads() == ()


def test_events_are_those_of_the_lead_oldest_first(store: Store) -> None:
    lead, other = a_lead(), a_lead("Al Berg")
    late = an_event(lead, "trial", note="from the fair")
    early = an_event(lead, at=NOW - timedelta(days=3))
    for one in (lead, other):
        store.save_lead(one)
    for event in (late, early, an_event(other)):
        store.add_event(event)

    assert store.events(lead.id) == (early, late)


def test_a_move_sets_the_stage_and_is_kept(store: Store) -> None:
    lead = a_lead(stage="unqualified")
    store.save_lead(lead)
    call = a_call(lead)
    store.save_call(call)
    first = a_move(lead, call)
    back = a_move(lead, to_stage="recycled", blocked_by=(), override_reason="")

    store.add_move(first)
    store.add_move(back)

    assert store.moves(lead.id) == (first, back)
    after = store.lead(lead.id)
    assert after is not None
    assert after.stage == "recycled"


def test_a_move_of_a_lead_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFound):
        store.add_move(a_move(a_lead()))


def test_a_decider_stays_as_he_or_she_was(store: Store) -> None:
    """Dana's move as a rep stays a rep's move after her promotion."""
    lead = a_lead()
    store.save_lead(lead)
    promoted = DANA.model_copy(update={"role": Role.MANAGER})
    moves = (a_move(lead), a_move(lead, by=promoted))
    for move in moves:
        store.add_move(move)

    assert [move.by for move in store.moves(lead.id)] == [DANA, promoted]


def test_what_is_no_unicode_is_refused_in_words(store: Store) -> None:
    """A terminal of another encoding gives such characters."""
    strange = DANA.model_copy(update={"name": "D\udcffna"})

    with pytest.raises(BadInput, match="not Unicode"):
        store.save_lead(a_lead("L\udcffna Ortiz"))
    with pytest.raises(BadInput, match="not Unicode"):
        store.save_call(a_call(rep=strange))

    assert (store.leads(), store.calls()) == ((), ())
