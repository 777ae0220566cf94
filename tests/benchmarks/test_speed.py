import json
import sys
from pathlib import Path

import pytest

from assistant.domain.fields import Kind, Side
from benchmarks import speed


def test_the_hours_call_has_its_words_and_is_the_same_each_time() -> None:
    texts = speed.texts_of(speed.CORPUS, 9_000)
    words = [len(turn.text.split()) for turn in texts.call]
    assert sum(words[:-1]) < 9_000 <= sum(words)
    assert [turn.index for turn in texts.call] == list(range(len(texts.call)))
    assert {Side.REP, Side.PROSPECT} <= {turn.side for turn in texts.call}
    assert len(texts.long_turn.text.split()) == 300
    assert (texts.call_facts.kind, texts.notes_facts.kind) == (Kind.CALL, Kind.NOTES)
    assert texts.notes
    assert all(turn.text.strip() for turn in texts.notes)
    assert speed.texts_of(speed.CORPUS, 9_000) == texts


def test_a_run_prints_its_table_and_writes_the_same_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, file = tmp_path / "corpus", tmp_path / "speed.json"
    corpus.mkdir()
    for name in ("a-023", "i-040"):
        marked = speed.CORPUS / f"{name}.call"
        (corpus / marked.name).write_bytes(marked.read_bytes())
    options = ["--corpus", corpus, "--words", "150", "--passes", "1", "--loads", "0"]
    monkeypatch.setattr(sys, "argv", ["speed.py", *map(str, options), "--json", str(file)])
    monkeypatch.setattr(speed, "find_spec", lambda _: None)
    speed.main()
    rows = json.loads(file.read_text(encoding="utf-8"))["rows"]
    lines = capsys.readouterr().out.splitlines()
    table = [line.split(" | ") for line in lines if line.startswith("| ")]
    assert [cells[0].removeprefix("| ") for cells in table[1:]] == [row["what"] for row in rows]
    assert {len(cells) for cells in table} == {6}
    assert [row["ours"] is not None for row in rows] == [True, False, False, False, True]
    assert rows[0]["ours"] == 1
