"""Keeps a store and a shared folder in step: what others wrote comes in, what is new goes out."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from uuid import UUID

from assistant import __version__
from assistant.domain.errors import BadInput, ReadOnlyCall
from assistant.domain.frozen import Frozen
from assistant.domain.people import Role
from assistant.domain.privacy import FileFate
from assistant.domain.records import CallRecord, Forgotten, Tombstone, Unsent
from assistant.packs.acts import in_order
from assistant.packs.manifest import FORGOTTEN
from assistant.packs.reading import PackFile, reading_pack
from assistant.packs.writing import AS_THE_FOLDER, writing_pack
from assistant.workflows.known_files import reach_files, remember
from assistant.workflows.packing import Progress, add_calls
from assistant.workflows.shared_folder import (
    calls_in,
    file_of,
    holds,
    is_mine,
    packs_in,
    shared,
    write_without,
)
from assistant.workflows.unpacking import CameIn, forgotten_in, take_in
from assistant.workflows.wiring import Workbench

MOST_AT_ONCE = 15_000
"""Calls in a day's file; more of them follow on the next day."""

TRAVELLING = ("call", "lead", "account", "event")
"""Of these it is told that they were forgotten."""

Gone = set[tuple[str, UUID]]


class LeftAlone(Frozen):
    """A file that was not taken in, and why."""

    file: str
    why: str


class OutOfReach(Frozen):
    """A file of somebody else that holds what was forgotten."""

    file: str
    by: str
    what: tuple[UUID, ...]


class SyncReport(Frozen):
    """What a synchronisation did.

    ``forgotten`` was erased here because whoever held it forgot it; ``asked`` is what others
    forgot that is somebody else's too, and stays. ``files`` are those outside the folder that
    what was erased here is known to be in. ``not_ended`` calls are sent once they are.
    """

    folder: str
    came: tuple[CameIn, ...] = ()
    left_alone: tuple[LeftAlone, ...] = ()
    forgotten: tuple[UUID, ...] = ()
    asked: tuple[Tombstone, ...] = ()
    files: tuple[FileFate, ...] = ()
    file: str = ""
    sent: tuple[UUID, ...] = ()
    not_ended: int = 0
    for_later: int = 0
    written_anew: tuple[str, ...] = ()
    out_of_reach: tuple[OutOfReach, ...] = ()


def sync(bench: Workbench, folder: Path, progress: Progress | None = None) -> SyncReport:
    """Read what is new in the folder, then write what is new here.

    Files that are damaged or cannot be taken in now are said; the others are read. Raises
    ``WrongUsage`` where the folder is not there, ``BadInput`` where it cannot be written.
    """
    return _Sync(bench, shared(folder), progress).run()


class _Sync:
    """One run."""

    def __init__(self, bench: Workbench, folder: Path, progress: Progress | None) -> None:
        self._bench = bench
        self._folder = folder
        self._progress = progress
        self._came: list[CameIn] = []
        self._left: dict[str, LeftAlone] = {}
        self._forgotten: list[UUID] = []
        self._erased: frozenset[UUID] = frozenset()
        """The calls that any of it was in."""
        self._asked: list[Tombstone] = []
        self._unreachable: list[OutOfReach] = []
        self._anew: list[str] = []
        self._to_clean: list[Path] = []
        self._not_ended = 0
        self._told: set[tuple[str, UUID]] = set()
        """What my files in the folder say was forgotten."""

    def run(self) -> SyncReport:
        paths = packs_in(self._folder)
        for path in paths:
            if not is_mine(self._bench, path):
                self._guarded(path, self._read)
        gone = _ids(self._bench.store.tombstones())
        try:
            for path in paths:
                work = self._clean if is_mine(self._bench, path) else self._look
                self._guarded(path, partial(work, gone))
            file, sent, for_later = self._write(gone)
        finally:
            # The next run would not know any more what this one has erased.
            files = reach_files(self._bench, self._erased, dry_run=False)
        return SyncReport(
            folder=str(self._folder),
            came=tuple(self._came),
            left_alone=tuple(self._left.values()),
            forgotten=tuple(self._forgotten),
            asked=tuple(self._asked),
            files=files,
            file=file,
            sent=sent,
            not_ended=self._not_ended,
            for_later=for_later,
            written_anew=tuple(self._anew),
            out_of_reach=tuple(self._unreachable),
        )

    def _guarded(self, path: Path, work: Callable[[Path, PackFile], None]) -> None:
        """Look into a file; what is wrong with it is told, and others are looked into."""
        try:
            with reading_pack(path) as pack:
                work(path, pack)
        except BadInput as error:
            self._left[path.name] = LeftAlone(file=path.name, why=error.reason)
        except ReadOnlyCall as error:
            self._left[path.name] = LeftAlone(file=path.name, why=str(error))

    def _read(self, path: Path, pack: PackFile) -> None:
        """Take in what somebody else wrote, unless that was done before."""
        store = self._bench.store
        tombstones = forgotten_in(pack, path.name)
        self._forget(tombstones)
        if pack.digest in store.files_read():
            return
        came = take_in(self._bench, pack, path.name, self._progress, wanted=self._wants)
        store.remember_reading(pack.digest, path.name)
        if came.new or came.changed or came.forgotten or came.conflicts or came.unheard:
            self._came.append(came)

    def _wants(self, record: CallRecord) -> bool:
        """A manager takes all calls, a rep his or her own and those that are here already."""
        me, call = self._bench.who, in_order(record.versions)[-1].body
        if me.role is Role.MANAGER or call.rep.id == me.id:
            return True
        return self._bench.store.call(call.id) is not None

    def _forget(self, tombstones: Iterable[Tombstone]) -> None:
        """Forget what its own people forgot; the rest is only told."""
        known = _ids(self._bench.store.tombstones())
        new = [one for one in tombstones if (one.kind, one.id) not in known]
        theirs = [one for one in new if self._is_theirs(one)]
        self._asked += [one for one in new if one not in theirs]
        here = [one for one in theirs if self._is_here(one)]
        if here:
            erased = self._bench.store.forget_gone(here, here[0].by)
            self._erased |= erased.calls
            self._forgotten += [one.id for one in here]
        self._bench.store.bury(theirs)

    def _is_theirs(self, one: Tombstone) -> bool:
        store = self._bench.store
        if one.kind == "call":
            call = store.call(one.id)
            return call is None or call.rep.id == one.by.id
        if one.kind == "lead":
            reps = {call.rep.id for call in store.calls_with(one.id)}
            return reps <= {one.by.id}
        return True

    def _is_here(self, one: Tombstone) -> bool:
        store = self._bench.store
        if one.kind == "call":
            return store.call(one.id) is not None
        if one.kind == "lead":
            return store.lead(one.id) is not None
        return one.kind == "event" or store.account(one.id) is not None

    def _look(self, gone: Gone, path: Path, pack: PackFile) -> None:
        """A file of somebody else that holds what was forgotten cannot be written by me."""
        if found := holds(pack, gone):
            by = pack.manifest.by.name
            self._unreachable.append(OutOfReach(file=path.name, by=by, what=found))

    def _clean(self, gone: Gone, path: Path, pack: PackFile) -> None:
        """A file of mine is written anew without what was forgotten."""
        self._told |= _ids(forgotten_in(pack, path.name))
        if not holds(pack, gone):
            return
        self._to_clean.append(path)

    def _write(self, gone: Gone) -> tuple[str, tuple[UUID, ...], int]:
        """Write today's file, if there is anything new; its name, and what is new in it."""
        try:
            return self._written(gone)
        except OSError as error:
            raise BadInput(
                f"it cannot be written: {error.strerror}", file=str(self._folder)
            ) from error

    def _written(self, gone: Gone) -> tuple[str, tuple[UUID, ...], int]:
        bench = self._bench
        for path in self._to_clean:
            calls = write_without(bench, path, gone)
            remember(bench, path, "pack", calls)
            self._anew.append(path.name)
        path = file_of(bench, self._folder, bench.local(bench.clock()).date())
        unsent = self._unsent()
        tombstones = self._mine_to_tell()
        there = _calls_of(path)
        some = unsent[: max(0, MOST_AT_ONCE - len(there))]
        if not some and _ids(tombstones) <= self._told:
            return "", (), 0
        calls = tuple(dict.fromkeys((*there, *(one.call_id for one in some))))
        calls = tuple(one for one in calls if bench.store.call(one) is not None)
        remember(bench, path, "pack", calls)
        with writing_pack(
            path, by=bench.who, made_at=bench.clock(), program=__version__, mode=AS_THE_FOLDER
        ) as pack:
            if tombstones:
                pack.add(FORGOTTEN, Forgotten(tombstones=tombstones))
            add_calls(bench, pack, calls, self._progress)
        remember(bench, path, "pack", calls)
        bench.store.mark_sent(some)
        return path.name, tuple(one.call_id for one in some), len(unsent) - len(some)

    def _unsent(self) -> list[Unsent]:
        """Calls to be sent: those that have ended."""
        found = []
        for one in self._bench.store.unsent():
            call = self._bench.store.call(one.call_id)
            if call is not None and call.ended_at is None:
                self._not_ended += 1
            elif call is not None:
                found.append(one)
        return found

    def _mine_to_tell(self) -> tuple[Tombstone, ...]:
        """What I have forgotten; what only a retention of mine took is nobody else's concern."""
        told = (one for one in self._bench.store.tombstones() if one.by.id == self._bench.who.id)
        return tuple(one for one in told if one.kind in TRAVELLING)


def _ids(tombstones: Iterable[Tombstone]) -> Gone:
    return {(one.kind, one.id) for one in tombstones}


def _calls_of(path: Path) -> tuple[UUID, ...]:
    """The calls in a file of mine; none where it is not there or damaged."""
    try:
        with reading_pack(path) as pack:
            return calls_in(pack)
    except BadInput:
        return ()
