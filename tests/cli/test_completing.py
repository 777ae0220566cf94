"""A shell completes queries: names of the grammar, their values, and values of the store."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli.main import app
from assistant.storage.upkeep import is_old
from tests.cli.conftest import Run


def completed(shell: str, words: list[str], **environ: str) -> list[str]:
    """What the shell is offered for the last of the words."""
    given = {
        "_ASSISTANT_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": " ".join(words),
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    result = CliRunner().invoke(app, [], prog_name="assistant", env=given | environ)
    return [line.partition("\t")[0] for line in result.stdout.splitlines() if line]


@pytest.fixture
def leads(run: Run) -> None:
    run("lead", "add", "Lena Ortiz", "--account", "Harbor")
    run("lead", "add", "Li", "--account", "Borg")


@pytest.mark.parametrize("command", [["search"], ["review", "list"]])
def test_names_and_their_values(command: list[str]) -> None:
    asked = ["assistant", *command]

    assert completed("fish", [*asked, "se"]) == []
    assert completed("fish", [*asked, "s"]) == ["side:", "speaker:", "score:", "since:"]
    assert completed("fish", [*asked, "valu"]) == ["value:"]
    assert completed("fish", [*asked, "po"]) == ["polarity:yes", "polarity:no", "polarity:open"]
    assert completed("fish", [*asked, "rep:me", "polarity:o"]) == ["polarity:open"]
    assert completed("fish", [*asked, "field:budg"]) == ["field:budget"]


def test_an_option_that_takes_a_query() -> None:
    asked = ["assistant", "trackers", "run", "--query", "field:budg"]
    assert completed("fish", asked) == ["field:budget"]


def test_values_of_the_store(leads: None) -> None:
    asked = ["assistant", "search"]

    assert completed("fish", [*asked, "lead:"]) == ['lead:"Lena Ortiz"', "lead:Li"]
    assert completed("fish", [*asked, "lead:l"]) == ["lead:li"]
    assert completed("fish", [*asked, "account:b"]) == ["account:borg"]
    # bash would take the quotes for its own, but within others; and it parts words at a colon.
    assert completed("bash", [*asked, "lead:"]) == ["lead:Li"]
    assert completed("bash", [*asked, "'lead:\"l"]) == ['lead:"lena Ortiz"']
    assert completed("bash", [*asked, "rep:me", "lead", ":", "l"]) == ["li"]


def test_no_store_is_made_to_complete_a_query(home: Path) -> None:
    assert completed("fish", ["assistant", "search", "lead:l"]) == []
    assert not home.exists() or [*home.rglob("*.sqlite")] == []


def test_a_store_is_not_brought_up_to_date_to_complete_a_query(leads: None, home: Path) -> None:
    (store,) = home.rglob("*.sqlite")
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("DROP TRIGGER schema_versions_no_delete")
        connection.execute("DELETE FROM schema_versions WHERE version > 4")
    assert is_old(store)

    assert completed("fish", ["assistant", "search", "lead:l"]) == []

    assert is_old(store)


def test_a_mistake_in_the_settings_stops_no_shell() -> None:
    asked = ["assistant", "search", "field:budg"]
    assert completed("fish", asked, ASSISTANT_CONSENT="perhaps") == []
