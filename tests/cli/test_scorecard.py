"""`assistant scorecard`: two people fill one in and see where they differ."""

import json
from pathlib import Path

import pytest

from assistant.settings.paths import team_folder
from tests.cli.conftest import Run, saved

ME = ("--as", "Dana")
BOSS = ("--as", "Max")


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    """The beginning of the id of a saved call."""
    return saved(run, tmp_path, "Dana: hi\nLuis: need: trucks\n")


def test_cards_are_listed_and_shown(run: Run) -> None:
    assert "discovery" in run("scorecard", "list").stdout
    shown = run("scorecard", "show").stdout
    assert "0 to 5" in shown
    assert "dated and shared or agreed without a date or none" in shown
    card = json.loads(run("scorecard", "show", "discovery", "--json").stdout)
    assert card["items"][0]["id"] == "opening"


def test_a_card_of_the_teams_own(run: Run) -> None:
    folder = team_folder() / "scorecards"
    folder.mkdir(parents=True)
    card = "id: mine\nversion: 1\ntitle: Mine\nitems: [{id: a, title: A, kind: text}]\n"
    (folder / "mine.yaml").write_text(card, encoding="utf-8")
    (folder / "bad.yaml").write_text("id: bad\n", encoding="utf-8")

    result = run("scorecard", "list")

    assert "mine" in result.stdout
    assert "bad.yaml" in result.stderr


def test_two_people_fill_it_in_and_compare(run: Run, call: str) -> None:
    told = run(
        *ME, "scorecard", "fill", call, "opening=4", "need=yes: he said it", "next_step=dated",
        "--note", "slower",
    )  # fmt: skip
    assert told.stderr.strip() == "3 of 8 items of Discovery call are filled in, 90 of 100."
    run(*BOSS, "scorecard", "fill", call, "opening=2: rushed", "need=y", "take_along=Wait: count")

    lines = [" ".join(line.split()) for line in
             run("scorecard", "compare", call).stdout.splitlines()]  # fmt: skip
    assert lines[0] == "Discovery call Dana, rep Max, rep"
    assert "≠ Opening 4 2: rushed" in lines
    assert "Need in the prospect's words yes: he said it yes" in lines
    assert "≠ Next step dated and shared -" in lines
    assert "To take along - Wait: count" in lines
    assert "In all 90 of 100 70 of 100" in lines
    assert "Note slower" in lines
    found = json.loads(run("scorecard", "compare", call, "--json").stdout)
    assert found["differ"] == ["opening", "next_step"]
    assert [one["percent"] for one in found["filled"]] == [90, 70]


def test_filling_in_again_keeps_the_rest_and_the_history(run: Run, call: str) -> None:
    run(*ME, "scorecard", "fill", call, "opening=4", "questions=1")
    run(*ME, "scorecard", "fill", call, "questions=5")
    run(*ME, "scorecard", "fill", call, "opening=")

    found = json.loads(run("scorecard", "compare", call, "--json").stdout)
    assert [(one["item"], one["value"]) for one in found["filled"][0]["marks"]] == [
        ("questions", 5),
    ]
    review = json.loads(run("review", "show", call, "--json").stdout)
    assert len(review["scorecards"]) == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("opening=6",), "Write 0 to 5"),
        (("opening=-1",), "Write 0 to 5"),
        (("need=perhaps",), "Write yes or no"),
        (("next_step=a",), ""),
        (("next_step=later",), "Write dated and shared or"),
        (("closing=5",), "has no item 'closing'"),
        (("opening",), "write ITEM=MARK"),
        ((), "at least one item"),
        (("opening=1", "--card", "none"), "There is no scorecard 'none'"),
    ],
)
def test_what_cannot_be_said(run: Run, call: str, arguments: tuple[str, ...], told: str) -> None:
    code = 2 if told else 0
    assert told in run("scorecard", "fill", call, *arguments, code=code).stderr


def test_nobody_has_filled_one_in(run: Run, call: str) -> None:
    assert "Nobody has" in run("scorecard", "compare", call, code=2).stderr
