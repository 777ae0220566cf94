"""Packs calls into a file for somebody else's store, and takes such files in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from uuid import UUID

from assistant import __version__
from assistant.domain.errors import BadInput, NotFound, WrongUsage
from assistant.domain.privacy import KnownFile
from assistant.packs.manifest import ACCOUNTS, BANKS, CALLS, LEADS
from assistant.packs.writing import PackWriter, writing_pack
from assistant.workflows.recording import ACCOUNT, CALL, LEAD
from assistant.workflows.wiring import Workbench

Progress = Callable[[int, int], None]
"""Told how many calls are done, of how many."""

AT_ONCE = 25
"""So many calls are read in one transaction: whoever writes meanwhile waits no longer."""


def pack_calls(
    bench: Workbench, call_ids: Sequence[UUID], out: Path, progress: Progress | None = None
) -> Path:
    """Write calls with all that belongs to them into a new file. Returns its path.

    Raises ``WrongUsage`` where the file is there already or its folder is not, ``NotFound``
    for a call that is not in the store.
    """
    out = out.expanduser().absolute()
    if out.exists():
        raise WrongUsage(f"{out} is there already. Give the pack another name.")
    if not out.parent.is_dir():
        raise WrongUsage(f"There is no folder {out.parent} for the pack. Make it first.")
    known = KnownFile(path=str(out), kind="pack", at=bench.clock(), calls=tuple(call_ids))
    bench.store.remember_file(known)
    try:
        with writing_pack(out, by=bench.who, made_at=bench.clock(), program=__version__) as pack:
            add_calls(bench, pack, call_ids, progress)
    except OSError as error:
        bench.store.drop_file(str(out))
        raise BadInput(f"it cannot be written: {error.strerror}", file=str(out)) from error
    except BaseException:
        bench.store.drop_file(str(out))
        raise
    # Known before, so that one cut short is reached; as old as it is now, so that writing it
    # for a while does not look like a change.
    bench.store.remember_file(known.model_copy(update={"at": bench.clock()}))
    return out


def add_calls(
    bench: Workbench,
    pack: PackWriter,
    call_ids: Iterable[UUID],
    progress: Progress | None = None,
) -> None:
    """Add calls to a pack, with their leads, accounts and banks."""
    wanted = list(dict.fromkeys(call_ids))
    added: set[str] = set()
    for done, some in enumerate(_in_parts(wanted)):
        with bench.store.together():
            for number, call_id in enumerate(some, 1):
                _add_call(bench, pack, call_id, added)
                if progress:
                    progress(done * AT_ONCE + number, len(wanted))


def _in_parts(call_ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    left = iter(call_ids)
    while some := list(islice(left, AT_ONCE)):
        yield some


def _add_call(bench: Workbench, pack: PackWriter, call_id: UUID, added: set[str]) -> None:
    call = bench.store.call(call_id)
    if call is None:
        raise NotFound(f"There is no call {call_id}. `assistant call list` shows them.")
    record = CALL.record(bench, call)
    leads = {version.body.lead_id for version in record.versions if version.body.lead_id}
    for lead_id in sorted(leads | ({call.lead_id} if call.lead_id else set())):
        _add_lead(bench, pack, lead_id, added)
    for digest in {verdict.bank_digest for verdict in record.verdicts}:
        if (name := f"{BANKS}/{digest}.json") not in added:
            added.add(name)
            bank = bench.store.bank(digest)
            if bank is not None:
                pack.add(name, bank)
    pack.add(f"{CALLS}/{call_id}.json", record)


def _add_lead(bench: Workbench, pack: PackWriter, lead_id: UUID, added: set[str]) -> None:
    lead = bench.store.lead(lead_id)
    name = f"{LEADS}/{lead_id}.json"
    if lead is None or name in added:
        return
    added.add(name)
    record = LEAD.record(bench, lead)
    for version in record.versions:
        _add_account(bench, pack, version.body.account_id, added)
    pack.add(name, record)


def _add_account(
    bench: Workbench, pack: PackWriter, account_id: UUID | None, added: set[str]
) -> None:
    account = bench.store.account(account_id) if account_id else None
    name = f"{ACCOUNTS}/{account_id}.json"
    if account is None or name in added:
        return
    added.add(name)
    pack.add(name, ACCOUNT.record(bench, account))
