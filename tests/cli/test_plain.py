"""``assistant call --plain`` through the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def saved_id(said: str) -> str:
    return said.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize("way", [("call", "--plain"), ("call", "plain")])
def test_a_call_is_begun_talked_through_and_resumed(run: Run, way: tuple[str, ...]) -> None:
    begun = run(*way, "--title", "Acme", given="need: late trucks\ny\n").stdout
    assert begun.startswith("Acme.\nQuestions of BANT.\n")

    resumed = run(*way, saved_id(begun), given="answers\nend\n\n").stdout
    assert "1. Need, confirmed: “late trucks”" in resumed
    assert "The call has ended." in resumed
    assert "Acme" in run("call", "list").stdout


def test_the_flag_may_come_behind_other_options(run: Run) -> None:
    run("lead", "add", "Ana Ruiz")

    said = run("call", "--lead", "Ana Ruiz", "--bank", "champ", "--bank", "bant", "--plain").stdout

    assert said.startswith("Ana Ruiz.\nQuestions of CHAMP and BANT.\n")


def test_words_that_look_like_the_flag_stay_words(run: Run) -> None:
    begun = run("call", "--plain").stdout

    run("review", "comment", saved_id(begun), "--", "--plain")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--lead", "nobody"), "no lead"),
        (("--bank", "nothing"), "no bank"),
        (("1234",), "no call"),
    ],
)
def test_what_is_not_there_is_said(run: Run, arguments: tuple[str, ...], words: str) -> None:
    assert words in run("call", "--plain", *arguments, code=2).stderr
    assert "No calls yet" in run("call", "list").stdout


def test_bytes_that_are_no_text_are_taken(run: Run) -> None:
    said = run("call", "--plain", given=b"\xef\xbb\xbfneed: caf\xe9\nnotes\n").stdout

    assert "need: caf\N{REPLACEMENT CHARACTER}" in said


def test_the_summary_and_the_report_are_written_to_files(run: Run, tmp_path: Path) -> None:
    text, page = tmp_path / "a b.txt", tmp_path / "a.html"

    said = run(
        "call",
        "--plain",
        given=f"need: late trucks\ny\nend\n\nsave {text}\nsave {page}\nsave {text}\ncopy\n",
    ).stdout

    assert "Need met: “late trucks”" in text.read_text(encoding="utf-8")
    assert "<html" in page.read_text(encoding="utf-8")
    assert "it is there already" in " ".join(said.split())
    assert "no clipboard" in said
