"""``call --follow`` and ``demo`` from the command line, as far as they need no terminal."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "arguments",
    [
        ("call", "--follow", "captions.vtt"),
        ("call", "--follow=captions.vtt"),
        ("call", "--title", "Acme", "--follow", "captions.vtt"),
        ("call", "follow", "captions.vtt"),
        ("demo",),
    ],
)
def test_without_a_terminal_it_says_so_and_stores_nothing(
    run: Run, arguments: tuple[str, ...]
) -> None:
    assert "need a terminal" in run(*arguments, code=2).stderr
    assert "No calls yet" in run("call", "list").stdout


def test_a_folder_is_refused(run: Run, tmp_path: Path) -> None:
    assert "folder" in run("call", "--follow", str(tmp_path), code=3).stderr


def test_the_file_has_to_be_named(run: Run) -> None:
    assert "FILE" in run("call", "--follow", code=2).stderr


def test_an_unknown_sample_names_those_there_are(run: Run) -> None:
    said = run("demo", "--sample", "nothing.vtt", code=2).stderr
    assert "clinic.txt" in said
    assert "freight.vtt" in said


@pytest.mark.parametrize("speed", ["0", "-1", "fast"])
def test_a_speed_is_a_number_above_zero(run: Run, speed: str) -> None:
    assert "--speed" in run("demo", "--speed", speed, code=2).stderr
