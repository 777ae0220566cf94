"""Version 1: all tables, the guards of what must not change, and the text index."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

APPLICATION_ID = 0x44434131
"""Written into the file's header ("DCA1"): it tells a store from anybody else's database."""

APPEND_ONLY = (
    "schema_versions", "people", "events", "moves", "sources", "turns", "note_lines",
    "decisions", "question_marks", "banks", "verdicts", "reviews",
)  # fmt: skip
"""Tables whose rows never change."""

KEPT_FOR_EVER = ("schema_versions", "people", "banks", "forgotten")
"""Tables of which not even forgetting deletes a row."""

ERASABLE = (
    "accounts", "leads", "calls", "events", "moves", "sources", "turns", "drafts", "note_lines",
    "answers", "decisions", "question_marks", "verdicts", "reviews",
)  # fmt: skip
"""Tables of which only forgetting deletes a row."""

ERASING = "EXISTS (SELECT 1 FROM erasing)"
"""Holds inside a transaction that forgets, and nowhere else: its row is never committed."""


def apply(connection: sqlite3.Connection) -> None:
    """Make version 1 of the schema in a blank file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (*_statements(), *_guards()):
        connection.execute(statement)


def _statements() -> Iterator[str]:
    """The statements of the SQL file beside this one, one by one.

    ``executescript`` would commit what came before.
    """
    script = files(__package__).joinpath("m0001_first_schema.sql").read_text(encoding="utf-8")
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _guards() -> list[str]:
    """Triggers that refuse what would change or delete what has to stay."""
    frozen = [_guard(table, "UPDATE", "append-only") for table in APPEND_ONLY]
    # Forgetting notes down, later, that no byte is left.
    counted = "UPDATE OF seq, id, kind, by_key, at, erased"
    frozen.append(_guard("forgotten", counted, "append-only"))
    kept = [_guard(table, "DELETE", "kept for ever") for table in KEPT_FOR_EVER]
    erasable = [_guard(table, "DELETE", "only erased by forgetting") for table in ERASABLE]
    return [*frozen, *kept, *erasable]


def _guard(table: str, act: str, why: str) -> str:
    unless = "" if table in KEPT_FOR_EVER else f"WHEN NOT {ERASING}"
    name = f"{table}_no_{act.split(maxsplit=1)[0].lower()}"
    return (
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} {unless} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are {why}'); END"
    )
