"""The schema: migrations make what the tables say, guards hold, the text index follows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import create_engine

import assistant.storage.tables  # noqa: F401  # fills the metadata
from assistant.domain.calls import Call
from assistant.domain.privacy import KnownFile
from assistant.domain.searching import SavedQuery
from assistant.domain.store import Store
from assistant.storage.connecting import connect
from assistant.storage.rows.people import person_row
from assistant.storage.tables.base import Row, instant_text
from tests.storage.samples import DANA, NOW, a_note_line, an_account, an_answer, fill

CHANGING = {
    *("accounts", "leads", "calls", "participants", "leases", "drafts", "answers", "erasing"),
    *("call_index", "saved_queries", "known_files", "readings", "unsent", "conflicts"),
}
"""Tables whose rows may be updated."""

DELETING = {
    *("participants", "leases", "erasing", "saved_queries", "known_files", "tombstones"),
    *("read_files", "unsent", "conflicts"),
}
"""Tables whose rows may be deleted outside of forgetting."""

FOR_EVER = {"people", "banks", "schema_versions", "forgotten"}
"""Tables of which not even forgetting deletes rows."""

TABLES = sorted(Row.metadata.tables)


@pytest.fixture
def connection(store: Store, path: Path) -> Iterator[sqlite3.Connection]:
    """A store with a row in every table that has one for long."""
    _, call = fill(store, an_account())
    store.take_lease(call.id, "window", DANA, NOW)
    store.save_query(SavedQuery(name="mine", query="rep:me"))
    store.remember_file(KnownFile(path="/out/a.zip", kind="pack", at=NOW, calls=(call.id,)))
    store.forget_before(NOW.date().replace(year=2000), DANA, dry_run=False)
    with closing(connect(path)) as connection:
        add_what_travels(connection, call)
        yield connection


def add_what_travels(connection: sqlite3.Connection, call: Call) -> None:
    at, of, key = instant_text(NOW), call.id.bytes, person_row(DANA).key.bytes
    for table, row in (
        ("readings", (of, "a1", at)),
        ("versions", (1, b"v" * 16, "call", of, key, at, "[]", "{}")),
        ("tombstones", ("call", b"t" * 16, key, at)),
        ("read_files", ("d1", "dana.zip", at)),
        ("conflicts", (of,)),
    ):
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608


def shape(connection: sqlite3.Connection, table: str) -> dict[str, object]:
    """All that SQLite knows of a table's columns, keys and indexes, whatever their order."""
    indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
    columns = {
        index[1]: [row[2] for row in connection.execute(f"PRAGMA index_info('{index[1]}')")]
        for index in indexes
    }
    return {
        "columns": connection.execute(f"PRAGMA table_info({table})").fetchall(),
        "foreign keys": {
            row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({table})")
        },
        "indexes": {
            # SQLite numbers the indexes that it makes itself.
            (None if index[3] == "u" else index[1], *index[2:4], *columns[index[1]])
            for index in indexes
            if None not in columns[index[1]]
        },
    }


def test_migrating_makes_what_the_row_classes_say(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'by_classes.sqlite'}")
    Row.metadata.create_all(engine)
    engine.dispose()

    with closing(sqlite3.connect(tmp_path / "by_classes.sqlite")) as by_classes:
        for table in TABLES:
            assert shape(connection, table) == shape(by_classes, table), table


def test_there_are_no_other_tables(connection: sqlite3.Connection) -> None:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'text_index%'"

    assert {name for (name,) in connection.execute(query)} == set(TABLES)


def refusal(connection: sqlite3.Connection, statement: str) -> str:
    """Why the statement is refused; empty where it would do something."""
    try:
        connection.execute("BEGIN")
        changed = connection.execute(statement).rowcount
    except sqlite3.IntegrityError as error:
        return str(error)
    finally:
        connection.rollback()
    return "" if changed else "no row to try it with"


@pytest.mark.parametrize("table", TABLES)
def test_rows_change_only_where_they_may(connection: sqlite3.Connection, table: str) -> None:
    column = connection.execute(f"PRAGMA table_info({table})").fetchone()[1]
    if table == "erasing":
        connection.execute("INSERT INTO erasing VALUES (1)")

    why = refusal(connection, f"UPDATE {table} SET {column} = {column}")  # noqa: S608

    assert why == ("" if table in CHANGING else f"{table} are append-only")


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_deleted_only_where_they_may(connection: sqlite3.Connection, table: str) -> None:
    if table == "erasing":
        connection.execute("INSERT INTO erasing VALUES (1)")

    why = refusal(connection, f"DELETE FROM {table}")  # noqa: S608

    kept = "kept for ever" if table in FOR_EVER else "only erased by forgetting"
    assert why == ("" if table in DELETING else f"{table} are {kept}")


@pytest.mark.parametrize(("table", "owner"), [("turns", "sources"), ("answers", "call_index")])
def test_turns_and_answers_belong_to_something(
    connection: sqlite3.Connection, table: str, owner: str
) -> None:
    columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
    others = columns.partition(", ")[2]
    connection.execute("INSERT INTO erasing VALUES (1)")

    assert refusal(connection, f"DELETE FROM {owner}") == f"{table} belong to {owner}"  # noqa: S608
    assert (
        refusal(
            connection,
            f"INSERT INTO {table} ({columns}) SELECT key << 8, {others} FROM {table}",  # noqa: S608
        )
        == f"{table} belong to {owner}"
    )


def found(connection: sqlite3.Connection, words: str) -> list[tuple[str, str]]:
    query = """
        SELECT CASE (rowid >> 16) & 63 WHEN 62 THEN 'turn' WHEN 2 THEN 'note' ELSE 'quote' END,
            (SELECT text FROM indexed_text WHERE place = text_index.rowid)
        FROM text_index WHERE text_index MATCH ? ORDER BY 1, 2
    """
    return connection.execute(query, (words,)).fetchall()


def check_index(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)")


def test_turns_notes_and_quotes_are_in_the_text_index(connection: sqlite3.Connection) -> None:
    assert found(connection, '"forty thousand"') == [
        ("quote", "Lena has forty thousand"),
        ("turn", "Lena has forty thousand"),
    ]
    assert found(connection, "LENÁ note*") == [("note", "Lena noted")]
    assert found(connection, "fifty") == []


def test_the_text_index_follows_a_quote_that_changes(
    store: Store, connection: sqlite3.Connection
) -> None:
    (row,) = store.calls()
    store.save_answers(row.call.id, [an_answer("b", quote="zinc"), an_answer("c", quote="tin")])

    store.save_answers(
        row.call.id,
        [an_answer("b", quote="lead"), an_answer("c", evidence=None), an_answer("d", quote="iron")],
    )

    assert found(connection, "zinc OR tin") == []
    assert found(connection, "lead OR iron") == [("quote", "iron"), ("quote", "lead")]
    check_index(connection)


def test_only_the_latest_revision_of_a_note_is_in_the_text_index(
    store: Store, connection: sqlite3.Connection
) -> None:
    (row,) = store.calls()
    store.save_note_lines(row.call.id, [a_note_line(7, "copper"), a_note_line(8, "zinc")])
    store.save_note_lines(row.call.id, [a_note_line(7, "brass", 1)])
    assert found(connection, "copper OR brass OR zinc") == [("note", "brass"), ("note", "zinc")]

    store.save_note_lines(row.call.id, [a_note_line(7, "brass", 2, position=None)])

    assert found(connection, "copper OR brass OR zinc") == [("note", "zinc")]
    check_index(connection)


def test_the_text_index_follows_a_call_to_another_day(
    store: Store, connection: sqlite3.Connection
) -> None:
    (row,) = store.calls()
    before = found(connection, "lena")

    store.save_call(row.call.model_copy(update={"call_date": date(2026, 1, 31)}))

    assert found(connection, "lena") == before
    day = (date(2026, 1, 31) - date(1900, 1, 1)).days
    places = connection.execute("SELECT rowid FROM text_index WHERE text_index MATCH 'lena'")
    assert {place >> 42 for (place,) in places} == {day}
    check_index(connection)
