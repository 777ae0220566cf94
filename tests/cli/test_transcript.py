"""``assistant transcript convert``."""

from pathlib import Path

import pytest

from assistant.ingest.reading import read_file
from tests.cli.conftest import Run

TRANSCRIPTS = Path(__file__).parents[2] / "transcripts"
FILES = sorted(
    path
    for folder in ("formats", "samples")
    for path in (TRANSCRIPTS / folder).iterdir()
    if not path.name.startswith("zoom_chat")
)
TALK = "[00:01] Dana: Hi & <hello>.\n[00:03] Luis: Yes.\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_json_keeps_everything(run: Run, tmp_path: Path, path: Path) -> None:
    out = tmp_path / "out.json"
    run("transcript", "convert", str(path), str(out))
    assert read_file(out) == read_file(path)


VTT = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v Dana>Hi &amp; &lt;hello&gt;.</v>

00:00:03.000 --> 00:00:03.500
<v Luis>Yes.</v>
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
Dana: Hi & <hello>.

2
00:00:03,000 --> 00:00:03,500
Luis: Yes.
"""
LINES = "[00:00:01] Dana: Hi & <hello>.\n[00:00:03] Luis: Yes.\n"


@pytest.mark.parametrize(("ending", "text"), [(".vtt", VTT), (".srt", SRT), (".txt", LINES)])
def test_other_endings(run: Run, tmp_path: Path, ending: str, text: str) -> None:
    out = tmp_path / f"out{ending}"
    run("transcript", "convert", "-", str(out), given=TALK)
    assert out.read_text(encoding="utf-8") == text
    spoken = [(turn.speaker, turn.text, turn.start) for turn in read_file(out).turns]
    assert spoken == [("Dana", "Hi & <hello>.", 1.0), ("Luis", "Yes.", 3.0)]


def test_to_the_screen_and_back(run: Run, tmp_path: Path) -> None:
    printed = run("transcript", "convert", "-", "-", given=TALK).stdout
    assert '"schema": "assistant.transcript/1"' in printed
    assert run("transcript", "convert", "-", "-", given=printed).stdout == printed


def test_a_file_that_is_there_stays(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("mine", encoding="utf-8")
    result = run("transcript", "convert", "-", str(out), given=TALK, code=2)
    assert "--replace" in result.stderr
    assert out.read_text(encoding="utf-8") == "mine"
    run("transcript", "convert", "-", str(out), "--replace", given=TALK)
    assert read_file(out).format == "stamped"
    result = run("transcript", "convert", str(out), str(out), "--replace", code=2)
    assert "the same file" in result.stderr


@pytest.mark.parametrize(
    ("given", "out", "code", "words"),
    [
        (TALK, "out.docx", 2, ".json, .vtt, .srt, .txt"),
        ("Dana: Hi.\nLuis: Yes.\n", "out.vtt", 2, "has a time"),
        ('{"a": 1}', "out.json", 3, "a form that is not known"),
        (TALK, "nowhere/out.json", 3, "cannot be written"),
    ],
)
def test_what_is_refused(
    run: Run, tmp_path: Path, given: str, out: str, code: int, words: str
) -> None:
    result = run("transcript", "convert", "-", str(tmp_path / out), given=given, code=code)
    assert words in result.stderr
    assert not (tmp_path / out).exists()
