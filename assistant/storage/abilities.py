"""What the SQLite that Python brings can do."""

import sqlite3
from contextlib import closing


def sqlite_version() -> str:
    """The version of the SQLite library."""
    return sqlite3.sqlite_version


def has_full_text() -> bool:
    """Whether it has FTS5, which the store's index of texts needs."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
        except sqlite3.OperationalError:
            return False
    return True
