"""``assistant db``: what a user sees, and the exit codes."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.running import run_program


@pytest.fixture
def store(home: Path, run: Run) -> Path:
    """A store with one lead."""
    run("lead", "add", "Lena Ortiz", "--email", "lena@example.com")
    return home / "data" / "calls.sqlite"


def leads(run: Run) -> list[str]:
    return [line.split()[1] for line in run("lead", "list").stdout.splitlines()[1:]]


def test_path_is_nothing_but_the_path_and_makes_nothing(run: Run, home: Path) -> None:
    assert run("db", "path").stdout == f"{home / 'data' / 'calls.sqlite'}\n"
    assert list(home.iterdir()) == []


def test_path_follows_the_option(run: Run, tmp_path: Path) -> None:
    wanted = tmp_path / "mine.sqlite"

    assert run("--store", str(wanted), "db", "path").stdout == f"{wanted}\n"


def test_check_tells_how_the_store_is(run: Run, store: Path) -> None:
    facts = dict(line.split(maxsplit=1) for line in run("db", "check").stdout.splitlines())

    assert facts["file"] == str(store)
    assert (facts["leads"], facts["calls"], facts["No"]) == ("1", "0", "problems.")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_check_ends_with_1_and_says_each_problem(run: Run, store: Path) -> None:
    store.chmod(0o644)

    done = run("db", "check", code=1)

    assert done.stdout.splitlines()[-1].startswith("Problem: Others on this machine may read")


@pytest.mark.parametrize("command", ["check", "backup", "upgrade"])
def test_without_a_store_it_says_so(run: Run, command: str, home: Path) -> None:
    assert "There is no store" in run("db", command, code=4).stderr
    assert list(home.iterdir()) == []


def test_a_backup_is_restored_and_the_replaced_store_kept(
    run: Run, store: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "mine.sqlite"
    assert run("db", "backup", str(backup)).stdout == f"Backed up to {backup}\n"
    run("lead", "add", "Al Berg")

    refused = run("db", "restore", str(backup), given="n\n", code=1)
    assert f"Put {backup} in the place of {store}?" in refused.stdout
    assert sorted(leads(run)) == ["Al", "Lena"]

    restored = run("db", "restore", str(backup), given="y\n").stdout.splitlines()
    assert leads(run) == ["Lena"]
    kept = Path(restored[-1].removeprefix("The replaced store is kept in "))
    run("db", "restore", str(kept), "--yes")
    assert sorted(leads(run)) == ["Al", "Lena"]


def test_a_backup_lies_beside_the_store_where_no_place_is_given(run: Run, store: Path) -> None:
    run("db", "backup")

    (backup,) = (store.parent / "backups").iterdir()
    assert str(backup) in run("db", "check").stdout


def test_a_backup_writes_over_nothing(run: Run, store: Path) -> None:
    assert "is there already" in run("db", "backup", str(store), code=2).stderr


def test_what_is_no_backup_is_bad_input(run: Run, store: Path, tmp_path: Path) -> None:
    given = tmp_path / "call.txt"
    given.write_text("Lena: forty thousand\n" * 100, encoding="utf-8")

    assert "is not an SQLite database" in run("db", "restore", str(given), "--yes", code=3).stderr
    assert leads(run) == ["Lena"]


def test_upgrade_says_that_there_is_nothing_to_do(run: Run, store: Path) -> None:
    assert run("db", "upgrade").stdout.startswith("Nothing to do: the schema is ")


def test_a_store_that_cannot_be_used_is_4_and_no_traceback(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("INSERT INTO schema_versions VALUES (999, 'future', '')")
        connection.commit()

    for command in (("db", "check"), ("lead", "list"), ("forget", "lead", "Lena", "--yes")):
        done = run_program(*command)
        assert done.returncode == 4
        assert "newer version of the assistant" in done.stderr
        assert "Traceback" not in done.stderr
