"""Takes packs in: everything is checked before anything is written, and all of it or nothing is."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from uuid import UUID

from assistant.domain.bank import Bank
from assistant.domain.conflicts import Conflict
from assistant.domain.errors import BadInput, NotFound, ReadOnlyCall, WrongUsage
from assistant.domain.frozen import Frozen
from assistant.domain.people import Who
from assistant.domain.records import (
    AccountRecord,
    CallRecord,
    Forgotten,
    Gone,
    LeadRecord,
    Tombstone,
)
from assistant.packs.acts import in_order
from assistant.packs.checking import check_account, check_call, check_lead
from assistant.packs.conflicts import conflicts_within
from assistant.packs.manifest import ACCOUNTS, BANKS, CALLS, FORGOTTEN, LEADS
from assistant.packs.merging import merged_calls
from assistant.packs.parts import PARTS, without_parts
from assistant.packs.reading import PackFile, reading_pack
from assistant.packs.unheard import unheard
from assistant.packs.versions import present_call
from assistant.workflows.conflicts import note_conflicts
from assistant.workflows.consent import may_read, reminder
from assistant.workflows.packing import Progress
from assistant.workflows.recording import ACCOUNT, CALL, LEAD
from assistant.workflows.wiring import Workbench


class CameIn(Frozen):
    """What a pack brought. ``forgotten`` are calls that were left out, being forgotten here.

    ``not_mine`` are calls that this person does not want. ``same`` are as they were. Of the
    ``unheard`` the team's rule about consent let nothing in that was said; ``unasked`` came
    with a reminder that consent to them is not noted.
    """

    file: str
    by: Who
    new: tuple[UUID, ...] = ()
    changed: tuple[UUID, ...] = ()
    same: int = 0
    forgotten: tuple[UUID, ...] = ()
    not_mine: int = 0
    unheard: tuple[UUID, ...] = ()
    unasked: tuple[UUID, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def unpack(
    bench: Workbench, path: Path, progress: Progress | None = None, *, bring_back: bool = False
) -> CameIn:
    """Take a pack in. What was forgotten here comes back only where that is asked for.

    Raises ``BadInput`` for a file that is damaged, hostile or newer than this program, and
    ``ReadOnlyCall`` where a window has one of the calls open: then nothing was changed.
    """
    with reading_pack(path) as pack:
        return take_in(bench, pack, str(path), progress, bring_back=bring_back)


def take_in(
    bench: Workbench,
    pack: PackFile,
    name: str,
    progress: Progress | None = None,
    *,
    bring_back: bool = False,
    wanted: Callable[[CallRecord], bool] = lambda _: True,
) -> CameIn:
    """Take in an open pack; only the calls that are ``wanted``."""
    taking = _Taking(bench, pack, name, progress, wanted)
    taking.check()
    try:
        with bench.store.together():
            return taking.take(bring_back=bring_back)
    except (WrongUsage, NotFound) as error:
        raise BadInput(f"{error} Nothing of it was taken in.", file=name) from None
    except (OverflowError, UnicodeError) as error:
        raise BadInput(
            f"it holds what cannot be kept: {error}. Nothing of it was taken in.", file=name
        ) from None


def forgotten_in(pack: PackFile, name: str) -> tuple[Tombstone, ...]:
    """What the pack says was forgotten by whoever made it."""
    if FORGOTTEN not in pack:
        return ()
    tombstones = pack.read(FORGOTTEN, Forgotten).tombstones
    if any(one.by.id != pack.manifest.by.id for one in tombstones):
        raise BadInput("it forgets in somebody else's name", file=name)
    return tombstones


class _Taking:
    """One pack on its way in."""

    def __init__(
        self,
        bench: Workbench,
        pack: PackFile,
        name: str,
        progress: Progress | None,
        wanted: Callable[[CallRecord], bool],
    ) -> None:
        self._bench = bench
        self._pack = pack
        self._name = name
        self._wanted = wanted
        self._tell = progress or (lambda _done, _of: None)
        self._taken: set[str] = set()
        self._gone: frozenset[tuple[str, UUID]] = frozenset()
        self._open: frozenset[UUID] = frozenset()
        self._conflicts: list[Conflict] = []
        self._new: list[UUID] = []
        self._changed: list[UUID] = []
        self._forgotten: list[UUID] = []
        self._unheard: list[UUID] = []
        self._unasked: list[UUID] = []
        self._moved: list[LeadRecord] = []
        self._known_there: list[UUID] = []
        self._same = self._not_mine = 0

    def check(self) -> None:
        """Read and check every member. Raises ``BadInput``."""
        forgotten_in(self._pack, self._name)
        for member in self._pack.names(ACCOUNTS):
            self._account(member)
        for member in self._pack.names(LEADS):
            self._lead(member)
        for member in self._pack.names(BANKS):
            self._bank(member)
        calls = self._pack.names(CALLS)
        for number, member in enumerate(calls, 1):
            self._call(member)
            self._tell(number, 2 * len(calls))

    def take(self, *, bring_back: bool) -> CameIn:
        """Write what is new, in the transaction that is open."""
        store = self._bench.store
        if bring_back:
            kinds: tuple[Gone, ...] = ("call", *PARTS)
            for kind in kinds:
                store.unbury(kind, map(_id_of, self._pack.names(CALLS)))
            store.unbury("lead", map(_id_of, self._pack.names(LEADS)))
        self._gone = frozenset((one.kind, one.id) for one in store.tombstones())
        self._open = store.open_calls(self._bench.clock())
        calls = self._pack.names(CALLS)
        for number, member in enumerate(calls, 1):
            self._take_call(_id_of(member), self._call(member))
            self._tell(len(calls) + number, 2 * len(calls))
        for record in self._moved:
            # Now the calls are here that its moves were made in.
            LEAD.take_in(self._bench, record, store.lead(record.versions[0].body.id))
        store.nothing_to_send(self._known_there)
        return CameIn(
            file=self._name,
            by=self._pack.manifest.by,
            new=tuple(self._new),
            changed=tuple(self._changed),
            same=self._same,
            forgotten=tuple(self._forgotten),
            not_mine=self._not_mine,
            unheard=tuple(self._unheard),
            unasked=tuple(self._unasked),
            conflicts=tuple(self._conflicts),
        )

    def _take_call(self, call_id: UUID, record: CallRecord) -> None:
        store = self._bench.store
        lead_id = in_order(record.versions)[-1].body.lead_id
        if ("call", call_id) in self._gone or ("lead", lead_id) in self._gone:
            self._forgotten.append(call_id)
            return
        if not self._wanted(record):
            self._not_mine += 1
            return
        if call_id in self._open:
            raise ReadOnlyCall(
                f"{self._name}: the call {str(call_id)[:8]} is open in a window. Close it, then "
                f"try again. Nothing of the pack was taken in."
            )
        for version in record.versions:
            self._take_lead(version.body.lead_id)
        for digest in {verdict.bank_digest for verdict in record.verdicts}:
            if (name := f"{BANKS}/{digest}.json") not in self._taken:
                self._taken.add(name)
                store.save_bank(self._bank(name))
        call = store.call(call_id)
        parts = [part for part in PARTS if (part, call_id) in self._gone]
        allowed = self._as_consented(record, call_id)
        merged, changes = CALL.take_in(self._bench, without_parts(allowed, parts), call)
        if call is None or merged == merged_calls(record, record):
            self._known_there.append(call_id)
        if not changes:
            self._same += 1
            return
        (self._changed if call else self._new).append(call_id)
        if reminder(self._bench, call_id):
            self._unasked.append(call_id)
        self._note(conflicts_within(merged), call_id)

    def _as_consented(self, record: CallRecord, call_id: UUID) -> CallRecord:
        """What may be stored of a call: its words where they may be read, as anywhere else.

        What was noted about consent last counts, on whichever side.
        """
        store = self._bench.store
        noted = (*record.consents, *store.consents(call_id))
        if may_read(
            self._bench, present_call(record.model_copy(update={"consents": noted})).consent
        ):
            return record
        allowed, less = unheard(record, store.sources(call_id))
        if less:
            self._unheard.append(call_id)
        return allowed

    def _take_lead(self, lead_id: UUID | None) -> None:
        name = f"{LEADS}/{lead_id}.json"
        if (
            lead_id is None
            or name not in self._pack
            or name in self._taken
            or ("lead", lead_id) in self._gone
        ):
            return
        self._taken.add(name)
        record = self._lead(name)
        events = (one for one in record.events if ("event", one.id) not in self._gone)
        record = record.model_copy(update={"events": tuple(events)})
        for version in record.versions:
            self._take_account(version.body.account_id)
        merged, changes = LEAD.take_in(self._bench, record, self._bench.store.lead(lead_id))
        if any(move.call_id for move in record.moves):
            self._moved.append(record)
        if changes:
            self._note(conflicts_within(merged), lead_id)

    def _take_account(self, account_id: UUID | None) -> None:
        name = f"{ACCOUNTS}/{account_id}.json"
        if account_id is None or name not in self._pack or name in self._taken:
            return
        self._taken.add(name)
        if ("account", account_id) in self._gone:
            self._bench.store.unbury("account", [account_id])
        account = self._bench.store.account(account_id)
        merged, changes = ACCOUNT.take_in(self._bench, self._account(name), account)
        if changes:
            self._note(conflicts_within(merged), account_id)

    def _note(self, conflicts: tuple[Conflict, ...], of: UUID) -> None:
        self._conflicts += conflicts
        note_conflicts(self._bench, [of], conflicts)

    def _account(self, member: str) -> AccountRecord:
        record = self._pack.read(member, AccountRecord)
        self._checked(member, check_account, record, _id_of(member))
        return record

    def _lead(self, member: str) -> LeadRecord:
        record = self._pack.read(member, LeadRecord)
        self._checked(member, check_lead, record, _id_of(member))
        return record

    def _bank(self, member: str) -> Bank:
        bank = self._pack.read(member, Bank)
        if bank.digest != PurePosixPath(member).stem:
            raise self._bad(member, "it is another bank than its name says")
        return bank

    def _call(self, member: str) -> CallRecord:
        record = self._pack.read(member, CallRecord)
        banks = [PurePosixPath(name).stem for name in self._pack.names(BANKS)]
        self._checked(member, check_call, record, _id_of(member), banks)
        return record

    def _checked(self, member: str, check: Callable[..., None], *facts: object) -> None:
        try:
            check(*facts)
        except ValueError as error:
            raise self._bad(member, str(error)) from None

    def _bad(self, member: str, why: str) -> BadInput:
        return BadInput(f"{member}: {why}. Nothing of it was taken in.", file=self._name)


def _id_of(member: str) -> UUID:
    return UUID(PurePosixPath(member).stem)
