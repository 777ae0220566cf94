"""Sees to it that no byte of what was erased is left: file, log, and backups beside it."""

import sqlite3
from datetime import datetime
from pathlib import Path
from shutil import disk_usage

from assistant.domain.errors import StoreUnavailable
from assistant.storage.backups import Clock, back_up, backups_of, drop
from assistant.storage.connecting import connected, with_room
from assistant.storage.leases import is_any_held

WORTH_IT = 1 << 20
"""Bytes; for less room than this a file is not written anew."""


def empty_log(path: Path, patience: float) -> None:
    """Move everything from the write-ahead log into the file and cut the log to nothing.

    Raises ``StoreUnavailable`` where another program reads an older state of the store.
    """
    with connected(path, patience) as connection:
        _truncate(connection, path)


def scrub(path: Path, clock: Clock, patience: float) -> None:
    """Write the file anew, empty the log, and note down that the bytes are gone.

    All backups beside the store are deleted, those too that a person asked for: they hold
    what was erased, and an old one can't be rewritten with certainty. Where there were any,
    one of the store as it is now takes their place. Raises ``StoreUnavailable`` where
    another program stops it.
    """
    with with_room(path, patience) as connection:
        _write_anew(connection, path)
        old = backups_of(path)
        drop(old)
        connection.execute("UPDATE forgotten SET bytes_gone = 1 WHERE NOT bytes_gone")
        if old:
            back_up(connection, path, "forget", clock())


def give_back_room(path: Path, patience: float) -> None:
    """Write the file anew, without the room that nothing in it needs any more.

    Raises ``StoreUnavailable`` where another program stops it.
    """
    with with_room(path, patience) as connection:
        _write_anew(connection, path)


def has_room_to_spare(connection: sqlite3.Connection, path: Path, now: datetime) -> bool:
    """Whether a quarter of the file is room for nothing, as after an upgrade.

    It is kept for a while where writing the file anew would be in the way of an open call,
    which could not save meanwhile, and where the disk has no room for two more.
    """
    size, free, all_of_it = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_size", "freelist_count", "page_count")
    )
    if size * free < WORTH_IT or 4 * free < all_of_it or is_any_held(connection, now):
        return False
    needed: int = 2 * size * (all_of_it - free)
    return disk_usage(path.parent).free > needed


def is_pending(connection: sqlite3.Connection) -> bool:
    """Whether something was erased whose bytes could not be removed yet."""
    query = "SELECT EXISTS (SELECT 1 FROM forgotten WHERE NOT bytes_gone)"
    return bool(connection.execute(query).fetchone()[0])


def _write_anew(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("VACUUM")
    _truncate(connection, path)


def _truncate(connection: sqlite3.Connection, path: Path) -> None:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreUnavailable(
            f"Another program is reading the store {path}, so its log can't be emptied."
        )
