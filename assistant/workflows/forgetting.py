"""Forgets for good: finds what a person means, and has the store erase it."""

from datetime import date
from typing import Literal
from uuid import UUID

from assistant.domain.calls import ForgetReport
from assistant.domain.days import day_of
from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.frozen import Frozen
from assistant.domain.people import Account
from assistant.workflows.known_files import reach_files
from assistant.workflows.people import find_lead
from assistant.workflows.reviewing import find_call
from assistant.workflows.wiring import Workbench

Forgettable = Literal["lead", "account", "call", "before"]


class Target(Frozen):
    """What is to be forgotten, and how a person knows it."""

    kind: Forgettable
    name: str
    id: UUID | None = None
    day: date | None = None


def find_target(bench: Workbench, kind: Forgettable, text: str) -> Target:
    """What a person means by ``text``: an id or its beginning, an e-mail, a name, a day.

    Raises ``NotFound`` for nothing or for several, ``WrongUsage`` for what is no day.
    """
    if kind == "lead":
        lead = find_lead(bench, text)
        return Target(kind=kind, name=f"{lead.name} {lead.email}".strip(), id=lead.id)
    if kind == "account":
        account = find_account(bench, text)
        return Target(kind=kind, name=account.name, id=account.id)
    if kind == "call":
        call = find_call(bench, text)
        return Target(kind=kind, name=f"{call.title}, {call.call_date}", id=call.id)
    return Target(kind=kind, name=text.strip(), day=day_of(text))


def forget(bench: Workbench, target: Target, *, dry_run: bool) -> ForgetReport:
    """Erase it for good, or count what that would erase, in known files too.

    Raises ``ReadOnlyCall`` where a window has such a call open, and ``StoreUnavailable``
    where another program stops the bytes from being removed.
    """
    report = _erase(bench, target, dry_run=dry_run)
    files = reach_files(bench, report.calls, dry_run=dry_run)
    return report.model_copy(update={"files": files})


def _erase(bench: Workbench, target: Target, *, dry_run: bool) -> ForgetReport:
    store, who = bench.store, bench.who
    if target.day is not None:
        return store.forget_before(target.day, who, dry_run=dry_run)
    if target.id is None:
        raise WrongUsage("Say what is to be forgotten.")
    forgets = {
        "lead": store.forget_lead,
        "account": store.forget_account,
        "call": store.forget_call,
    }
    return forgets[target.kind](target.id, who, dry_run=dry_run)


def find_account(bench: Workbench, text: str) -> Account:
    """The account with that id, an unambiguous beginning of one, or that name.

    Raises ``NotFound`` for none, or for several, which it lists.
    """
    wanted = text.strip().casefold()
    accounts = bench.store.accounts()
    exact = [one for one in accounts if one.name.casefold() == wanted]
    found = exact or [one for one in accounts if wanted and str(one.id).startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"There is no account {text!r}. `assistant lead list` shows them.")
    several = ", ".join(f"{one.name} ({str(one.id)[:8]})" for one in found)
    raise NotFound(f"{text!r} is more than one account: {several}. Give an id.")
