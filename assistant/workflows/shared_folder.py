"""The files of a shared folder: what they are called, which are mine, how one is written anew.

There is one file a person, store and day. Nobody writes a file of somebody else.
"""

import platform
import re
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from assistant import __version__
from assistant.domain.errors import WrongUsage
from assistant.domain.records import CallRecord, Part
from assistant.packs.manifest import ACCOUNTS, CALLS, LEADS
from assistant.packs.parts import PARTS, without_parts
from assistant.packs.reading import PackFile, reading_pack
from assistant.packs.writing import AS_THE_FOLDER, OWNER_ONLY, writing_pack
from assistant.workflows.wiring import Workbench

ENDING = ".zip"
FOLDERS = {"account": ACCOUNTS, "lead": LEADS, "call": CALLS}
"""Where what can be forgotten lies in a pack."""


def shared(folder: Path) -> Path:
    """The folder, which has to be there. Raises ``WrongUsage``."""
    folder = folder.expanduser().absolute()
    if not folder.is_dir():
        raise WrongUsage(f"There is no folder {folder}. Make it first, or name another one.")
    return folder


def packs_in(folder: Path) -> tuple[Path, ...]:
    """The packs in the folder, by name."""
    found = (path for path in folder.iterdir() if path.suffix.lower() == ENDING)
    return tuple(sorted(path for path in found if not path.name.startswith(".")))


def is_mine(bench: Workbench, path: Path) -> bool:
    """Whether this person wrote it from this store."""
    return path.name.startswith(f"{_prefix(bench)}.")


def file_of(bench: Workbench, folder: Path, day: date) -> Path:
    """The file that this person writes on a day. Its name is legal on every system."""
    return folder / f"{_prefix(bench)}.{day.isoformat()}{ENDING}"


def _prefix(bench: Workbench) -> str:
    who = bench.who.id
    name = re.sub("[^a-z0-9_]+", "-", who.casefold()).strip("-")[:32] or "user"
    store = f"{who}|{platform.node()}|{bench.store_path.absolute()}"
    return f"{name}-{sha256(store.encode()).hexdigest()[:8]}"


def holds(pack: PackFile, gone: Collection[tuple[str, UUID]]) -> tuple[UUID, ...]:
    """What is in the pack of what is gone."""
    return tuple(one for kind, one in gone if kind in FOLDERS and _name(kind, one) in pack)


def write_without(
    bench: Workbench, path: Path, gone: Collection[tuple[str, UUID]]
) -> tuple[UUID, ...]:
    """Write a pack of mine anew without what is gone. Returns the calls that it still holds.

    Of a call that only a part of is gone the rest stays. Raises ``BadInput`` where it is no
    pack any more, ``OSError`` where it cannot be written.
    """
    names = {_name(kind, one) for kind, one in gone if kind in FOLDERS}
    parts_of = _parts_gone(gone)
    mode = AS_THE_FOLDER if is_mine(bench, path) else OWNER_ONLY
    anew = writing_pack(path, by=bench.who, made_at=bench.clock(), program=__version__, mode=mode)
    # The pack is closed before the new one takes its place: Windows wants it so.
    with anew as left, reading_pack(path) as pack:
        for member in pack.manifest.members:
            if member.name in names:
                continue
            if parts := parts_of.get(member.name):
                left.add(member.name, without_parts(pack.read(member.name, CallRecord), parts))
            else:
                left.add_bytes(member.name, pack.data(member.name))
        return tuple(one for one in calls_in(pack) if ("call", one) not in gone)


def _parts_gone(gone: Collection[tuple[str, UUID]]) -> dict[str, list[Part]]:
    """The parts that are gone of calls, by the names that those have in a pack."""
    found: defaultdict[str, list[Part]] = defaultdict(list)
    for part in PARTS:
        for kind, one in gone:
            if kind == part:
                found[_name("call", one)].append(part)
    return dict(found)


def calls_in(pack: PackFile) -> tuple[UUID, ...]:
    """The ids of the calls in a pack."""
    return tuple(UUID(name.removeprefix(f"{CALLS}/")[:36]) for name in pack.names(CALLS))


def _name(kind: str, one: UUID) -> str:
    return f"{FOLDERS[kind]}/{one}.json"
