"""Whole records of the store, with the facts as they stand noted as a version."""

from uuid import UUID

from assistant.domain.calls import Call
from assistant.domain.people import Account, Lead
from assistant.domain.records import AccountRecord, CallRecord, LeadRecord
from assistant.packs.merging import merged_accounts, merged_calls, merged_leads
from assistant.packs.versions import (
    call_facts,
    lead_facts,
    present_account,
    present_call,
    present_lead,
    with_account,
    with_call,
    with_lead,
)
from assistant.workflows.wiring import Workbench


def call_record(bench: Workbench, call: Call) -> CallRecord:
    """Everything of a call, in the order that merging gives. Its facts are kept as a version."""
    found = bench.store.call_record(call.id)
    record = found or CallRecord(versions=())
    facts = call_facts(call, record.consents)
    versions = with_call(record.versions, facts, bench.who, bench.clock())
    if versions != record.versions:
        bench.store.add_versions("call", versions)
        record = record.model_copy(update={"versions": versions})
    return merged_calls(record, record)


def lead_record(bench: Workbench, lead: Lead) -> LeadRecord:
    """Everything of a lead. Its facts are kept as a version."""
    record = bench.store.lead_record(lead.id) or LeadRecord(versions=())
    facts = lead_facts(lead, record.moves)
    versions = with_lead(record.versions, facts, bench.who, bench.clock())
    if versions != record.versions:
        bench.store.add_versions("lead", versions)
        record = record.model_copy(update={"versions": versions})
    return merged_leads(record, record)


def account_record(bench: Workbench, account: Account) -> AccountRecord:
    """The versions of an account. Its facts are kept as one."""
    record = bench.store.account_record(account.id) or AccountRecord(versions=())
    versions = with_account(record.versions, account, bench.who, bench.clock())
    if versions != record.versions:
        bench.store.add_versions("account", versions)
        record = record.model_copy(update={"versions": versions})
    return merged_accounts(record, record)


def take_in_account(bench: Workbench, theirs: AccountRecord) -> tuple[AccountRecord, bool]:
    """Put an account that came from elsewhere together with what is here; whether it changed."""
    account = bench.store.account(theirs.versions[0].body.id)
    mine = account_record(bench, account) if account else None
    merged = merged_accounts(mine or theirs, theirs)
    if merged == mine:
        return merged, False
    bench.store.put_account(merged, present_account(merged.versions))
    return merged, True


def take_in_lead(
    bench: Workbench, theirs: LeadRecord, gone: frozenset[tuple[str, UUID]]
) -> tuple[LeadRecord, bool]:
    """The same for a lead, less what is ``gone`` of it."""
    events = tuple(one for one in theirs.events if ("event", one.id) not in gone)
    theirs = theirs.model_copy(update={"events": events})
    lead = bench.store.lead(theirs.versions[0].body.id)
    mine = lead_record(bench, lead) if lead else None
    merged = merged_leads(mine or theirs, theirs)
    if merged == mine:
        return merged, False
    bench.store.put_lead(merged, present_lead(merged.versions, merged.moves))
    return merged, True


def take_in_call(
    bench: Workbench, theirs: CallRecord, call: Call | None
) -> tuple[CallRecord, bool]:
    """The same for a call; ``call`` is the one that is here, if it is."""
    mine = call_record(bench, call) if call else None
    merged = merged_calls(mine or theirs, theirs)
    if merged == mine:
        return merged, False
    bench.store.put_call(merged, present_call(merged.versions, merged.consents))
    return merged, True
