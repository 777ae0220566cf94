"""Version 4: where people said different things apart from each other."""

import sqlite3

from assistant.storage.migrations.statements import run_script


def apply(connection: sqlite3.Connection) -> None:
    """Bring version 3 of the schema to version 4."""
    run_script(connection, "m0004_conflicts.sql")
