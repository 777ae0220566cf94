"""Whole records of the store, with the facts as they stand noted as a version."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from assistant.domain.calls import Call
from assistant.domain.people import Account, Lead
from assistant.domain.records import (
    AccountRecord,
    AccountVersion,
    B,
    CallRecord,
    CallVersion,
    Kept,
    LeadRecord,
    LeadVersion,
    Record,
)
from assistant.domain.store import Store
from assistant.packs.merging import merged_accounts, merged_calls, merged_leads
from assistant.packs.versions import (
    account_facts,
    call_facts,
    lead_facts,
    present_account,
    present_call,
    present_lead,
    with_version,
)
from assistant.workflows.wiring import Workbench

R = TypeVar("R", bound=Record[Any])


@dataclass(frozen=True)
class Keeping(Generic[B, R]):
    """How calls, leads or accounts are kept.

    ``whole`` is all that is kept, ``versions`` no more than what the present facts follow
    from. ``facts`` are those of a version, ``present`` those in force; ``save`` keeps these
    alone, ``put`` with the whole record.
    """

    whole: Callable[[Store, UUID], R | None]
    versions: Callable[[Store, UUID], R]
    facts: Callable[[B, R], B]
    present: Callable[[R], B]
    merged: Callable[[R, R], R]
    save: Callable[[Store, B], None]
    put: Callable[[Store, R, B], None]

    def noted(self, bench: Workbench, record: R, body: B) -> R:
        """A record, with the facts as they stand as its last version."""
        facts = self.facts(body, record)
        versions = with_version(record.versions, facts, bench.who, bench.clock())
        return record.model_copy(update={"versions": versions})

    def record(self, bench: Workbench, body: B) -> R:
        """Everything, in the order that merging gives. The facts are kept as a version."""
        known = self.whole(bench.store, body.id) or self.versions(bench.store, body.id)
        record = self.noted(bench, known, body)
        if record.versions != known.versions:
            bench.store.add_versions(record.kind, record.versions)
        return self.merged(record, record)

    def take_in(self, bench: Workbench, theirs: R, body: B | None) -> tuple[R, bool]:
        """Put what came from elsewhere together with what is here; whether it changed.

        ``body`` is what is here, if it is.
        """
        mine = self.record(bench, body) if body else None
        merged = self.merged(mine or theirs, theirs)
        if merged == mine:
            return merged, False
        self.put(bench.store, merged, self.present(merged))
        return merged, True


CALL = Keeping[Call, CallRecord](
    whole=lambda store, of: store.call_record(of),
    versions=lambda store, of: CallRecord(
        versions=store.versions(CallVersion, of), consents=store.consents(of)
    ),
    facts=call_facts,
    present=present_call,
    merged=merged_calls,
    save=lambda store, call: store.save_call(call),
    put=lambda store, record, call: store.put_call(record, call),
)
LEAD = Keeping[Lead, LeadRecord](
    whole=lambda store, of: store.lead_record(of),
    versions=lambda store, of: LeadRecord(
        versions=store.versions(LeadVersion, of), moves=store.moves(of)
    ),
    facts=lead_facts,
    present=present_lead,
    merged=merged_leads,
    save=lambda store, lead: store.save_lead(lead),
    put=lambda store, record, lead: store.put_lead(record, lead),
)
ACCOUNT = Keeping[Account, AccountRecord](
    whole=lambda store, of: store.account_record(of),
    versions=lambda store, of: AccountRecord(versions=store.versions(AccountVersion, of)),
    facts=account_facts,
    present=present_account,
    merged=merged_accounts,
    save=lambda store, account: store.save_account(account),
    put=lambda store, record, account: store.put_account(record, account),
)
KEEPING: dict[Kept, Keeping[Any, Any]] = {"call": CALL, "lead": LEAD, "account": ACCOUNT}
