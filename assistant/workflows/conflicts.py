"""What people said or changed apart from each other.

What the conflicts are follows from what is kept. The store notes which calls, leads and
accounts are in conflict, so that the queue can ask it.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from assistant.domain.answers import Decision
from assistant.domain.calls import Call
from assistant.domain.conflicts import Conflict
from assistant.domain.people import Account, Lead
from assistant.domain.records import B
from assistant.domain.verdict import RecordedVerdict
from assistant.packs.acts import in_order
from assistant.packs.conflicts import conflicts_within
from assistant.workflows.recording import ACCOUNT, CALL, LEAD, Keeping, R
from assistant.workflows.viewing import call_of, whom
from assistant.workflows.wiring import Workbench


def conflicts_of(bench: Workbench, call: Call) -> tuple[Conflict, ...]:
    """The conflicts in a call, in its lead and in its account."""
    store = bench.store
    lead, account = whom(bench, call)
    decisions, verdicts = store.decisions(call.id), store.verdicts(call.id)
    return conflicts_beside(bench, call, lead, account, decisions, verdicts)


def conflicts_beside(
    bench: Workbench,
    call: Call,
    lead: Lead | None,
    account: Account | None,
    decisions: Sequence[Decision],
    verdicts: Sequence[RecordedVerdict],
) -> tuple[Conflict, ...]:
    """The same, where the caller has what is kept. What never travelled has no conflicts."""
    acts = {"decisions": in_order(decisions), "verdicts": in_order(verdicts)}
    found = _within(bench, CALL, call, **acts)
    if lead is not None:
        found += _within(bench, LEAD, lead)
    if account is not None:
        found += _within(bench, ACCOUNT, account)
    ids = {call.id, *(one.id for one in (lead, account) if one)}
    note_conflicts(bench, ids, found)
    return found


def note_conflicts(bench: Workbench, among: Collection[UUID], found: Sequence[Conflict]) -> None:
    """Note which of these calls, leads and accounts are in conflict, where that is news."""
    now = {one.of for one in found} & set(among)
    if bench.store.in_conflict(among) != now:
        bench.store.note_conflicts(among, now)


def look_again(bench: Workbench, call_id: UUID) -> None:
    """Look whether something that was done just now ended a call's conflicts."""
    if bench.store.in_conflict([call_id]):
        conflicts_of(bench, call_of(bench, call_id))


def _within(
    bench: Workbench, keeping: Keeping[B, R], body: B, **more: object
) -> tuple[Conflict, ...]:
    """The conflicts in the versions of something, and in ``more`` of its record."""
    record = keeping.versions(bench.store, body.id)
    if not record.versions:
        return ()
    return conflicts_within(keeping.noted(bench, record, body).model_copy(update=more))
