"""Version 3, what reviewing needs: the queue's columns, scorecards, a review's before and after."""

import sqlite3

from assistant.storage.migrations.statements import guard, run_script


def apply(connection: sqlite3.Connection) -> None:
    """Make this part of version 3."""
    run_script(connection, "m0003_reviewing.sql")
    for guarded in (
        guard("reviews", "UPDATE", "append-only"),
        guard("scorecards", "UPDATE", "append-only"),
        guard("scorecards", "DELETE", "only erased by forgetting"),
    ):
        connection.execute(guarded)
