"""``assistant trackers``: listed, checked, run."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run, saved

SAID = "Dana: the price is fair\nLuis: =too expensive, hubspot is cheaper\n"


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    return saved(run, tmp_path, SAID)


def test_what_is_in_force_is_listed_with_mistakes_of_a_teams_own(run: Run, home: Path) -> None:
    own = home / "config" / "question_banks" / "trackers"
    own.mkdir(parents=True)
    (own / "pricing.yaml").write_text("id: pricing\ntitle: Off\n", encoding="utf-8")
    (own / "bad.yaml").write_text("id: bad\n", encoding="utf-8")

    done = run("trackers", "list")

    rows = {line.split()[0]: line for line in done.stdout.splitlines()[1:]}
    assert list(rows) == ["competitors", "compliance", "objections", "pricing", "promises"]
    assert "off" in rows["pricing"].split()
    assert "bad.yaml:1: title" in done.stderr


def test_files_are_checked(run: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("id: good\ntitle: Good\nwords: [fee]\n", encoding="utf-8")
    bad.write_text("id: bad\ntitle: Bad\nwords: fee\n", encoding="utf-8")

    assert "tracker good with 1 entries" in run("trackers", "check", str(good)).stdout
    assert f"{bad}:3: words" in run("trackers", "check", str(good), str(bad), code=1).stdout
    run("trackers", "check", str(bad), code=3)


def test_a_call_is_run_over(run: Run, call: str) -> None:
    shown = run("trackers", "run", call).stdout

    counted = [line.split() for line in shown.splitlines() if line.startswith("Pricing talk  ")]
    assert counted == [["Pricing", "talk", "3", "1", "2", "0"]]
    assert "Luis: hubspot" in shown
    places = json.loads(run("trackers", "run", call, "--json").stdout)["calls"][0]["trackers"]
    turns = {place["turn"] for one in places for place in one["places"]}
    assert {f"transcript:{turn}" for turn in turns} == set(re.findall(r"transcript:\d+", shown))


def test_the_calls_of_a_query_are_run_over(run: Run, call: str) -> None:
    told = run("trackers", "run", "--query", "expensive", "--tracker", "pricing").stdout
    assert told.startswith("1 calls; something is found in 1.")

    facts = json.loads(run("trackers", "run", "--query", "expensive", "--json").stdout)
    assert facts["schema"] == "assistant.trackers/1"
    assert {one["id"]: one["total"] for one in facts["total"]}["pricing"] == 3

    rows = list(csv.DictReader(io.StringIO(run("trackers", "run", call, "--csv").stdout)))
    assert {row["tracker"] for row in rows} == {"pricing", "objections", "competitors"}


@pytest.mark.parametrize("wrong", [(), ("x", "--query", "y"), ("x", "--json", "--csv")])
def test_what_makes_no_sense_is_said(run: Run, wrong: tuple[str, ...]) -> None:
    run("trackers", "run", *wrong, code=2)
