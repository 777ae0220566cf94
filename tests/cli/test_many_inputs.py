"""Many inputs: those that fail are told at the end, and the others are done."""

import json
import os
import zipfile
from pathlib import Path
from shutil import make_archive

import pytest

from tests.cli.conftest import LUIS, Run, annotations, found

DAMAGED = "this is JSON that is damaged or cut off here: Expecting ',' delimiter; export it again"


def test_a_result_that_cannot_be_written_is_one_failure(run: Run, calls: Path) -> None:
    out = calls.parent / "out"
    (out / "luis.json").mkdir(parents=True)

    result = run("annotate", str(calls), "--format", "json", "--out", str(out), code=1)

    [failure] = json.loads(result.stderr.splitlines()[-1])["failed"]
    assert failure["file"] == str(out / "luis.json")
    assert failure["why"].startswith("it cannot be written")
    assert (out / "marta.json").is_file()


def test_a_name_that_is_too_long_fails_alone(run: Run, calls: Path) -> None:
    result = run("annotate", "a" * 5000, str(calls), "--format", "json", code=1)

    assert len(annotations(result.stdout)) == 2
    assert "1 of 3 inputs failed" in result.stderr


def test_a_day_that_a_file_says_fails_that_file(run: Run, calls: Path) -> None:
    turn = {"index": 0, "text": "hi"}
    document = {"schema": "assistant.transcript/1", "format": "vtt", "kind": "call"}
    text = json.dumps(document | {"turns": [turn], "call_date": "1800-01-01"})
    (calls / "old.json").write_text(text, encoding="utf-8")

    assert "1 of 3 inputs failed" in run("annotate", str(calls), code=1).stderr


def test_some_of_several_failing_is_1_and_the_rest_is_done(run: Run, calls: Path) -> None:
    (calls / "broken.txt").write_bytes(b"")

    result = run("annotate", str(calls), "--format", "json", code=1)

    assert len(annotations(result.stdout)) == 2
    assert str(calls / "broken.txt") in result.stderr
    assert "1 of 3 inputs failed" in result.stderr


def test_what_failed_and_why_is_a_table_at_the_end(run: Run, calls: Path) -> None:
    (calls / "a.txt").write_bytes(b"")
    (calls / "b.pdf").write_bytes(b"%PDF-1.7\n")
    (calls / "c.json").write_text('{"segments": [\n1, 2', encoding="utf-8")

    result = run("annotate", str(calls), code=1)

    total, heading, *rows = result.stderr.splitlines()
    assert total == "assistant: 3 of 5 inputs failed."
    assert heading.split() == ["file", "why"]
    wide = max(len(str(calls / name)) for name in ("a.txt", "b.pdf", "c.json"))
    assert [(row[:wide].strip(), row[wide:].strip()) for row in rows] == [
        (str(calls / "a.txt"), "there is nothing in it; a transcript or notes were expected"),
        (str(calls / "b.pdf"), "this is a PDF; save its text as .txt"),
        (
            str(calls / "c.json"),
            f"line 2: {DAMAGED}",
        ),
    ]
    assert "forty thousand dollars" in result.stdout


def test_what_failed_as_json(run: Run, calls: Path) -> None:
    (calls / "broken.json").write_text('{"segments": [\n1, 2', encoding="utf-8")

    result = run("annotate", str(calls), "--format", "json", code=1)

    assert len(annotations(result.stdout)) == 2
    told = json.loads(result.stderr.splitlines()[-1])
    [failure] = told.pop("failed")
    assert told == {"schema": "assistant.failed/1", "inputs": 3}
    assert failure.pop("why").startswith("this is JSON that is damaged")
    assert failure == {"file": str(calls / "broken.json"), "line": 2}


def test_a_name_in_the_table_cannot_steer_the_terminal(run: Run, calls: Path) -> None:
    if os.name != "posix":
        pytest.skip("no file can have that name there")
    (calls / "\x1b[2Jx\n.txt").write_bytes(b"")

    told = run("annotate", str(calls), code=1).stderr

    assert "\x1b" not in told
    assert len(told.splitlines()) == 3


def test_strict_stops_at_the_first(run: Run, calls: Path) -> None:
    (calls / "m.txt").write_bytes(b"")

    result = run("annotate", str(calls), "--format", "json", "--strict", code=3)

    assert [found(one) for one in annotations(result.stdout)] == [
        {("budget", "forty thousand dollars")}
    ]
    assert result.stderr.startswith(f"assistant: {calls / 'm.txt'}: there is nothing in it")


def test_many_files(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        text = LUIS if number % 10 else ""
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    packed = make_archive(str(tmp_path / "packed"), "zip", folder)

    for name in (str(folder), str(folder / "*.txt"), packed):
        result = run("annotate", name, "--format", "json", code=1)

        assert len(annotations(result.stdout)) == 54
        failed = json.loads(result.stderr.splitlines()[-1])["failed"]
        assert len(failed) == 6
        assert Path(failed[0]["file"]).name == "00.txt"


def test_a_zip_file_with_tricks_is_one_failure(run: Run, calls: Path) -> None:
    with zipfile.ZipFile(calls / "bad.zip", "w") as packed:
        packed.writestr("../out.txt", LUIS)

    for names in ([str(calls)], [str(calls / "bad.zip"), str(calls / "luis.txt")]):
        result = run("annotate", *names, "--format", "json", code=1)
        [failure] = json.loads(result.stderr.splitlines()[-1])["failed"]
        assert "leads out of it" in failure["why"]
    assert "leads out of it" in run("annotate", str(calls / "bad.zip"), code=3).stderr


def test_all_failing_is_3(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")

    result = run("annotate", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), code=3)

    assert "2 of 2 inputs failed" in result.stderr
