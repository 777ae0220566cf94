import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.domain.frozen import Frozen
from assistant.extraction import data
from assistant.extraction.data import load_data
from assistant.extraction.kept_lists import Data, KeptLists
from assistant.yamlfile.problems import YamlProblems


class Words(Frozen):
    words: tuple[str, ...]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "lists.json"


def keep(file: Path, lists: dict[str, Data]) -> None:
    kept = KeptLists(file)
    for digest, content in lists.items():
        kept.add(digest, content)
    kept.save()


def test_what_is_added_is_there_next_time(file: Path) -> None:
    lists: dict[str, Data] = {"a": {"words": ["café", "£", "no", 1, 1.5, True, None]}, "b": {}}
    keep(file, lists)
    kept = KeptLists(file)
    assert {digest: kept.get(digest) for digest in "abc"} == {**lists, "c": None}


def test_lists_that_nobody_asks_for_go_when_others_come(file: Path) -> None:
    keep(file, {"old": {"words": []}, "used": {"words": ["x"]}})
    kept = KeptLists(file)
    kept.get("used")
    kept.add("new", {"words": ["y"]})
    kept.save()
    after = KeptLists(file)
    assert [after.get(digest) is not None for digest in ("old", "used", "new")] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda content: b"\xff\xfe" + content,
        lambda content: content[:-1],
        lambda content: content.replace(b"right", b"wrong"),
        lambda content: content + b" ",
        lambda content: content.partition(b"\n")[2],
        lambda content: b"0" * 64 + b"\n" + content.partition(b"\n")[2],
        lambda content: b"\n".join([content.partition(b"\n")[0], b"[1]"]),
    ],
)
def test_a_spoilt_file_holds_nothing(file: Path, spoil: Callable[[bytes], bytes]) -> None:
    keep(file, {"a": {"words": ["right"]}})
    assert KeptLists(file).get("a") == {"words": ["right"]}
    file.write_bytes(spoil(file.read_bytes()))
    assert KeptLists(file).get("a") is None


def test_another_version_reads_its_lists_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(file, {"a": {"words": []}})
    monkeypatch.setattr("assistant.extraction.kept_lists.__version__", "99.0")
    assert KeptLists(file).get("a") is None


def test_where_nobody_may_write_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    keep(tmp_path / "taken" / "lists.json", {"a": {"words": []}})
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.fixture
def kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> KeptLists:
    lists = KeptLists(file)
    monkeypatch.setattr(data, "_kept_lists", lambda: lists)
    return lists


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_is_the_same_from_yaml_and_from_what_was_kept(
    tmp_path: Path, file: Path, kept: KeptLists, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "words.yaml", "words: [yes, no, 'on']\n")
    first = load_data(Words, path)
    kept.save()
    lists = KeptLists(file)
    monkeypatch.setattr(data, "_kept_lists", lambda: lists)
    monkeypatch.setattr(data, "_load_yaml", pytest.fail)
    assert load_data(Words, path) == first == Words(words=("yes", "no", "on"))


def test_an_edited_list_is_read_anew(tmp_path: Path, kept: KeptLists) -> None:
    path = written(tmp_path / "words.yaml", "words: [one]\n")
    load_data(Words, path)
    written(path, "words: [two]\n")
    assert load_data(Words, path) == Words(words=("two",))


def test_a_kept_list_that_the_model_refuses_is_read_from_yaml(
    tmp_path: Path, kept: KeptLists
) -> None:
    path = written(tmp_path / "words.yaml", "words: [one]\n")
    kept.add(data._digest(path), {"sorts": ["one"]})
    assert load_data(Words, path) == Words(words=("one",))


@pytest.mark.parametrize(
    ("text", "where"), [("words: [one]\nsorts: []\n", "words.yaml:2"), ("words: [", "words.yaml:1")]
)
def test_mistakes_are_said_with_their_line_however_often(
    tmp_path: Path, kept: KeptLists, text: str, where: str
) -> None:
    path = written(tmp_path / "words.yaml", text)
    for _ in range(2):
        with pytest.raises(YamlProblems, match=where):
            load_data(Words, path)


def test_a_missing_list_is_said(tmp_path: Path, kept: KeptLists) -> None:
    with pytest.raises(YamlProblems, match="no such file"):
        load_data(Words, tmp_path / "words.yaml")


_FRESH = """
import gc, json, sys
from datetime import date
from assistant.extraction.loading import load_extractor
from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Turn

extractor = load_extractor()
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
for kind in Kind:
    listener = extractor.listen(ReadingFacts(call_date=date(2026, 3, 2), kind=kind))
    for index, line in enumerate(sys.stdin.read().splitlines() if kind is Kind.CALL else []):
        side = Side.REP if index % 2 else Side.PROSPECT
        listener.hear(Turn(index=index, text=line, side=side))
yaml = "ruamel.yaml" in sys.modules
print(json.dumps({"yaml": yaml, "opened": opened, "frozen": gc.get_freeze_count()}))
"""
_LINES = """\
We use Excel and a whiteboard at the moment, and Zendesk for the tickets.
So who signs off on this?
That would be me and our head of operations, Dana, she is the VP of Finance.
And what do you make, where are you based?
We are a family bakery in Leeds, 40 people, two vans, and I am a driver really.
Okay. By when do you need it?
Before Thanksgiving, end of Q3 at the latest, so forty grand a year is the most we have.
Did you look at anybody else?
We looked at a tool called Brightwheel, but it is too expensive, and I need it in writing.
"""


def test_a_loaded_extractor_opens_no_file_during_a_call_and_reads_yaml_once(tmp_path: Path) -> None:
    environment = os.environ | {"ASSISTANT_HOME": str(tmp_path)}
    runs = []
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-c", _FRESH],
            env=environment,
            input=_LINES,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        runs.append(json.loads(ran.stdout))
    assert [run["yaml"] for run in runs] == [True, False]
    assert [run["opened"] for run in runs] == [[], []]
    assert all(run["frozen"] > 50_000 for run in runs)
