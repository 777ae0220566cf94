import json
from pathlib import Path

from tests.cli.conftest import Run

SAID = "Dana: hello\nLuis: need: late trucks\n"


def test_all_that_is_held_is_shown_and_written(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "call.txt"
    file.write_text(SAID, encoding="utf-8")
    run("lead", "add", "Luis Ortega", "--email", "luis@harbor.example")
    run("annotate", str(file), "--save", "--lead", "luis@harbor.example")

    shown = run("person", "export", "luis@harbor.example").stdout
    assert "need: late trucks" in shown

    out = tmp_path / "luis.json"
    run("person", "export", "luis@harbor.example", "--out", str(out))
    entries = json.loads(out.read_text(encoding="utf-8"))["entries"]
    assert {entry["kind"] for entry in entries} == {"call", "turn", "answer"}

    gone = run("forget", "lead", "luis@harbor.example", "--yes").stdout
    assert str(out) in gone
    assert not out.exists()


def test_nobody_is_told_so(run: Run) -> None:
    assert "Nothing else is held." in run("person", "export", "x@y.example").stdout
    run("person", "export", " ", code=2)
