"""``assistant answers``: a call is annotated without a screen."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, saved

SAID = """Dana: ask: budget.amount
Luis: budget: forty thousand dollars
Luis: need: trucks leave late; need: drivers wait
Luis: and my boss Ana signs
"""


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    return saved(run, tmp_path, SAID)


def listed(run: Run, call: str, *options: str) -> list[dict[str, Any]]:
    answers = json.loads(run("answers", "list", call, "--json", *options).stdout)["answers"]
    assert isinstance(answers, list)
    return answers


def states(run: Run, call: str) -> dict[str, str]:
    return {one["quote"] or one["value"]["text"]: one["status"] for one in listed(run, call)}


def test_answers_are_listed_with_words_and_place(run: Run, call: str) -> None:
    heading, *rows = run("answers", "list", call).stdout.splitlines()

    assert heading.split() == ["no", "id", "field", "says", "words", "where", "state"]
    assert [row.split()[0] for row in rows] == ["1", "2", "3"]
    assert "budget  forty thousand dollars" in rows[0]
    assert "transcript:1 Luis" in rows[0]
    assert rows[0].endswith("suggested")


def test_the_json_has_the_exact_words_and_numbers(run: Run, call: str) -> None:
    budget, *_ = listed(run, call)

    line = SAID.splitlines()[budget["turn"]].partition(": ")[2]
    assert line[budget["start"] : budget["end"]] == budget["quote"] == "forty thousand dollars"
    assert (budget["number"], budget["text"], budget["in_force"]) == (1, "transcript", True)


def test_answers_are_confirmed_and_rejected_by_number_or_id(run: Run, call: str) -> None:
    third = listed(run, call)[2]["id"]

    told = run("answers", "confirm", call, "1", third[:6]).stdout
    run("answers", "reject", call, "2", "--reason", "hearsay")

    assert "1 budget: forty thousand dollars" in told
    assert states(run, call) == {
        "forty thousand dollars": "confirmed",
        "trucks leave late": "rejected",
        "drivers wait": "confirmed",
    }
    assert "hearsay" in run("call", "history", call).stdout


def test_all_that_are_open_are_confirmed(run: Run, call: str) -> None:
    run("answers", "reject", call, "2")
    run("answers", "confirm", call, "--all")

    assert states(run, call)["trucks leave late"] == "rejected"
    assert listed(run, call, "--unsure") == []


def test_of_several_answers_one_that_is_not_there_changes_none(run: Run, call: str) -> None:
    assert "no answer '9'" in run("answers", "confirm", call, "1", "9", code=2).stderr
    assert set(states(run, call).values()) == {"suggested"}


def test_an_answer_is_put_right(run: Run, call: str) -> None:
    run("answers", "edit", call, "3", "--field", "goal", "--polarity", "no",
        "--certainty", "hedged", "--value", "no waiting")  # fmt: skip

    third = listed(run, call)[2]
    assert (third["field"], third["polarity"], third["certainty"], third["status"]) == (
        *("goal", "no", "hedged", "edited"),
    )
    assert third["value"]["text"] == "no waiting"
    assert third["quote"] == "drivers wait"


def test_words_that_were_missed_become_an_answer(run: Run, call: str) -> None:
    run("answers", "add", call, "--field", "authority", "--words", "my boss Ana signs")

    added = listed(run, call)[3]
    assert (added["turn"], added["start"], added["end"]) == (3, 4, 21)
    assert (added["speaker"], added["status"], added["source"]) == ("Luis", "confirmed", "person")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--field", "need", "--words", "my boss anna"), "exactly as they stand"),
        (("--field", "need", "--words", "a"), "more than once (transcript:0, transcript:1"),
        (("--field", "need", "--words", "Ana", "--at", "transcript:1"), "exactly as they stand"),
        (("--field", "need", "--words", "Ana", "--at", "3"), "does, transcript:12"),
        (("--field", "need"), "Say what the answer is"),
        (("--words", "Ana"), "Say what it answers"),
        (("--field", "need", "--question", "budget.amount", "--value", "x"), "what it answers"),
        (("--question", "moon.phase", "--value", "x"), "asks 'moon.phase'"),
    ],
)
def test_what_cannot_be_added_is_said(
    run: Run, call: str, options: tuple[str, ...], said: str
) -> None:
    told = run("answers", "add", call, *options, code=2).stderr
    assert said in told
    assert len(listed(run, call)) == 3


def test_what_a_person_knows_is_added_without_words(run: Run, call: str) -> None:
    run("answers", "add", call, "--field", "timeline", "--value", "2026-06-30")

    added = listed(run, call)[3]
    assert (added["quote"], added["value"]["end"], added["where"]) == (
        None,
        "2026-06-30",
        "by hand",
    )


def test_undo_goes_back_to_the_beginning(run: Run, call: str) -> None:
    before = states(run, call)
    run("answers", "confirm", call, "1")
    run("answers", "edit", call, "1", "--polarity", "no")
    run("answers", "reject", call, "1", "2")

    told = run("answers", "undo", call, "--times", "2").stdout
    assert "edited" in told
    assert listed(run, call)[0]["polarity"] == "no"
    result = run("answers", "undo", call, "--times", "5")

    assert states(run, call) == before
    assert "nothing of yours" in result.stderr


def test_lists_are_narrowed(run: Run, call: str) -> None:
    run("answers", "reject", call, "2")

    assert [one["number"] for one in listed(run, call, "--field", "need")] == [2, 3]
    assert [one["number"] for one in listed(run, call, "--in-force")] == [1, 3]
    assert "no such answers" in run("answers", "list", call, "--contradicted").stdout


def test_nothing_to_change_and_nobody_named_are_wrong_usage(run: Run, call: str) -> None:
    assert "Say what to change" in run("answers", "edit", call, "1", code=2).stderr
    assert "--all" in run("answers", "confirm", call, code=2).stderr
    assert "no call" in run("answers", "list", "zzz", code=2).stderr


# Turns, and calls side by side


def test_a_speaker_is_put_right_and_taken_back(run: Run, call: str) -> None:
    run("answers", "speaker", call, "transcript:1", "Dana")
    budget = listed(run, call)[0]
    assert (budget["stale"], budget["in_force"]) == (True, False)

    told = run("answers", "undo", call).stdout
    assert "transcript:1 was spoken by whoever was transcribed again" in told
    assert listed(run, call)[0]["in_force"]


def test_bookmarks_are_listed_put_and_taken_away(run: Run, call: str) -> None:
    assert "no bookmark" in run("answers", "bookmark", call).stdout
    put = run("answers", "bookmark", call, "transcript:2", "read this").stdout
    assert put.splitlines()[1].split()[:3] == ["transcript:2", "read", "this"]
    assert "no bookmark" in run("answers", "bookmark", call, "transcript:2", "--remove").stdout
    run("answers", "undo", call)
    assert "read this" in run("answers", "bookmark", call).stdout


@pytest.mark.parametrize("place", ["transcript:99", "moon:1", "transcript", ":3", "transcript:x"])
def test_a_turn_that_is_not_there_is_wrong_usage(run: Run, call: str, place: str) -> None:
    run("answers", "bookmark", call, place, code=2)
    run("answers", "speaker", call, place, "Ana", code=2)


def test_two_calls_of_a_lead_are_compared(run: Run, tmp_path: Path) -> None:
    run("lead", "add", "Ana Ruiz")
    for day, said in (
        ("2026-03-12", "Dana: hi\nLuis: budget: forty; need: late trucks"),
        ("2026-03-19", "Dana: hi\nLuis: budget: fifty; goal: fewer calls; need: late trucks"),
    ):
        file = tmp_path / f"{day}.txt"
        file.write_text(said, encoding="utf-8")
        run("annotate", str(file), "--date", day, "--save", "--lead", "Ana Ruiz")
    ids = [row.split()[0] for row in run("call", "list").stdout.splitlines()[1:]]

    shown = json.loads(run("answers", "compare", ids[0], "--json").stdout)
    changes = {one["key"]: one["change"] for one in shown["fields"]}
    assert (changes["goal"], changes["need"]) == ("new", "same")
    assert changes["budget"] in {"changed", "contradicted"}
    assert [shown[which]["date"] for which in ("before", "now")] == ["2026-03-12", "2026-03-19"]
    lines = run("answers", "compare", *ids, "--changed").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["field", "budget", "goal"]


def test_a_call_without_a_lead_is_compared_with_none(run: Run, call: str) -> None:
    assert "no lead" in run("answers", "compare", call, code=2).stderr
    assert "same lead" in run("answers", "compare", call, call, code=2).stderr
