"""Brings a store's schema up to the program's, one transaction a step, backed up before."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from assistant.domain.errors import StoreUnavailable
from assistant.storage.backups import Clock, back_up
from assistant.storage.connecting import PATIENCE, connected, immediate, with_room
from assistant.storage.leases import STALE, is_any_held
from assistant.storage.migrations.m0001_first_schema import APPLICATION_ID
from assistant.storage.migrations.steps import MIGRATIONS, Migration
from assistant.storage.tables.base import instant_text


def migrate(
    path: Path,
    *,
    clock: Clock,
    patience: float = PATIENCE,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> tuple[int, int]:
    """Apply the steps that the store lacks; the versions before and after.

    Two programs may do it at once: one migrates, the other waits and finds nothing to do.
    A step that fails leaves the store at the version before it. Raises
    ``StoreUnavailable`` for a newer store, for a database that is no store, and where an
    older program has a call open: it could not save any more.
    """
    with connected(path, patience) as connection:
        first = version_of(connection, path, migrations)
    version = first
    if version < len(migrations):
        with with_room(path, patience) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            while version < len(migrations):
                version = _step(connection, path, clock, patience, migrations)
    return first, version


def version_of(
    connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration] = MIGRATIONS
) -> int:
    """The store's schema version, 0 for a blank file.

    Raises ``StoreUnavailable`` for a newer store and for a database that is no store.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        if connection.execute("SELECT 1 FROM sqlite_schema").fetchone() or application:
            raise StoreUnavailable(
                f"{path} is no store: it is a database of another program. Name another file in "
                f"the setting `store`."
            )
        return 0
    (version,) = connection.execute("SELECT max(version) FROM schema_versions").fetchone()
    if version > len(migrations):
        raise StoreUnavailable(
            f"The store {path} was written by a newer version of the assistant (its schema is "
            f"{version}, this version knows {len(migrations)}). Update the assistant, or name "
            f"another file in the setting `store`."
        )
    return int(version)


def _step(
    connection: sqlite3.Connection,
    path: Path,
    clock: Clock,
    patience: float,
    migrations: Sequence[Migration],
) -> int:
    """Apply the next step, or all of them to a blank file; another program may have done it."""
    with immediate(connection):
        version = version_of(connection, path, migrations)
        if version == len(migrations):
            return version
        if version:
            _refuse_while_open(connection, path, clock)
            # A second connection sees the store as it was before this transaction.
            with connected(path, patience) as before:
                back_up(before, path, "upgrade", clock())
        steps = migrations[version : version + 1] if version else migrations
        for step in steps:
            _apply(step, connection, path, clock)
    return version + len(steps)


def _refuse_while_open(connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
    if is_any_held(connection, clock()):
        raise StoreUnavailable(
            f"The store {path} has to be brought up to this version of the assistant, and an older "
            f"version has a call open in it, which it could not save any more. Leave that call "
            f"and close that window, then try again. A window that is gone already holds its "
            f"call for {STALE.seconds} seconds."
        )


def _apply(step: Migration, connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
    step.apply(connection)
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise StoreUnavailable(
            f"The store {path} could not be upgraded to schema {step.version} ({step.name}): "
            f"rows of {broken[0]!r} would belong to nothing. It is as it was before."
        )
    connection.execute(
        "INSERT INTO schema_versions (version, name, applied_at) VALUES (?, ?, ?)",
        (step.version, step.name, instant_text(clock())),
    )
