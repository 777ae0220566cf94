"""A store of the first schema, as an earlier version of the program left it."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from assistant.domain.answers import Answer, Status
from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.domain.searching import Asked, Branch, Condition, Plan, Words
from assistant.domain.values import Label
from assistant.qualification.standing import settle
from assistant.storage.backups import backups_of
from assistant.storage.connecting import Database, connect, make_engine
from assistant.storage.migrations.running import migrate
from assistant.storage.migrations.steps import MIGRATIONS
from assistant.storage.opening import open_store, prepare
from assistant.storage.rows.answers import document
from assistant.storage.rows.people import person_row
from assistant.storage.store import SqlStore
from assistant.storage.tables.base import packed
from assistant.storage.upkeep import check
from tests.storage.samples import DANA, Clock, a_bank, a_call, a_verdict, an_answer, evidence

CALL = a_call()
KEY = CALL.id.hex
SOURCE = "ab" * 16
NOW_TEXT = "2025-12-31T09:00:00+00:00"
IN_OTHER_SHAPE = {"turns", "answers", "schema_versions"}
"""Tables whose rows other tests look at."""
ROWS = (
    ("people", (person_row(DANA).key.hex, "dana", "Dana", "", "rep", "")),
    (
        "calls",
        (KEY, "Old", None, "2025-12-31", "file", "UTC", "call", '["bant"]',
         person_row(DANA).key.hex, "en", None, "none", "unknown", "", "2025-12-31T09:00:00", None),
    ),
    ("sources", (1, SOURCE, KEY, "transcript", "call", "vtt", "", "c0", "2025-12-31T09:00:00")),
    ("turns", (1, SOURCE, 0, "forty thousand", "Lena", "prospect", 1.5, None, None)),
    ("turns", (2, SOURCE, 1, "no budget at all", "Lena", "prospect", None, None, 2)),
    ("note_lines", (1, KEY, 0, 0, 0.0, "ask about zinc", 1.0, "2025-12-31T09:00:00")),
    ("note_lines", (2, KEY, 0, 1, 0.0, "ask about tin", 1.0, "2025-12-31T09:00:00")),
    ("banks", ("d1", "bant", 3, "BANT", a_bank().model_dump_json(), "2025-12-31T09:00:00")),
)  # fmt: skip


def the_answers() -> tuple[Answer, Answer]:
    """A budget, and a later word that takes it back."""
    later = evidence("no budget at all", 1)
    return an_answer(), an_answer("a2", evidence=later, polarity=Polarity.NO, value=None)


@pytest.fixture
def upgraded(path: Path, clock: Clock) -> Path:
    """A store of version 1 that is brought to the latest version when it is opened."""
    prepare(path)
    migrate(path, clock=clock, migrations=MIGRATIONS[:1])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table, row in ROWS:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
        for answer in the_answers():
            add_answer(connection, answer)
        add_verdict(connection)
    return path


def add_answer(connection: sqlite3.Connection, answer: Answer, number: int | None = None) -> None:

    facts = document(answer)
    if number is not None:
        facts["number"] = number
    place = facts.pop("evidence")
    if place is not None:
        facts |= {"quote_start": place.pop("start"), "quote_end": place.pop("end"), **place}
    facts = {
        name: json.dumps(value) if isinstance(value, list | dict) else value
        for name, value in facts.items()
    }
    names = ", ".join(facts)
    marks = ", ".join(f":{name}" for name in facts)
    statement = f"INSERT INTO answers (call_id, {names}) VALUES ('{KEY}', {marks})"  # noqa: S608
    connection.execute(statement, facts)


def add_verdict(connection: sqlite3.Connection) -> None:

    recorded = a_verdict(CALL)
    kept = json.dumps([document(answer) for answer in the_answers()])
    connection.execute(
        "INSERT INTO verdicts VALUES (1, ?, ?, 1, 'system', 'nurture', 54, 'bant', 3, 'd1', '',"
        " ?, ?, NULL, '', '2025-12-31T09:00:00+00:00')",
        (recorded.id.hex, KEY, recorded.verdict.model_dump_json(), kept),
    )


def test_all_of_it_is_there_and_found(upgraded: Path, clock: Clock) -> None:
    store = open_store(upgraded, clock=clock, settle=settle)

    (source,) = store.sources(CALL.id)
    assert [(turn.index, turn.text, turn.start, turn.line) for turn in source.turns] == [
        (0, "forty thousand", 1.5, None),
        (1, "no budget at all", None, 2),
    ]
    (verdict,) = store.verdicts(CALL.id)
    assert verdict.answers == the_answers()
    tin = Plan(branches=(Branch(found=((Words(text="zinc"), Words(text="tin")),)),))
    assert [hit.text for hit in store.search(tin).hits] == ["ask about tin"]
    nurture = Asked(condition=Condition(name="verdict", value="nurture"))
    assert store.matching_calls(Plan(branches=(Branch(calls=(nurture,)),))).calls == (CALL.id,)
    store.close()
    assert check(upgraded).problems == ()
    assert len(backups_of(upgraded)) == len(MIGRATIONS) - 1


def test_answers_that_were_taken_back_are_not_found(upgraded: Path, clock: Clock) -> None:
    store = open_store(upgraded, clock=clock, settle=settle)

    budget = Plan(branches=(Branch(found=((Condition(name="field", value="budget"),),)),))
    assert [hit.answer_id for hit in store.search(budget).hits] == ["a2"]
    store.save_answers(CALL.id, [the_answers()[1].model_copy(update={"stale": True})])
    assert [hit.answer_id for hit in store.search(budget).hits] == ["a1"]
    store.close()


ODD = ("", "a\0b", "e\u0301 \u2028 \ufeff \U0001f600", "Zürich sagt: tin", "forty thousand " * 3000)
"""Texts that have to come back to the letter."""
SIDES_THERE = ("rep", "prospect", "other", "unknown", "rep")


def test_what_was_said_is_kept_to_the_letter(path: Path, clock: Clock) -> None:
    prepare(path)
    migrate(path, clock=clock, migrations=MIGRATIONS[:4])
    with closing(connect(path)) as connection:
        for table, row in ROWS[:2]:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
        source = (1, SOURCE, KEY, "transcript", "call", "vtt", "", "c0", NOW_TEXT, 0)
        connection.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", source)
        said = [
            (1, turn, *one, None) for turn, one in enumerate(zip(ODD, SIDES_THERE, strict=True))
        ]
        add = "INSERT INTO turns (source, turn, text, side, speaker) VALUES (?, ?, ?, ?, ?)"
        connection.executemany(add, said)
        connection.execute("DELETE FROM unsent")

    store = open_store(path, clock=clock, settle=settle)

    (source_now,) = store.sources(CALL.id)
    assert tuple(turn.text for turn in source_now.turns) == ODD
    assert tuple(turn.side for turn in source_now.turns) == SIDES_THERE
    tin = Plan(branches=(Branch(found=((Words(text="zurich"),),)),))
    (hit,) = store.search(tin).hits
    assert (hit.text, hit.side) == (ODD[3], "unknown")
    assert store.unsent() == ()
    store.close()
    assert check(path).problems == ()


def filled_in(connection: sqlite3.Connection) -> None:
    """A row in every table, where a trigger has not made one, with something in every column."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'text_index%'"
    ).fetchall()
    connection.execute("PRAGMA foreign_keys = OFF")
    for (table,) in tables:
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        if not connection.execute(f"SELECT 1 FROM {table}").fetchone():  # noqa: S608
            row = [something(name, kind) for _, name, kind, *_ in columns]
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def something(name: str, kind: str) -> object:
    texts = {"call_date": "2025-12-31", "bank_digest": "d1", "digest": "d1"}
    kinds = {
        "INTEGER": 1,
        "FLOAT": 1.5,
        "BOOLEAN": 1,
        "JSON": '{"missing": []}',
        "BLOB": packed("[]"),
    }
    if kind == "CHAR(32)":
        return "0f" * 16
    return texts[name] if name in texts else kinds.get(kind, f"{name} \u00e9")


def rows_there(connection: sqlite3.Connection) -> dict[str, list[list[object]]]:
    """All rows of the tables that keep their shape, with ids as digits."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'text_index%'"
    ).fetchall()
    return {
        table: [
            [one.hex() if isinstance(one, bytes) and len(one) == 16 else one for one in row]
            for row in connection.execute(f"SELECT * FROM {table}")  # noqa: S608
        ]
        for (table,) in tables
        if table not in IN_OTHER_SHAPE
    }


def test_every_row_of_every_table_is_there(path: Path, clock: Clock) -> None:
    prepare(path)
    migrate(path, clock=clock, migrations=MIGRATIONS[:4])
    with closing(connect(path)) as connection:
        filled_in(connection)
        before = rows_there(connection)
    assert all(before.values())

    migrate(path, clock=clock)

    with closing(connect(path)) as connection:
        assert rows_there(connection) == before
        ids = {
            type(value)
            for table in before
            for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall()
            if kind == "CHAR(32)"
            for (value,) in connection.execute(f'SELECT "{name}" FROM {table}')  # noqa: S608
        }
    assert ids == {bytes}
    assert check(path).problems == ()


def test_answers_are_kept_with_all_that_they_say(path: Path, clock: Clock) -> None:
    prepare(path)
    migrate(path, clock=clock, migrations=MIGRATIONS[:4])
    answers = tuple(every_kind_of_answer())
    with closing(connect(path)) as connection:
        for table, row in ROWS[:2]:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
        for number, answer in enumerate(answers):
            add_answer(connection, answer, number)

    store = open_store(path, clock=clock)

    assert store.answers(CALL.id) == answers
    found = Condition(name="is", value="hedged")
    hits = store.search(Plan(branches=(Branch(found=((found,),)),)), limit=100).hits
    assert {hit.answer_id for hit in hits} == {
        one.id for one in answers if one.in_force and one.certainty is Certainty.HEDGED
    }
    store.close()
    assert check(path).problems == ()


def test_words_find_answers_without_words_as_before(path: Path, clock: Clock) -> None:
    prepare(path)
    migrate(path, clock=clock, migrations=MIGRATIONS[:5])
    older = SqlStore(Database(path, make_engine(path)), clock, settle)
    older.save_call(CALL)
    trucks = Label(text="forklifts")
    older.save_answers(
        CALL.id,
        [
            an_answer("hand", field=Field.NEED, evidence=None, value=trucks),
            an_answer("said", field=Field.GOAL, evidence=evidence("those things"), value=trucks),
        ],
    )
    older.close()

    store = open_store(path, clock=clock, settle=settle)

    asked = Plan(branches=(Branch(found=((Words(text="forklifts"),),)),))
    assert [hit.answer_id for hit in store.search(asked).hits] == ["hand"]
    store.save_answers(CALL.id, [an_answer("hand", evidence=None, value=Label(text="cranes"))])
    assert store.search(asked).hits == ()
    store.close()
    assert check(path).problems == ()


def every_kind_of_answer() -> Iterator[Answer]:
    """Answers of every field, status, polarity, side and source, with ids of every form."""
    sources = ("transcript", "notes", "chat", "transcript-2", "1")
    for number, field in enumerate(Field):
        words = evidence(
            f"words {number}", number, source=sources[number % 5], side=list(Side)[number % 4]
        )
        yield an_answer(
            (f"{number:016x}", f"a{number}", f"{number:032X}", str(UUID(int=number)))[number % 4],
            field=field, evidence=words if number % 6 else None,
            polarity=list(Polarity)[number % 3], certainty=list(Certainty)[number % 2],
            status=list(Status)[number % 4], stale=number % 5 == 0,
            found_by=("tagger", "person", "rule:money", "1")[number % 4],
            superseded_by=(None, "0" * 16, "a1")[number % 3],
        )  # fmt: skip
