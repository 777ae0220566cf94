"""Version 1: all tables, the guards of what must not change, and the text index."""

import sqlite3

from assistant.storage.migrations.statements import guard, statements_of

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


def apply(connection: sqlite3.Connection) -> None:
    """Make version 1 of the schema in a blank file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (*statements_of("m0001_first_schema.sql"), *_guards()):
        connection.execute(statement)


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
    return guard(table, act, why, even_when_erasing=table in KEPT_FOR_EVER)
