"""Opens the store: created if need be, migrated, for its owner only."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from assistant.domain.errors import StoreUnavailable
from assistant.domain.store import Store
from assistant.storage.backups import Clock
from assistant.storage.connecting import PATIENCE, Database, connected, make_engine, sweep
from assistant.storage.faults import MENDING, clear_faults
from assistant.storage.migrations.running import migrate
from assistant.storage.private_files import create_file, create_folder
from assistant.storage.scrubbing import (
    give_back_room,
    has_room_to_spare,
    is_pending,
    scrub,
)
from assistant.storage.store import SqlStore
from assistant.storage.topic import Settle, as_they_are


def open_store(
    path: Path, *, clock: Clock, patience: float = PATIENCE, settle: Settle = as_they_are
) -> Store:
    """The store in the file ``path``.

    ``patience`` is how many seconds to wait for another program's transaction; ``settle``
    says which answers of a call replace or contradict each other, whenever one changes: that
    is searched for. Raises ``StoreUnavailable``, in words, for whatever is wrong with the
    file, folder or disk.
    """
    path = path.expanduser().absolute()
    prepare(path)
    migrate(path, clock=clock, patience=patience)
    finish_what_was_left(path, clock)
    store = SqlStore(Database(path, make_engine(path, patience), patience), clock, settle)
    store.settle_anew()
    return store


def prepare(path: Path) -> None:
    """Make the file and its folder, if they are not there, and see that they can be written.

    SQLite itself would only find out at the first write, and say less.
    """
    create_folder(path.parent)
    if not os.access(path.parent, os.W_OK):
        raise _read_only(path)
    with clear_faults(path):
        create_file(path)
    if not path.is_file():
        raise StoreUnavailable(
            f"The store {path} is not a file. Move it away, or name another file in the setting "
            f"`store`."
        )
    if not os.access(path, os.R_OK | os.W_OK):
        raise _read_only(path)


def _read_only(path: Path) -> StoreUnavailable:
    return StoreUnavailable(f"The store {path} {MENDING[sqlite3.SQLITE_READONLY]}")


def finish_what_was_left(path: Path, clock: Clock) -> None:
    """Do, without waiting, what could not be done when it was due.

    Bytes of what was forgotten are removed, and room is given back that an upgrade left.
    """
    sweep(path.parent)
    with connected(path) as connection:
        pending = is_pending(connection)
        roomy = has_room_to_spare(connection, path, clock())
    # Whoever is in the way now is in nobody's way at one of the next openings.
    with suppress(StoreUnavailable):
        if pending:
            scrub(path, clock, patience=0.0)
        elif roomy:
            give_back_room(path, patience=0.0)
