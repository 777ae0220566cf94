"""A store of the first schema, as an earlier version of the program left it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.domain.answers import Answer
from assistant.domain.fields import Polarity
from assistant.domain.searching import Asked, Branch, Condition, Plan, Words
from assistant.qualification.standing import settle
from assistant.storage.backups import backups_of
from assistant.storage.migrations.running import migrate
from assistant.storage.migrations.steps import MIGRATIONS
from assistant.storage.opening import open_store, prepare
from assistant.storage.rows.answers import document
from assistant.storage.rows.people import person_row
from assistant.storage.upkeep import check
from tests.storage.samples import DANA, Clock, a_bank, a_call, a_verdict, an_answer, evidence

CALL = a_call()
KEY = CALL.id.hex
SOURCE = "ab" * 16
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


def add_answer(connection: sqlite3.Connection, answer: Answer) -> None:

    facts = document(answer)
    place = facts.pop("evidence")
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
