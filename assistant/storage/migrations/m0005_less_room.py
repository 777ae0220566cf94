"""Version 5: a store takes less room."""

import sqlite3
from collections.abc import Iterator

from assistant.storage.coded import as_bytes, coded
from assistant.storage.migrations.m0003_packs import watch
from assistant.storage.migrations.statements import guard, run_script
from assistant.storage.spoken import shortened

INDEXED = (
    "field, question, quote, polarity, certainty, value, status, stale, superseded_by, contradicts"
)
"""The columns of an answer that it is found by, and counted by."""


OF_A_SOURCE, OF_A_CALL = 24, 20
"""Bits of the numbers of turns and of answers, below what they belong to in their keys."""


def apply(connection: sqlite3.Connection) -> None:
    """Bring version 4 of the schema to version 5."""
    connection.create_function("shortened", 1, shortened)
    connection.create_function("as_bytes", 1, as_bytes)
    connection.create_function("coded", 2, coded)
    others = _take_triggers(connection)
    _shorten_ids(connection)
    run_script(connection, "m0005_less_room.sql")
    for made in (
        *_belonging("turns", "sources", "seq", OF_A_SOURCE),
        *_belonging("answers", "call_index", "key", OF_A_CALL),
        *others,
        guard("turns", "UPDATE", "append-only"),
        guard("turns", "DELETE", "only erased by forgetting"),
        guard("answers", "DELETE", "only erased by forgetting"),
        watch("turns", "INSERT", _CALL_OF_TURN),
        *(watch("answers", act, _CALL_OF_ANSWER) for act in ("INSERT", "UPDATE")),
        *_indexing(),
        *_counting(),
    ):
        connection.execute(made)


_CALL_OF_TURN = 'SELECT call_id, 1 FROM sources WHERE seq = new."key" >> 24'
_CALL_OF_ANSWER = 'SELECT call_id, 1 FROM call_index WHERE "key" = new."key" >> 20'


def _take_triggers(connection: sqlite3.Connection) -> list[str]:
    """Drop all triggers; the statements that make those again whose tables stay."""
    query = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'"
    triggers = connection.execute(query).fetchall()
    for name, _, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    return [made for _, table, made in triggers if table not in {"turns", "answers"}]


def _shorten_ids(connection: sqlite3.Connection) -> None:
    """Keep each UUID as its bytes, in all the columns that were made for them as text."""
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CHAR(32)%'"
    ).fetchall():
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        ids = [f'"{name}"' for _, name, kind, *_ in columns if kind == "CHAR(32)"]
        shorter = ", ".join(f"{one} = as_bytes({one})" for one in ids)
        connection.execute(f"UPDATE {table} SET {shorter}")  # noqa: S608


def _belonging(table: str, owner: str, key: str, bits: int) -> Iterator[str]:
    """Triggers that refuse rows of nothing: their keys begin with those of their owners."""
    yield f"""CREATE TRIGGER {table}_belong BEFORE INSERT ON {table}
        WHEN NOT EXISTS (SELECT 1 FROM {owner} WHERE "{key}" = new."key" >> {bits})
        BEGIN SELECT RAISE(ABORT, '{table} belong to {owner}'); END"""  # noqa: S608
    yield f"""CREATE TRIGGER {owner}_have_{table} BEFORE DELETE ON {owner}
        WHEN EXISTS (SELECT 1 FROM {table} WHERE {_within(f'old."{key}"', bits)})
        BEGIN SELECT RAISE(ABORT, '{table} belong to {owner}'); END"""  # noqa: S608


def _within(owner: str, bits: int) -> str:
    """That a row's key begins with that of its owner."""
    return f'"key" BETWEEN ({owner}) << {bits} AND (({owner}) << {bits}) + {(1 << bits) - 1}'


def _indexing() -> Iterator[str]:
    """Triggers that keep up the text index, which has to be told what it held.

    Where a call is moved to another day its answers are told to the index with the rest of it.
    """
    held = "place, text, value, tags FROM indexed_answers"
    leave = (
        "INSERT INTO text_index (text_index, rowid, text, value, tags) "
        f'SELECT \'delete\', {held} WHERE "key" = old."key"'
    )
    enter = (
        f'INSERT INTO text_index (rowid, text, value, tags) SELECT {held} WHERE "key" = new."key"'
    )
    for name, when, act in (
        ("answers_indexed", "AFTER INSERT", enter),
        ("answers_left", f"BEFORE UPDATE OF {INDEXED}", leave),
        ("answers_reindexed", f"AFTER UPDATE OF {INDEXED}", enter),
    ):
        yield f"CREATE TRIGGER {name} {when} ON answers BEGIN {act}; END"


def _counting() -> Iterator[str]:
    """Triggers that keep up what is summed up of a call's answers."""
    for name, act, row in (
        ("answers_counted", "INSERT", "new"),
        ("answers_counted_anew", f"UPDATE OF {INDEXED}", "new"),
        ("answers_counted_less", "DELETE", "old"),
    ):
        call = f'{row}."key" >> {OF_A_CALL}'
        yield f"""CREATE TRIGGER {name} AFTER {act} ON answers BEGIN
            UPDATE call_index SET (answers, unconfirmed, contradicted, hedged, fields) = (
                SELECT count(*), coalesce(sum(unconfirmed), 0), coalesce(sum(contradicted), 0),
                    coalesce(sum(hedged), 0), coalesce(sum(DISTINCT field), 0)
                FROM answer_sums WHERE {_within(call, OF_A_CALL)}
            ) WHERE "key" = {call}; END"""  # noqa: S608
