"""``assistant forget``: it says what it would erase, asks, and erases."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def store(home: Path, run: Run, tmp_path: Path) -> Path:
    """A store with two leads at two accounts, and a call with one of them."""
    run("lead", "add", "Zylpha Ortiz", "--email", "zylpha@acme.example", "--account", "Acme")
    run("lead", "add", "Al Berg", "--account", "Borg")
    transcript = tmp_path / "call.txt"
    transcript.write_text(
        "Dana: What is it worth?\nZylpha: budget: zwölfhundert\n" * 3, encoding="utf-8"
    )
    run(
        *("annotate", str(transcript), "--rep", "Dana", "--date", "2026-03-10"),
        *("--save", "--lead", "zylpha@acme.example"),
    )
    return home / "data" / "calls.sqlite"


def rows(store: Path, table: str) -> int:
    with closing(sqlite3.connect(store)) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return int(count)


def bytes_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def call_id(run: Run) -> str:
    found = re.search(r"^[0-9a-f]{8}", run("call", "list").stdout, re.MULTILINE)
    assert found is not None
    return found[0]


def test_a_dry_run_says_what_would_go_and_keeps_it(run: Run, store: Path) -> None:
    done = run("forget", "lead", "zylpha@acme.example", "--dry-run")

    (title, counts) = done.stdout.splitlines()
    assert title == "Forget lead: Zylpha Ortiz zylpha@acme.example"
    assert counts.startswith("This would erase: ")
    assert {"1 lead", "1 account", "1 call", "6 turns"} < set(
        counts.removeprefix("This would erase: ").rstrip(".").split(", ")
    )
    assert (rows(store, "leads"), rows(store, "calls"), rows(store, "turns")) == (2, 1, 6)


def test_saying_no_keeps_it(run: Run, store: Path) -> None:
    done = run("forget", "lead", "Zylpha Ortiz", given="n\n", code=1)

    assert "This would erase" in done.stdout
    assert "Erased" not in done.stdout
    assert rows(store, "leads") == 2


def test_without_an_answer_nothing_is_forgotten(run: Run, store: Path) -> None:
    run("forget", "lead", "Zylpha Ortiz", code=1)

    assert rows(store, "leads") == 2


def test_saying_yes_erases_every_byte(run: Run, store: Path) -> None:
    run("db", "backup")
    assert b"zylpha" in bytes_below(store.parent).lower()

    done = run("forget", "lead", "Zylpha Ortiz", given="y\n")

    assert "Erased: " in done.stdout
    assert "copies that the program does not know of" in done.stdout
    assert b"zylpha" not in bytes_below(store.parent).lower()
    assert (rows(store, "leads"), rows(store, "accounts"), rows(store, "calls")) == (1, 1, 0)


def test_an_account_is_found_by_its_name(run: Run, store: Path) -> None:
    assert "Forget account: Acme" in run("forget", "account", "acme", "--yes").stdout

    assert (rows(store, "leads"), rows(store, "accounts"), rows(store, "calls")) == (1, 1, 0)


def test_a_call_is_found_by_the_beginning_of_its_id(run: Run, store: Path) -> None:
    run("forget", "call", call_id(run), "--yes")

    assert (rows(store, "leads"), rows(store, "calls"), rows(store, "turns")) == (2, 0, 0)


@pytest.mark.parametrize(("day", "calls"), [("2026-03-10", 1), ("2026-03-11", 0)])
def test_what_is_older_than_a_day_goes(run: Run, store: Path, day: str, calls: int) -> None:
    run("forget", "before", day, "--yes")

    assert (rows(store, "leads"), rows(store, "calls")) == (2, calls)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (("lead", "Nobody"), "no lead 'Nobody'"),
        (("account", "Nobody"), "no account 'Nobody'"),
        (("account", ""), "no account ''"),
        (("call", "ffffffff-none"), "no call 'ffffffff-none'"),
        (("before", "last week"), "'last week' is no day"),
    ],
)
def test_what_is_not_there_is_wrong_usage(
    run: Run, store: Path, what: tuple[str, str], words: str
) -> None:
    assert words in run("forget", *what, "--yes", code=2).stderr
    assert (rows(store, "leads"), rows(store, "calls")) == (2, 1)


def test_a_name_of_two_accounts_is_not_guessed(run: Run, store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE accounts SET name = 'Acme'")
        connection.commit()

    assert "more than one account" in run("forget", "account", "Acme", "--yes", code=2).stderr
    assert rows(store, "accounts") == 2


def test_a_name_cannot_steer_the_terminal(run: Run) -> None:
    run("lead", "add", "Ana \x1b[31mRuiz", "--email", "ana@example.com")

    assert "\x1b" not in run("forget", "lead", "ana@example.com", "--dry-run").stdout


def test_what_was_read_of_the_call_into_a_folder_goes_with_it(
    run: Run, store: Path, tmp_path: Path
) -> None:
    told, other = tmp_path / "zylpha.txt", tmp_path / "berg.txt"
    told.write_text("Dana: What is it worth?\nZylpha: budget: forty\n", encoding="utf-8")
    other.write_text("Dana: What is it worth?\nAl: budget: fifty\n", encoding="utf-8")
    out = tmp_path / "read"
    read = ("annotate", "--rep", "Dana", "--save", "--out", str(out), "--format", "md")
    run(*read, str(told), "--lead", "zylpha@acme.example")
    run(*read, str(other), "--lead", "Al Berg")
    assert {path.name for path in out.iterdir()} == {"zylpha.md", "berg.md"}

    run("forget", "lead", "zylpha@acme.example", "--yes")

    assert {path.name for path in out.iterdir()} == {"berg.md"}
