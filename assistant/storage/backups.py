"""Backups beside the store: whole, compact, for the owner only."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from assistant.storage.private_files import create_file, create_folder

KEPT = 5
"""How many automatic backups are kept; the oldest go first."""

AUTOMATIC = "auto-"
"""How the reason in an automatic backup's name begins: ``auto-upgrade``."""

Clock = Callable[[], datetime]


def backup_folder(store: Path) -> Path:
    """The folder of a store's backups. Forgetting empties it."""
    return store.parent / "backups"


def backups_of(store: Path) -> tuple[Path, ...]:
    """All backups beside a store, whoever asked for them, the oldest first."""
    folder = backup_folder(store)
    if not folder.is_dir():
        return ()
    names = sorted(path.name for path in folder.iterdir())
    return tuple(
        folder / name
        for name in names
        if name.startswith(f"{store.stem}.") and name.endswith(store.suffix)
    )


def made_before(store: Path, since: datetime) -> tuple[Path, ...]:
    """The backups beside a store that are older, by the time in their names."""
    end = f"{since:%Y%m%dT%H%M%S%f}Z"
    return tuple(
        path for path in backups_of(store) if path.name.removeprefix(f"{store.stem}.") < end
    )


def free_name(store: Path, why: str, now: datetime) -> Path:
    """A new, empty, owner-only file in the folder of backups: its name says when and why."""
    folder = backup_folder(store)
    create_folder(folder)
    start = f"{store.stem}.{now:%Y%m%dT%H%M%S%f}Z-"
    # Names sort by time, also within one tick of the clock.
    taken = [path.name for path in backups_of(store) if path.name.startswith(start)]
    first = int(taken[-1].removeprefix(start)[:2]) + 1 if taken else 0
    names = (f"{start}{number:02}.{why}{store.suffix}" for number in count(first))
    return next(folder / name for name in names if create_file(folder / name))


def copy_into(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the connection's store, as last committed, into an empty file.

    The copy is compact: nothing that was deleted is in it. ``target`` is removed when
    copying fails.
    """
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def back_up(connection: sqlite3.Connection, store: Path, why: str, now: datetime) -> Path:
    """Make an automatic backup because of ``why``, and let the oldest ones go."""
    target = free_name(store, AUTOMATIC + why, now)
    copy_into(connection, target)
    drop_oldest(store)
    return target


def drop_oldest(store: Path) -> None:
    """Keep the latest automatic backups, and all that a person asked for."""
    automatic = [path for path in backups_of(store) if f".{AUTOMATIC}" in path.name]
    drop(automatic[:-KEPT])


def drop(backups: Sequence[Path]) -> None:
    """Delete backups, with what SQLite may have put beside them."""
    for path in backups:
        for beside in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
