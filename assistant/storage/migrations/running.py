"""Brings a store's schema up to the program's, one transaction a step, backed up before."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from assistant.domain.errors import StoreUnavailable
from assistant.storage.backups import Clock, back_up
from assistant.storage.connecting import PATIENCE, connected, immediate
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
    ``StoreUnavailable`` for a newer store and for a database that is no store.
    """
    with connected(path, patience) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        first = version_of(connection, path, migrations)
        version = first
        while version < len(migrations):
            version = _step(connection, path, clock, patience, migrations)
        if 0 < first < version:
            _give_back_room(connection)
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
            # A second connection sees the store as it was before this transaction.
            with connected(path, patience) as before:
                back_up(before, path, "upgrade", clock())
        steps = migrations[version : version + 1] if version else migrations
        for step in steps:
            _apply(step, connection, path, clock)
    return version + len(steps)


def _give_back_room(connection: sqlite3.Connection) -> None:
    """Write the file anew without the room that tables of older shapes had.

    Where another program is in the way or the disk is too full, the store keeps that room.
    """
    with suppress(sqlite3.OperationalError):
        connection.execute("VACUUM")


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
