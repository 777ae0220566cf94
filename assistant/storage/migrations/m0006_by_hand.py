"""Version 6: answers without words of a call are found by a tag."""

import sqlite3

from assistant.storage.migrations.statements import run_script


def apply(connection: sqlite3.Connection) -> None:
    """Bring version 5 of the schema to version 6."""
    run_script(connection, "m0006_by_hand.sql")
