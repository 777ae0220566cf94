"""Check, backup, restore, upgrade."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.domain.errors import BadInput, StoreUnavailable, WrongUsage
from assistant.domain.store import Store
from assistant.storage import upkeep
from assistant.storage.backups import KEPT, backups_of
from assistant.storage.connecting import connect
from assistant.storage.migrations.running import migrate
from assistant.storage.migrations.steps import MIGRATIONS
from assistant.storage.opening import open_store
from assistant.storage.upkeep import backup, check, restore, upgrade
from tests.storage.samples import Clock, a_lead, an_account, fill
from tests.storage.test_migrations import LATEST, MOOD


@pytest.fixture
def filled(store: Store, path: Path) -> Path:
    fill(store, an_account())
    return path


def names(path: Path) -> list[str]:
    """The leads of a store."""
    store = open_store(path, clock=Clock())
    found = [lead.name for lead in store.leads()]
    store.close()
    return found


def damage(path: Path) -> None:
    """Overwrite all of a store but its first page."""
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def test_a_store_in_order_has_no_problems(filled: Path) -> None:
    made = backup(filled)

    report = check(filled)

    assert report.problems == ()
    assert (report.path, report.backups) == (filled, (made,))
    assert (report.schema_version, report.newest) == (LATEST, LATEST)
    assert report.size == filled.stat().st_size
    assert report.counts == {
        **dict.fromkeys(("accounts", "leads", "events", "moves", "calls", "sources"), 1),
        **dict.fromkeys(("turns", "note_lines", "answers", "decisions"), 2),
        **dict.fromkeys(("verdicts", "reviews", "banks"), 1),
        "forgotten": 0,
    }


def test_a_report_in_one_line_names_no_content(filled: Path) -> None:
    line = str(check(filled))

    assert "1 lead," in line
    assert line.endswith("no problems.")
    assert "Lena" not in line


def test_there_is_nothing_to_look_after_yet(path: Path, tmp_path: Path) -> None:
    for act in (check, backup, upgrade):
        with pytest.raises(StoreUnavailable, match=r"There is no store .* yet"):
            act(path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_store_that_others_may_read_is_a_problem(filled: Path) -> None:
    filled.chmod(0o644)
    filled.parent.chmod(0o750)

    problems = check(filled).problems

    assert [problem.partition(":")[0] for problem in problems] == [
        f"Others on this machine may read {filled}",
        f"Others on this machine may read {filled.parent}",
    ]


def test_rows_that_belong_to_nothing_are_a_problem(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        for table, trigger in (("sources", "have_turns"), ("call_index", "have_answers")):
            connection.execute(f"DROP TRIGGER {table}_no_delete")
            connection.execute(f"DROP TRIGGER {table}_{trigger}")
            connection.execute(f"DELETE FROM {table}")  # noqa: S608

    assert check(filled).problems == (
        "2 rows of turns belong to nothing.",
        "2 rows of answers belong to nothing.",
        "The text index does not fit the texts: searching may miss words.",
    )


def test_an_index_that_misses_words_is_a_problem(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("INSERT INTO text_index (text_index) VALUES ('delete-all')")

    assert check(filled).problems == (
        "The text index does not fit the texts: searching may miss words.",
    )


def test_a_damaged_store_is_said(filled: Path, store: Store) -> None:
    store.close()
    damage(filled)

    with pytest.raises(StoreUnavailable, match="is damaged"):
        check(filled)


def test_a_damaged_table_is_a_problem(filled: Path, store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(filled)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_leads_account_id'"
        (page,) = connection.execute(query).fetchone()
    content = bytearray(filled.read_bytes())
    content[(page - 1) * 4096 + 8 : (page - 1) * 4096 + 400] = bytes(392)
    filled.write_bytes(content)

    problems = check(filled).problems

    assert problems
    assert all(problem.startswith("The file is damaged: ") for problem in problems)


def test_an_older_store_is_told_to_be_upgraded(
    filled: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(upkeep, "MIGRATIONS", MOOD)

    assert [problem for problem in check(filled).problems if "db upgrade" in problem]
    assert upgrade(filled) == (LATEST, LATEST)


def test_a_backup_holds_everything_and_is_the_owners(filled: Path) -> None:
    made = backup(filled)

    assert made.parent == filled.parent / "backups"
    assert names(made) == ["Lena Ortiz"]
    if os.name != "nt":
        assert made.stat().st_mode & 0o077 == 0


def test_a_backup_goes_where_it_is_wanted(filled: Path, tmp_path: Path) -> None:
    file = backup(filled, tmp_path / "mine.sqlite", clock=Clock())
    in_folder = backup(filled, tmp_path, clock=Clock())

    assert file == tmp_path / "mine.sqlite"
    assert in_folder == tmp_path / "calls.20260310T150000Z.sqlite"
    assert names(file) == names(in_folder) == ["Lena Ortiz"]


def test_a_place_that_no_backup_can_have_is_said_of_the_place(filled: Path, tmp_path: Path) -> None:
    place = tmp_path / ("a" * 300)

    with pytest.raises(WrongUsage, match=f"{place} cannot be written"):
        backup(filled, place)

    assert names(filled) == ["Lena Ortiz"]


def test_a_backup_writes_over_nothing(filled: Path, tmp_path: Path) -> None:
    there = tmp_path / "notes.txt"
    there.write_text("mine", encoding="utf-8")

    with pytest.raises(WrongUsage, match="is there already"):
        backup(filled, there)
    with pytest.raises(WrongUsage, match="no folder"):
        backup(filled, tmp_path / "none" / "mine.sqlite")

    assert there.read_text(encoding="utf-8") == "mine"


def test_backups_that_a_person_asked_for_are_never_dropped(filled: Path) -> None:
    asked_for = [backup(filled) for _ in range(KEPT + 2)]

    for _ in range(KEPT + 2):
        restore(asked_for[0], filled)

    left = backups_of(filled)
    assert set(asked_for) < set(left)
    assert len(left) == len(asked_for) + KEPT


def test_restoring_brings_back_and_keeps_what_was_replaced(filled: Path, store: Store) -> None:
    made = backup(filled)
    store.save_lead(a_lead("Al Berg"))

    kept = restore(made, filled)

    assert kept is not None
    assert kept.parent == filled.parent / "backups"
    assert [lead.name for lead in store.leads()] == ["Lena Ortiz"], "an open window sees it"
    assert names(kept) == ["Al Berg", "Lena Ortiz"]
    assert check(filled).problems == ()


def test_restoring_where_there_was_no_store(filled: Path, tmp_path: Path) -> None:
    made = backup(filled)
    elsewhere = tmp_path / "other" / "calls.sqlite"

    assert restore(made, elsewhere) is None
    assert names(elsewhere) == ["Lena Ortiz"]
    assert check(elsewhere).problems == ()


@pytest.mark.parametrize("damaged", ["pages", "no database"])
def test_restoring_in_the_place_of_a_damaged_store(
    filled: Path, store: Store, damaged: str
) -> None:
    made = backup(filled)
    store.close()
    if damaged == "pages":
        damage(filled)
    else:
        filled.write_bytes(b"Lena: forty thousand\n" * 300)
    broken = filled.read_bytes()

    kept = restore(made, filled)

    assert kept is not None
    assert kept.read_bytes() == broken
    assert names(filled) == ["Lena Ortiz"]
    assert check(filled).problems == ()


def test_restoring_in_the_place_of_a_newer_store(filled: Path, store: Store) -> None:
    made = backup(filled)
    store.close()
    migrate(filled, clock=Clock(), migrations=MOOD)

    assert restore(made, filled) is not None
    assert names(filled) == ["Lena Ortiz"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no such backup"),
        (b"", "The file is empty"),
        (b"Lena: forty thousand\n" * 300, "is not an SQLite database"),
    ],
)
def test_what_is_no_backup_is_refused_and_nothing_is_touched(
    filled: Path, store: Store, tmp_path: Path, content: bytes | None, words: str
) -> None:
    given = tmp_path / "given.sqlite"
    if content is not None:
        given.write_bytes(content)

    with pytest.raises(BadInput, match=words):
        restore(given, filled)

    assert [lead.name for lead in store.leads()] == ["Lena Ortiz"]
    assert backups_of(filled) == ()


def test_a_damaged_or_newer_backup_is_refused(filled: Path) -> None:
    made, newer = backup(filled), backup(filled)
    damage(made)
    migrate(newer, clock=Clock(), migrations=(*MIGRATIONS, MOOD[-1]))

    with pytest.raises(BadInput, match="is damaged"):
        restore(made, filled)
    with pytest.raises(BadInput, match="newer version"):
        restore(newer, filled)


def test_the_store_is_no_backup_of_itself(filled: Path) -> None:
    with pytest.raises(WrongUsage, match="is the store itself"):
        restore(filled, filled)


def test_a_store_that_is_being_written_is_not_replaced(
    filled: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup(filled)
    monkeypatch.setattr(upkeep, "PATIENCE", 0.05)
    with closing(connect(filled)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="locked by another program"):
            restore(made, filled)

    assert [lead.name for lead in store.leads()] == ["Lena Ortiz"]


def test_upgrading_tells_from_which_version_to_which(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert upgrade(filled) == (LATEST, LATEST)
