"""What people said or changed apart from each other."""

from assistant.domain.calls import Call
from assistant.packs.conflicts import (
    Conflict,
    conflicts_of_account,
    conflicts_of_call,
    conflicts_of_lead,
)
from assistant.workflows.recording import account_record, call_record, lead_record
from assistant.workflows.viewing import whom
from assistant.workflows.wiring import Workbench

__all__ = ["Conflict", "conflicts_of"]


def conflicts_of(bench: Workbench, call: Call) -> tuple[Conflict, ...]:
    """The conflicts in a call, in its lead and in its account."""
    lead, account = whom(bench, call)
    found = conflicts_of_call(call_record(bench, call))
    if lead is not None:
        found += conflicts_of_lead(lead_record(bench, lead))
    if account is not None:
        found += conflicts_of_account(account_record(bench, account))
    return found
