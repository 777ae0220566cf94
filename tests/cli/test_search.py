import csv
import io
import json
from pathlib import Path

import pytest

from assistant.search.names import NAMES
from tests.cli.conftest import Run, saved

SAID = (
    "Dana: ask: budget.amount\n"
    "Luis: budget: forty thousand dollars\n"
    "Luis: need: scheduling; and the \x1b[31msecurity\u202e audit is due\n"
    "Luis: =HYPERLINK(security)\n"
)


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    """The beginning of the id of a saved call."""
    return saved(run, tmp_path, SAID)


def test_words_are_shown_with_where_they_are(run: Run, call: str) -> None:
    heading, said = run("search", "forty", "thousand").stdout.splitlines()

    assert heading.startswith(f"{call}  2026-03-12, unassigned, ")
    assert "Luis" in heading
    assert said.strip() == "budget: [forty] [thousand] dollars"


def test_answers_are_shown_with_what_they_come_to(run: Run, call: str) -> None:
    *heading, said = run("search", "field:budget", "is:unconfirmed").stdout.splitlines()

    assert " ".join(heading).split()[-1] == "unconfirmed"
    assert "budget" in " ".join(heading)
    assert "forty thousand dollars" in said


@pytest.mark.parametrize("form", ["--json", "--csv", "--table", "--limit=5"])
def test_nothing_steers_the_terminal(run: Run, call: str, form: str) -> None:
    shown = run("search", form, "audit").stdout
    assert not {"\x1b", "\u202e"} & set(shown)
    assert "audit" in shown


def test_hits_as_json(run: Run, call: str) -> None:
    found = json.loads(run("search", "--json", '"thousand dollars"').stdout)

    assert (found["schema"], found["more"]) == ("assistant.hits/1", False)
    (hit,) = found["hits"]
    assert hit["id"] == f"{hit['call']}/transcript/1"
    assert [hit["text"][start:end] for start, end in hit["marks"]] == ["thousand dollars"]
    assert (hit["kind"], hit["side"], hit["date"]) == ("turn", "prospect", "2026-03-12")


def test_no_cell_is_a_formula(run: Run, call: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("search", "--csv", "hyperlink").stdout)))

    assert [row["text"] for row in rows] == ["'=HYPERLINK(security)"]


def test_only_so_many_are_shown_and_that_is_said(run: Run, call: str) -> None:
    result = run("search", "--limit", "1", "audit or hyperlink")

    assert len(result.stdout.splitlines()) == 2
    assert "There are more than these 1" in result.stderr


def test_a_query_is_kept_run_listed_and_removed(run: Run, call: str) -> None:
    run("search", "audit", "or", "forty", "--save", "mine")
    assert run("search", "--list").stdout.splitlines()[1].split(maxsplit=1) == [
        "mine", "audit or forty",
    ]  # fmt: skip
    assert len(run("search", "--saved", "mine").stdout.splitlines()) == 4
    assert len(run("search", "--saved", "mine", "audit").stdout.splitlines()) == 2
    narrowed = run("search", "--saved", "mine", "zebra", "or", "giraffe").stdout
    assert narrowed == "Nothing was found.\n"

    (kept,) = json.loads(run("search", "--list", "--json").stdout)["queries"]
    assert kept == {"name": "mine", "query": "audit or forty", "sort": ""}

    assert run("search", "--remove", "mine").stderr == "Removed mine.\n"
    assert "No query is saved" in run("search", "--list").stdout
    assert "No query is saved as" in run("search", "--saved", "mine", code=2).stderr


def test_a_mistake_is_pointed_at(run: Run) -> None:
    told = run("search", "price", "polarity:maybe", code=2).stderr.splitlines()

    assert "goes wrong at character 16" in told[0]
    assert told[2].index("^") == told[1].index("maybe")


@pytest.mark.parametrize("arguments", [(), ("a", "--json", "--csv"), ("a", "--limit", "0")])
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    run("search", *arguments, code=2)


@pytest.mark.parametrize("query", [("-price",), ("--limit", "2", "audit", "-forty"), ("-hour",)])
def test_what_begins_with_a_dash_is_told_how_to_be_written(
    run: Run, query: tuple[str, ...]
) -> None:
    told = " ".join(run("search", *query, code=2).stderr.split())
    assert "is written behind --, after all options: assistant search -- ..." in told
    run("search", *query[:-1], "--", query[-1])


def test_an_option_that_is_not_there_is_not_taken_for_a_query(run: Run) -> None:
    assert "behind --" not in run("search", "--jsn", "price", code=2).stderr


def test_nothing_found_is_said(run: Run) -> None:
    assert run("search", "zebra").stdout == "Nothing was found.\n"


def test_what_can_be_asked_is_listed(run: Run) -> None:
    shown = run("search", "--names").stdout

    assert all(name.example in shown and name.about in shown for name in NAMES)


def test_what_can_be_asked_as_json(run: Run) -> None:
    told = json.loads(run("search", "--names", "--json").stdout)

    assert told["schema"] == "assistant.names/1"
    assert [one["name"] for one in told["names"]] == [name.name for name in NAMES]
    (standings,) = [one["values"] for one in told["names"] if one["name"] == "is"]
    assert {"value": "returned", "about": "a call that was sent back to its rep"} in standings
    run("search", "--names", "--csv", code=2)
