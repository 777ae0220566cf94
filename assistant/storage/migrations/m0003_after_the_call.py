"""Version 3: consent as it was noted, files that calls were written to, marks of turns."""

import sqlite3

from assistant.storage.migrations import m0003_packs, m0003_reviewing
from assistant.storage.migrations.statements import guard, run_script


def apply(connection: sqlite3.Connection) -> None:
    """Bring version 2 of the schema to version 3."""
    run_script(connection, "m0003_after_the_call.sql")
    for guarded in (
        guard("consents", "UPDATE", "append-only"),
        guard("consents", "DELETE", "only erased by forgetting"),
        guard("turn_marks", "UPDATE", "append-only"),
        guard("turn_marks", "DELETE", "only erased by forgetting"),
    ):
        connection.execute(guarded)
    m0003_reviewing.apply(connection)
    m0003_packs.apply(connection)
