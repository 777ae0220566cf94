"""``assistant corpus export``: it writes, says what it wrote and masked, and how to go on."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAID = "Dana: ask: budget.amount\nLuis: budget: forty thousand\nLuis: need: scheduling, says Luis\n"


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    """The beginning of the id of a saved call in which nothing is decided."""
    file = tmp_path / "acme.txt"
    file.write_text(SAID, encoding="utf-8")
    run("annotate", str(file), "--date", "2026-03-12", "--save")
    return str(run("call", "list").stdout.splitlines()[1].split()[0])


def test_it_says_what_it_wrote_and_how_to_train(run: Run, call: str, tmp_path: Path) -> None:
    out = tmp_path / "team calls"

    said = run("corpus", "export", call, "--out", str(out), "--all-suggestions").stdout

    assert said.splitlines() == [
        f"Wrote 1 marked call (1 call, 2 answers) to {out}.",
        "Masked: names: 3.",
        f'What is not marked is learned as no answer. Check: assistant evaluate "{out}"',
        f'Train with the shipped calls: python -m assistant.training --also "{out}"',
    ]
    [file] = out.iterdir()
    assert "Luis" not in file.read_text(encoding="utf-8")
    assert re.search(r"answers +P 1\.000 +R 1\.000", run("evaluate", str(out)).stdout)


def test_names_are_kept_where_they_are_asked_for(run: Run, call: str, tmp_path: Path) -> None:
    said = run("corpus", "export", "--out", str(tmp_path / "o"), "--all-suggestions", "--names")

    assert "Nothing was masked" in said.stdout
    [file] = (tmp_path / "o").iterdir()
    assert "says Luis{{/}}" in file.read_text(encoding="utf-8")


def test_undecided_calls_are_left_out_and_nothing_is_made(
    run: Run, call: str, tmp_path: Path
) -> None:
    said = run("corpus", "export", "--out", str(tmp_path / "o")).stdout

    assert said.splitlines() == [
        "Nothing to write: confirm, edit or reject answers of a call first.",
        "Left out: calls in which nobody decided on an answer: 1.",
    ]
    assert not (tmp_path / "o").exists()


def test_a_file_that_was_changed_is_not_written_over(run: Run, call: str, tmp_path: Path) -> None:
    command = ("corpus", "export", "--out", str(tmp_path / "o"), "--all-suggestions")
    run(*command)
    [file] = (tmp_path / "o").iterdir()
    before = file.read_bytes()
    file.write_bytes(before + b"Luis: more\n")

    assert file.name in run(*command, code=3).stderr
    assert file.read_bytes() != before
    run(*command, "--replace")
    assert file.read_bytes() == before


def test_old_files_of_a_forgotten_call_go_with_it_and_copies_of_them_are_named(
    run: Run, call: str, tmp_path: Path
) -> None:
    command = ("corpus", "export", "--out", str(tmp_path / "o"), "--all-suggestions")
    run(*command)
    [file] = (tmp_path / "o").iterdir()
    written = file.read_bytes()
    assert str(file) in run("forget", "call", call, "--yes").stdout
    assert not file.exists()

    file.write_bytes(written)
    assert f"delete them: {file.name}" in run(*command).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--since", "soon"), "soon"),
        (("1234",), "no call"),
        ((), "name a folder"),
    ],
)
def test_wrong_usage_is_told(
    run: Run, call: str, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    file = tmp_path / "acme.txt"
    command = ("corpus", "export", "--out", str(file), "--all-suggestions")
    assert message in run(*command, *arguments, code=2).stderr
