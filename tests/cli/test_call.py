from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAID = "Dana: ask: budget.amount\nLuis: budget: forty thousand dollars\nLuis: need: scheduling\n"


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    """The beginning of the id of a saved call."""
    file = tmp_path / "acme.txt"
    file.write_text(SAID, encoding="utf-8")
    run("annotate", str(file), "--date", "2026-03-12", "--save")
    return str(run("call", "list").stdout.splitlines()[1].split()[0])


def test_no_calls_says_how_to_keep_one(run: Run) -> None:
    assert "--save" in run("call", "list").stdout


def test_a_saved_call_is_listed_and_shown(run: Run, call: str) -> None:
    row = run("call", "list").stdout.splitlines()[1]

    assert "2026-03-12" in row
    assert "(unassigned)" in row
    assert "forty thousand dollars" in run("call", "show", call).stdout


def test_a_call_is_given_to_a_lead_and_taken_again(run: Run, call: str) -> None:
    run("lead", "add", "Ana Ruiz")

    told = run("call", "assign", call, "Ana Ruiz").stderr
    assert told == f"Call {call} is with Ana Ruiz now.\n"
    assert "Ana Ruiz" in run("call", "list").stdout

    assert run("call", "assign", call).stderr == f"Call {call} is with nobody now.\n"
    assert "(unassigned)" in run("call", "list").stdout


def test_a_person_and_a_manager_have_their_say(run: Run, call: str) -> None:
    said = run("--as", "Dana", "call", "override", call, "qualified", "--reason", "I heard it")
    assert said.stderr == "Put qualified over the program's verdict.\n"
    run("--as", "Max", "review", "reverse", call, "nurture", "--reason", "no owner")
    run("--as", "Max", "review", "comment", call, "ask who signs")
    run("--as", "Dana", "review", "agree", call, "--text", "right")

    shown = run("call", "show", call).stdout
    assert "Max put another verdict over this one: nurture (no owner)" in " ".join(shown.split())
    told = [line.split()[2:] for line in run("call", "history", call).stdout.splitlines()[1:]]
    acts = {(who, what.rstrip(":")) for who, what, *_ in told}
    assert acts == {
        ("assistant", "system"),
        ("Dana", "override"),
        ("Max", "reversal"),
        ("Max", "reverse"),
        ("Max", "comment"),
        ("Dana", "agree"),
    }
    assert "nurture" in run("call", "list").stdout


@pytest.mark.parametrize("verb", [("call", "override"), ("review", "reverse")])
def test_a_verdict_over_another_needs_a_reason(run: Run, call: str, verb: tuple[str, str]) -> None:
    assert "reason" in run("--as", "Max", *verb, call, "qualified", code=2).stderr


def test_an_unknown_call_is_wrong_usage(run: Run) -> None:
    assert "no call" in run("call", "show", "1234", code=2).stderr


def test_a_call_is_written_to_a_file(run: Run, call: str, tmp_path: Path) -> None:
    out = tmp_path / "call.html"

    told = run("call", "show", call, "--format", "html", "--out", str(out)).stderr

    assert told == f"Wrote call {call} to {out}.\n"
    assert "<html" in out.read_text(encoding="utf-8")


def test_calls_are_listed_by_the_day_that_is_shown(run: Run, tmp_path: Path) -> None:
    for day in ("2026-03-12", "2026-03-20", "2026-01-05"):
        file = tmp_path / f"{day}.txt"
        file.write_text(f"{SAID}Luis: on {day}\n", encoding="utf-8")
        run("annotate", str(file), "--date", day, "--save")

    rows = run("call", "list").stdout.splitlines()[1:]

    assert [row.split()[1] for row in rows] == ["2026-03-20", "2026-03-12", "2026-01-05"]


def test_a_place_in_the_figures_is_one_that_commands_take(run: Run, call: str) -> None:
    lines = run("call", "figures", call).stdout.splitlines()

    (rep,) = [line for line in lines if line.startswith("longest monologue of the rep")]
    assert rep.endswith("Dana, from transcript:0")
    place = rep.split()[-1]
    assert place in run("answers", "bookmark", call, place, "long").stdout


def test_opening_a_call_needs_a_terminal(run: Run, call: str) -> None:
    assert "need a terminal" in run("call", "open", call, code=2).stderr


CHAT = "00:14:19\tAna Ruiz:\tour budget is 90k\n00:15:02\tAna Ruiz:\tbudget: ninety thousand\n"


def test_a_chat_is_kept_with_its_call_and_never_read(run: Run, call: str, tmp_path: Path) -> None:
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    before = run("call", "show", call, "--format", "json").stdout

    for _ in range(2):
        result = run("call", "attach", call, str(chat))
        assert result.stdout == f"Kept the chat with call {call}; messages: 2.\n"

    assert run("call", "show", call, "--format", "json").stdout == before


def test_what_is_no_chat_is_not_attached(run: Run, call: str, tmp_path: Path) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text(SAID, encoding="utf-8")

    assert "no chat of a meeting" in run("call", "attach", call, str(speech), code=3).stderr
    assert "no such file" in run("call", "attach", call, str(tmp_path / "x"), code=3).stderr
    assert "no call" in run("call", "attach", "ffff", str(speech), code=2).stderr


def test_the_rep_is_put_right(run: Run, call: str) -> None:
    assert "Dana (rep), Luis (prospect)" in run("call", "show", call).stdout

    assert run("call", "rep", call, "luis").stdout.split() == ["Dana", "prospect", "Luis", "rep"]

    assert "Dana (prospect), Luis (rep)" in run("call", "show", call).stdout
    assert run("call", "rep", call, "Luis").stdout.split() == ["Dana", "prospect", "Luis", "rep"]
    assert "In it speak: Dana, Luis." in run("call", "rep", call, "Kim", code=2).stderr
