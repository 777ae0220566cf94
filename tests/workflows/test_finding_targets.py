"""Finding what a person wants forgotten."""

from datetime import date

import pytest

from assistant.domain.errors import NotFound, WrongUsage
from assistant.workflows.forgetting import Target, find_account, find_target, forget
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench


@pytest.fixture
def named(bench: Workbench) -> Workbench:
    """A workbench with two leads at two accounts."""
    add_lead(bench, NewLead(name="Lena Ortiz", email="lena@acme.example", account="Acme"))
    add_lead(bench, NewLead(name="Al Berg", account="Borg"))
    return bench


def test_a_lead_by_name_e_mail_and_id(named: Workbench) -> None:
    lead = next(one for one in named.store.leads() if one.name == "Lena Ortiz")
    target = Target(kind="lead", name="Lena Ortiz lena@acme.example", id=lead.id)

    for text in ("lena ortiz", " LENA@acme.example", str(lead.id)[:8], str(lead.id)):
        assert find_target(named, "lead", text) == target


def test_an_account_by_name_and_id(named: Workbench) -> None:
    account = next(one for one in named.store.accounts() if one.name == "Borg")

    for text in ("borg ", str(account.id)[:8].upper(), str(account.id)):
        assert find_target(named, "account", text) == Target(
            kind="account", name="Borg", id=account.id
        )


def test_a_call_by_id(named: Workbench) -> None:
    call_id = start_call(named, title="Kick-off")

    target = find_target(named, "call", str(call_id)[:8])

    assert (target.id, target.name) == (call_id, "Kick-off, 2026-03-10")


def test_a_day(named: Workbench) -> None:
    assert find_target(named, "before", " 2026-03-12") == Target(
        kind="before", name="2026-03-12", day=date(2026, 3, 12)
    )
    with pytest.raises(WrongUsage, match="2026-13-01"):
        find_target(named, "before", "2026-13-01")


@pytest.mark.parametrize("text", ["", "  ", "Nobody", "zz"])
def test_nothing_is_guessed(named: Workbench, text: str) -> None:
    for kind in ("lead", "account", "call"):
        with pytest.raises(NotFound):
            find_target(named, kind, text)


def test_two_accounts_of_a_name_are_listed(named: Workbench) -> None:
    one, other = named.store.accounts()
    named.store.save_account(other.model_copy(update={"name": one.name}))

    with pytest.raises(NotFound, match="more than one account") as caught:
        find_account(named, one.name)

    assert all(str(account.id)[:8] in str(caught.value) for account in (one, other))


def test_a_dry_run_keeps_what_forgetting_erases(named: Workbench) -> None:
    target = find_target(named, "lead", "Lena Ortiz")

    counted = forget(named, target, dry_run=True)
    assert len(named.store.leads()) == 2

    erased = forget(named, target, dry_run=False)
    assert counted.erased == erased.erased == {"leads": 1, "accounts": 1}
    assert [lead.name for lead in named.store.leads()] == ["Al Berg"]


def test_a_target_of_nothing_is_refused(named: Workbench) -> None:
    with pytest.raises(WrongUsage):
        forget(named, Target(kind="lead", name=""), dry_run=False)
