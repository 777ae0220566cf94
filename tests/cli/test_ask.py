import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, saved

SAID = (
    "Dana: ask: budget.amount\n"
    "Luis: budget: forty thousand dollars\n"
    "Luis: need: scheduling; and the \x1b[31msecurity\u202e audit is due\n"
    "Dana: right\n"
)


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    """The beginning of the id of a saved call."""
    return saved(run, tmp_path, SAID)


def test_a_question_is_answered_with_the_words(run: Run, call: str) -> None:
    assert run("call", "ask", call, "how", "much").stdout.splitlines() == [
        "Budget, unconfirmed:",
        ' 1  "forty thousand dollars"',
        "    (Luis, unconfirmed)",
    ]


def test_nothing_steers_the_terminal(run: Run, call: str) -> None:
    shown = run("call", "ask", call, "what did they say about security").stdout
    raw = run("call", "ask", call, "security", "--format", "json").stdout
    assert not {"\x1b", "\u202e"} & {*shown, *raw}
    assert "security" in shown


def test_the_reply_as_json(run: Run, call: str) -> None:
    [line] = run("call", "ask", call, "budget", "--format", "json").stdout.splitlines()
    reply = json.loads(line)
    assert set(reply) == {"schema", "question", "about", "heading", "statements", "more"}
    assert (reply["schema"], reply["about"], reply["more"]) == ("assistant.reply/1", "budget", 0)
    [said] = reply["statements"]
    assert (said["quote"], said["speaker"], said["day"]) == ("forty thousand dollars", "Luis", None)
    turn = SAID.splitlines()[said["spot"]["turn"]].partition(": ")[2]
    assert turn[said["spot"]["start"] : said["spot"]["end"]] == said["quote"]


def test_what_nobody_said_is_said(run: Run, call: str) -> None:
    assert "Nobody said anything about “zebras”" in run("call", "ask", call, "zebras").stdout


def test_an_unknown_call_is_wrong_usage(run: Run) -> None:
    assert "no call" in run("call", "ask", "1234", "budget", code=2).stderr
