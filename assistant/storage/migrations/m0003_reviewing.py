"""Version 3, what reviewing needs: the queue's columns, scorecards, a review's before and after."""

import sqlite3

from assistant.storage.migrations.statements import guard, statements_of


def apply(connection: sqlite3.Connection) -> None:
    """Make this part of version 3."""
    for statement in statements_of("m0003_reviewing.sql"):
        connection.execute(statement)
    for guarded in (
        guard("reviews", "UPDATE", "append-only"),
        guard("scorecards", "UPDATE", "append-only"),
        guard("scorecards", "DELETE", "only erased by forgetting"),
    ):
        connection.execute(guarded)
