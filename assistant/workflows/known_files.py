"""Files that content of calls was written to: known, so that forgetting reaches them."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from assistant.domain.counting import counted
from assistant.domain.errors import AssistantError, BadInput
from assistant.domain.privacy import FileFate, FileKind, KnownFile
from assistant.packs.reading import reading_pack
from assistant.workflows.corpus_export import files_of
from assistant.workflows.shared_folder import is_mine, write_without
from assistant.workflows.wiring import Workbench

_TICK = timedelta(seconds=2)
"""The times of files are as coarse as this on some disks."""


def remember(
    bench: Workbench, path: Path, kind: FileKind, calls: Iterable[UUID] | None = None
) -> None:
    """Know a file that calls were written to just now; ``calls`` None: any of the store.

    Of a corpus it is the folder, which keeps what earlier exports wrote into it.
    """
    name = str(path.expanduser().absolute())
    held = None if calls is None else tuple(dict.fromkeys(calls))
    if kind == "corpus" and held is not None:
        before = next((one for one in bench.store.known_files() if one.path == name), None)
        held = tuple(dict.fromkeys((*(before.calls or () if before else ()), *held)))
    bench.store.remember_file(KnownFile(path=name, kind=kind, at=bench.clock(), calls=held))


def reach_files(
    bench: Workbench,
    gone: frozenset[UUID],
    *,
    dry_run: bool,
    parts: frozenset[UUID] = frozenset(),
) -> tuple[FileFate, ...]:
    """Take these calls out of every known file that may hold them, as far as that can be done.

    A file that holds nothing else is deleted, a pack is written anew without them, a backup
    is made anew, and what somebody changed since it was written is left and said. Of those in
    ``parts`` only a part is gone, and a pack keeps their rest.
    """
    known = [one for one in bench.store.known_files() if gone and one.may_hold(gone)]
    return tuple(fate for one in known for fate in _reach(bench, one, gone, parts, dry_run=dry_run))


def drop_old_backups(bench: Workbench, known: KnownFile, *, dry_run: bool) -> FileFate:
    """Delete a backup that is kept no longer."""
    if why := _in_the_way(known):
        return _left(known, why)
    if not dry_run:
        Path(known.path).unlink(missing_ok=True)
        bench.store.drop_file(known.path)
    return FileFate(path=known.path, kind=known.kind, fate="erased")


def _reach(
    bench: Workbench,
    known: KnownFile,
    gone: frozenset[UUID],
    parts: frozenset[UUID],
    *,
    dry_run: bool,
) -> tuple[FileFate, ...]:
    if known.kind == "corpus":
        return _reach_corpus(bench, known, gone, dry_run=dry_run)
    path = Path(known.path)
    is_pack = known.kind == "pack"
    if why := _in_the_way(known, mine=is_pack and is_mine(bench, path)):
        return (_left(known, why),)
    try:
        if known.kind == "backup":
            return (_renew(bench, known, path, dry_run=dry_run),)
        held = set(known.calls or ())
        if is_pack and held - (gone - parts):
            return (_take_out(bench, known, path, gone - parts, dry_run=dry_run),)
        if others := len(held - gone):
            calls = "another call" if others == 1 else counted(others, "other calls")
            return (_left(known, f"it holds {calls} too: write it anew, or delete it"),)
        if not dry_run:
            path.unlink()
            bench.store.drop_file(known.path)
    except OSError as error:
        return (_left(known, f"it cannot be deleted: {error.strerror}"),)
    return (FileFate(path=known.path, kind=known.kind, fate="erased"),)


def _take_out(
    bench: Workbench, known: KnownFile, path: Path, gone: frozenset[UUID], *, dry_run: bool
) -> FileFate:
    """Write a pack anew without these calls, and without whatever else is not kept any more."""
    try:
        if dry_run:
            with reading_pack(path):
                pass
        else:
            erased = {(one.kind, one.id) for one in bench.store.tombstones()}
            held = write_without(bench, path, erased | {("call", one) for one in gone})
            remember(bench, path, "pack", held)
    except BadInput as error:
        return _left(known, f"{error.reason.partition('. ')[0]}: delete it")
    return FileFate(path=known.path, kind=known.kind, fate="renewed")


def _renew(bench: Workbench, known: KnownFile, path: Path, *, dry_run: bool) -> FileFate:
    """Put a backup of the store as it is now in the place of one that holds what is gone."""
    if not dry_run:
        from assistant.workflows.upkeep import back_up_store

        path.unlink()
        try:
            back_up_store(bench, path)
        except AssistantError:
            bench.store.drop_file(known.path)
            return FileFate(path=known.path, kind=known.kind, fate="erased")
    return FileFate(path=known.path, kind=known.kind, fate="renewed")


def _reach_corpus(
    bench: Workbench, known: KnownFile, gone: frozenset[UUID], *, dry_run: bool
) -> tuple[FileFate, ...]:
    folder = Path(known.path)
    if not folder.is_dir():
        return (_left(known, "the folder is not there now"),)
    fates = []
    for path, as_written in files_of(folder, gone):
        if not as_written:
            fates.append(_left(known, "it was changed since it was written", path))
            continue
        try:
            if not dry_run:
                path.unlink()
            fates.append(FileFate(path=str(path), kind="corpus", fate="erased"))
        except OSError as error:
            fates.append(_left(known, f"it cannot be deleted: {error.strerror}", path))
    if not dry_run:
        held = tuple(one for one in known.calls or () if one not in gone)
        bench.store.remember_file(known.model_copy(update={"calls": held}))
    return tuple(fates)


def _in_the_way(known: KnownFile, *, mine: bool = False) -> str:
    """Why a file must not be touched; empty where nothing is in the way.

    One that only this store writes is ``mine``, whatever time a shared drive gives it.
    """
    path = Path(known.path)
    try:
        changed = path.stat().st_mtime
    except FileNotFoundError:
        return "it is not there now"
    except OSError as error:
        return f"it cannot be looked at: {error.strerror}"
    if not mine and changed > (known.at + _TICK).timestamp():
        return "it was changed since it was written"
    return ""


def _left(known: KnownFile, why: str, path: Path | None = None) -> FileFate:
    return FileFate(path=str(path or known.path), kind=known.kind, fate="left", why=why)
