"""Sees to it that no byte of what was erased is left: file, log, and backups beside it."""

import sqlite3
from pathlib import Path

from assistant.domain.errors import StoreUnavailable
from assistant.storage.backups import Clock, back_up, backups_of, drop
from assistant.storage.connecting import connected


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
    with connected(path, patience) as connection:
        connection.execute("VACUUM")
        _truncate(connection, path)
        old = backups_of(path)
        drop(old)
        connection.execute("UPDATE forgotten SET bytes_gone = 1 WHERE NOT bytes_gone")
        if old:
            back_up(connection, path, "forget", clock())


def is_pending(connection: sqlite3.Connection) -> bool:
    """Whether something was erased whose bytes could not be removed yet."""
    query = "SELECT EXISTS (SELECT 1 FROM forgotten WHERE NOT bytes_gone)"
    return bool(connection.execute(query).fetchone()[0])


def _truncate(connection: sqlite3.Connection, path: Path) -> None:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreUnavailable(
            f"Another program is reading the store {path}, so its log can't be emptied."
        )
