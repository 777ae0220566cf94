"""The SQL of a migration, and the triggers that guard rows."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

ERASING = "EXISTS (SELECT 1 FROM erasing)"
"""Holds inside a transaction that forgets, and nowhere else: its row is never committed."""


def run_script(connection: sqlite3.Connection, name: str) -> None:
    """Run an SQL file beside this one, in the transaction that there is.

    ``executescript`` would commit what came before.
    """
    for statement in statements_of(name):
        connection.execute(statement)


def statements_of(name: str) -> Iterator[str]:
    """The statements of an SQL file beside this one, one by one."""
    script = files(__package__).joinpath(name).read_text(encoding="utf-8")
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def guard(table: str, act: str, why: str, *, even_when_erasing: bool = False) -> str:
    """A trigger that refuses to change or delete what has to stay."""
    unless = "" if even_when_erasing else f"WHEN NOT {ERASING}"
    name = f"{table}_no_{act.split(maxsplit=1)[0].lower()}"
    return (
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} {unless} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are {why}'); END"
    )
