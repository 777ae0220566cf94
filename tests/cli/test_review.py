"""`assistant review`: the queue in plain text and JSON, and a review of two people."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

SAID = "Dana: ask: budget.amount\nLuis: budget: forty thousand dollars\nLuis: need: scheduling\n"
ME = ("--as", "Dana")
BOSS = ("--as", "Max")


@pytest.fixture
def calls(run: Run, tmp_path: Path) -> list[str]:
    """The beginnings of the ids of two calls of Dana's, the newer one first."""
    run("lead", "add", "=Ana Ruiz")
    for day, said in (("2026-03-11", SAID), ("2026-03-12", "Dana: hi\nLuis: need: trucks\n")):
        file = tmp_path / f"{day}.txt"
        file.write_text(said, encoding="utf-8")
        run(*ME, "annotate", str(file), "--date", day, "--save", "--lead", "=Ana Ruiz")
    return [line.split()[0] for line in run("review", "list").stdout.splitlines()[1:]]


def shown(run: Run, call: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("review", "show", call, "--json").stdout)
    return told


def listed(run: Run, *arguments: str) -> list[str]:
    """The ids that are listed, in their order."""
    found = json.loads(run("review", "list", "--json", *arguments).stdout)
    assert found["schema"] == "assistant.queue/1"
    return [one["id"][:8] for one in found["calls"]]


def test_no_calls(run: Run) -> None:
    assert run("review", "list", "all").stdout == "There are no calls yet.\n"
    assert run("review", "list").stdout == "No call matches is:waiting.\n"
    assert run("review", "list", "--filters").stdout == "No filter is saved yet.\n"


def test_what_waits_is_listed(run: Run, calls: list[str]) -> None:
    result = run("review", "list")
    heading, newer, older = result.stdout.splitlines()

    assert heading.split()[:4] == ["id", "date", "rep", "lead"]
    assert newer.split()[:5] == [calls[0], "2026-03-12", "Dana", "=Ana", "Ruiz"]
    assert "incomplete" in older
    assert result.stderr.startswith("2 of 2 calls: 2 waiting (0 answered), 0 sent back")


def test_filters_and_orders(run: Run, calls: list[str]) -> None:
    newer, older = calls

    assert listed(run, "all", "--sort", "-date") == [older, newer]
    assert listed(run, "--sort", "score") == [older, newer]
    assert listed(run, "missing:budget") == [newer]
    assert listed(run, "unconfirmed>1") == [older]
    assert listed(run, "forty thousand", "or", "zebra") == [older]
    assert listed(run, "all", "--limit", "1") == [newer]
    assert listed(run, "rep:max") == []


def test_a_filter_is_kept_with_its_order(run: Run, calls: list[str]) -> None:
    newer, older = calls
    saved = run("review", "list", "since:2026", "--sort", "-date", "--save", "mine").stderr
    assert saved.startswith("Saved mine: since:2026, by -date")

    assert listed(run, "--saved", "mine") == [older, newer]
    assert listed(run, "--saved", "mine", "--sort", "date") == [newer, older]
    assert listed(run, "--saved", "mine", "zebra", "or", "trucks") == [newer]
    assert run("review", "list", "--filters").stdout.splitlines()[1].split() == [
        "mine", "2", "since:2026", "-date",
    ]  # fmt: skip
    (kept,) = json.loads(run("review", "list", "--filters", "--json").stdout)["queries"]
    assert kept == {"name": "mine", "query": "since:2026", "sort": "-date", "calls": 2}


def test_a_table_for_a_spreadsheet_has_no_formula(run: Run, calls: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run("review", "list", "--csv").stdout)))

    assert [row["lead"] for row in rows] == ["'=Ana Ruiz"] * 2
    assert rows[0]["missing"] == "budget authority timeline"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("list", "scor>3"), "goes wrong at character 1"),
        (("list", "--sort", "scor"), "Did you mean score?"),
        (("list", "--json", "--csv"), "Give one of"),
        (("list", "--saved", "none"), "No query is saved"),
        (("show", "ffff"), "no call"),
        (("return", "ffff", "why"), "no call"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], told: str) -> None:
    assert told in run("review", *arguments, code=2).stderr


def test_a_call_goes_back_and_forth(run: Run, calls: list[str]) -> None:
    _, call = calls
    (budget,) = [one for one in shown(run, call)["answers"] if one["field"] == "budget"]
    run(
        *BOSS, "review", "return", call, "Who decides?", "--on", f"{budget['id'][:6]}=In dollars?",
        "--on", "transcript:2=Which plan?",
    )  # fmt: skip
    assert listed(run, "is:returned") == [call]
    assert call not in listed(run)

    run(*ME, "review", "answer", call, "The owner, I asked.")
    assert listed(run, "is:answered") == listed(run, "is:waiting", "is:answered") == [call]
    assert "not sent back" in run(*ME, "review", "answer", call, "again", code=2).stderr

    run(*BOSS, "review", "reverse", call, "nurture", "--reason", "no owner heard")
    run(*BOSS, "review", "coach", call, "Ask who signs.")
    told = shown(run, call)
    assert (told["state"], told["verdict"]["outcome"]) == ("reversed", "nurture")
    back = told["reviews"][0]
    assert [
        (one["action"], one["by"]["name"], one["before"], one["after"]) for one in told["reviews"]
    ] == [
        ("return", "Max", "incomplete", "incomplete"),
        ("comment", "Max", "", ""),
        ("comment", "Max", "", ""),
        ("answer", "Dana", "incomplete", "incomplete"),
        ("reverse", "Max", "incomplete", "nurture"),
        ("coach", "Max", "", ""),
    ]
    on_answer, on_turn, answered = told["reviews"][1:4]
    assert {one["part_of"] for one in (on_answer, on_turn, answered)} == {back["id"]}
    assert (on_answer["answer_id"], on_turn["source"], on_turn["turn"]) == (
        budget["id"], "transcript", 2,
    )  # fmt: skip


def test_a_review_in_plain_text(run: Run, calls: list[str]) -> None:
    _, call = calls
    said = ("--on", "transcript:2=Which plan?", "--on", "1=Is that so?")
    run(*BOSS, "review", "return", call, "Who decides?", *said)
    wrong = run(*BOSS, "review", "comment", call, "Hm", "--on", "99=Is it?", code=2).stderr
    assert "no answer '99' in this call. `assistant answers list` has all." in wrong
    text = " ".join(run("review", "show", call).stdout.split())

    for told in (
        "INCOMPLETE score", "sent back", "1 incomplete by program", "+ Budget: met",
        "1. “forty thousand dollars” ", "(yes, Luis, transcript:1, suggested)",
        "Missing: Authority",
        "Max sends back: Who decides?", "Max comments on transcript:2 “need: scheduling”: Which",
        "Max comments on budget “forty thousand dollars”: Is that so?",
    ):  # fmt: skip
        assert told in text, told


def test_several_are_agreed_with_at_once_or_none(run: Run, calls: list[str]) -> None:
    assert "no call" in run(*BOSS, "review", "agree", *calls, "ffff", code=2).stderr
    assert listed(run, "is:reviewed") == []

    run(*BOSS, "review", "agree", *calls, "--text", "yes")
    assert listed(run, "is:reviewed") == calls
    assert run("review", "list").stdout.startswith("No call matches")


def test_nobody_judges_an_own_call_and_only_its_rep_answers(run: Run, calls: list[str]) -> None:
    call = calls[0]
    for act in (("agree", call), ("reverse", call, "nurture"), ("return", call, "why")):
        assert "This is your call" in run(*ME, "review", *act, code=2).stderr
    run(*BOSS, "review", "return", call, "why")
    assert "its rep answers" in run(*BOSS, "review", "answer", call, "so", code=2).stderr


@pytest.mark.parametrize(
    "place", ["transcript:99", "chat:1", "transcript:x", "ffff", "transcript:1", "=x"]
)
def test_a_place_that_is_not_there(run: Run, calls: list[str], place: str) -> None:
    written = place if place == "transcript:1" else f"{place}=What?"

    told = run(*BOSS, "review", "return", calls[0], "why", "--on", written, code=2).stderr

    assert "write PLACE=TEXT" in told or "There is no" in told
    assert listed(run, "is:returned") == []


def test_what_was_done_is_said(run: Run, calls: list[str]) -> None:
    newer, older = calls
    assert run(*BOSS, "review", "agree", newer).stderr == "Agreed with 1 call.\n"
    assert run(*BOSS, "review", "agree", newer, older).stderr == "Agreed with 2 calls.\n"
    back = run(*BOSS, "review", "return", older, "why", "--on", "transcript:1=Who?").stderr
    assert back == "Sent back to its rep, with 1 on its answers and turns.\n"
    assert "waits for a review again" in run(*ME, "review", "answer", older, "so").stderr
    reversed_to = run(*BOSS, "review", "reverse", older, "nurture", "--reason", "no owner").stderr
    assert reversed_to == "Reversed to nurture.\n"
    on = ("--on", "transcript:1=Who?", "--on", "transcript:2=Which?")
    said = run(*BOSS, "review", "comment", older, "look", *on).stderr
    assert said == "Commented, with 2 on its answers and turns.\n"
    assert run(*BOSS, "review", "comment", older, "look").stderr == "Commented.\n"
    noted = "Noted for its rep to take along"
    assert run(*BOSS, "review", "coach", older, "wait").stderr == f"{noted}.\n"
    of_one = run(*BOSS, "review", "coach", older, "--on", "transcript:1=Wait.").stderr
    assert of_one == f"{noted}, with 1 on its answers and turns.\n"
    assert [(one["text"], one["turn"]) for one in shown(run, older)["reviews"][-2:]] == [
        ("wait", None), ("Wait.", 1),
    ]  # fmt: skip
    assert "needs words" in run(*BOSS, "review", "comment", older, code=2).stderr


def test_the_words_of_a_call_are_read_with_their_places(run: Run, calls: list[str]) -> None:
    newer, older = calls
    assert run("review", "words", newer).stdout.splitlines() == [
        "transcript:0  Dana: hi", "transcript:1  Luis: need: trucks",
    ]  # fmt: skip
    beside = run("review", "words", older, "--around", "1").stdout
    assert "transcript:1  Luis: budget: forty thousand dollars" in beside
    assert run("review", "words", older, "--around", "transcript:1").stdout == beside
    wrong = run("review", "words", newer, "--around", "transcript:9", code=2).stderr
    assert "There is no turn 'transcript:9' in this call. Its texts are: transcript" in wrong


def test_a_call_that_was_sent_back_is_called_so_everywhere(run: Run, calls: list[str]) -> None:
    _, call = calls
    counted = run(*BOSS, "review", "return", call, "why")
    assert counted.stderr == "Sent back to its rep.\n"

    shown = (("review", "list", "is:returned"), ("review", "show", call), ("call", "list"))
    for command in shown:
        told = run(*command)
        assert "sent back" in told.stdout
        assert "returned" not in told.stdout + told.stderr.replace("is:returned", "")
    assert "Max send back why" in " ".join(run("call", "history", call).stdout.split())
    (row,) = json.loads(run("review", "list", "--json", "is:returned").stdout)["calls"]
    assert row["reviewed"] == "returned"


def test_a_row_has_the_rep_s_verdict_beside_the_program_s(run: Run, calls: list[str]) -> None:
    run(*ME, "call", "override", calls[0], "nurture", "--reason", "next year")

    heading, row = run("review", "list", "is:overridden").stdout.splitlines()
    assert row[heading.index("rep says") :].startswith("nurture (assistant: incomplete)")


def test_what_the_answers_make_of_the_verdict_now_is_said(run: Run, calls: list[str]) -> None:
    _, call = calls
    now = "By the answers as they are now"
    assert now not in run("review", "show", call).stdout

    run(*ME, "answers", "edit", call, "1", "--value", "50k")
    run(*ME, "answers", "reject", call, "2")
    told = run("review", "show", call).stdout
    assert f"{now}: incomplete, score " in told
    assert "edit budget “forty thousand dollars” to 50k" in " ".join(told.split())
    history = run("call", "history", call).stdout
    assert "edit budget 50k" in history
    assert "reject need" in history
