"""Version 2: the index that searching needs, and turns and verdicts that take less room."""

import sqlite3

from assistant.storage.migrations.statements import guard, run_script
from assistant.storage.tables.base import packed


def apply(connection: sqlite3.Connection) -> None:
    """Bring version 1 of the schema to version 2."""
    connection.create_function("packed", 1, packed)
    run_script(connection, "m0002_search.sql")
    for guarded in (
        guard("sources", "UPDATE", "append-only"),
        guard("turns", "UPDATE", "append-only"),
        guard("turns", "DELETE", "only erased by forgetting"),
        guard("verdicts", "UPDATE", "append-only"),
        guard("verdicts", "DELETE", "only erased by forgetting"),
        guard("call_index", "DELETE", "only erased by forgetting"),
    ):
        connection.execute(guarded)
