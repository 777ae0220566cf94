"""``assistant call pack`` and ``unpack``, and ``assistant sync``: two people, two stores."""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

TALK = "Dana: What have you put aside?\nInes: budget: forty thousand\nInes: need: a new plant\n"
As = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


@pytest.fixture
def dana(run: Run, tmp_path: Path) -> As:
    """The rep, on a store of hers."""
    return someone(run, tmp_path / "dana" / "calls.sqlite", "Dana", "rep")


@pytest.fixture
def max_(run: Run, tmp_path: Path) -> As:
    """The manager, on a store of his."""
    return someone(run, tmp_path / "max" / "calls.sqlite", "Max", "manager")


def someone(run: Run, store: Path, name: str, role: str) -> As:
    def act(*arguments: str, code: int = 0) -> Any:
        who = ("--store", str(store), "--as", name, "--set", f"me.role={role}")
        return run(*who, *arguments, code=code)

    return act


@pytest.fixture
def call(dana: As, tmp_path: Path) -> str:
    """The beginning of the id of a call that Dana saved."""
    file = tmp_path / "talk.txt"
    file.write_text(TALK, encoding="utf-8")
    dana("lead", "add", "Ines Ortega", "--email", "ines@example.com", "--account", "Harbor")
    save = ("--rep", "Dana", "--date", "2026-03-10", "--save", "--lead", "ines@example.com")
    dana("annotate", str(file), *save)
    return beginning(dana)


def beginning(who: As) -> str:
    found = re.search(r"^[0-9a-f]{8}", who("call", "list").stdout, re.MULTILINE)
    assert found is not None
    return found[0]


def shown(who: As, call: str) -> str:
    return str(who("call", "show", call).stdout)


def test_the_story_of_a_rep_and_a_manager(
    dana: As, max_: As, call: str, folder: Path, tmp_path: Path
) -> None:
    # The rep shares what she has, the manager finds it and reviews it.
    assert "Sent: 1 call," in dana("sync", str(folder)).stdout
    assert "from Dana: 1 new." in max_("sync", str(folder)).stdout
    assert shown(max_, call) == shown(dana, call)
    assert "Ines Ortega" in max_("lead", "list").stdout
    assert "[forty] [thousand]" in max_("search", "forty thousand").stdout
    max_("review", "reverse", call, "nurture", "--reason", "Not this year")
    max_("review", "comment", call, "Ask who signs")
    assert "Sent: 1 call," in max_("sync", str(folder)).stdout

    # The review is there when she looks again; both show the same.
    assert "from Max: 1 changed." in dana("sync", str(folder)).stdout
    history = dana("call", "history", call).stdout
    assert "Not this year" in history
    assert "Ask who signs" in history
    assert history == max_("call", "history", call).stdout
    assert dana("sync", str(folder)).stdout == "Nothing new.\n"
    assert max_("sync", str(folder)).stdout == "Nothing new.\n"

    # Both give a verdict without knowing of the other's: both are kept, and both see it.
    dana("call", "override", call, "qualified", "--reason", "She called")
    max_("review", "reverse", call, "disqualified", "--reason", "Too small")
    for who in (dana, max_, dana, max_):
        who("sync", str(folder))
    conflict = dana("call", "conflicts", call).stdout
    assert conflict == max_("call", "conflicts", call).stdout
    assert "verdict" in conflict
    assert "kept: qualified: She called (Dana" in conflict
    assert "in force: disqualified: Too small (Max" in conflict
    assert shown(max_, call) == shown(dana, call)
    review = json.loads(dana("review", "show", call, "--json").stdout)
    (apart,) = review["conflicts"]
    assert apart == json.loads(max_("review", "show", call, "--json").stdout)["conflicts"][0]
    assert (apart["kind"], apart["of"], apart["about"]) == ("call", review["call"]["id"], "verdict")
    assert [(one["by"]["name"], one["says"]) for one in apart["sides"]] == [
        ("Dana", "qualified: She called"), ("Max", "disqualified: Too small"),
    ]  # fmt: skip
    assert "in force: disqualified: Too small (Max" in dana("review", "show", call).stdout

    # What she forgets is gone in his store and in the folder, too.
    dana("forget", "call", call, "--yes")
    dana("sync", str(folder))
    assert "Forgotten here, as elsewhere" in max_("sync", str(folder)).stdout
    assert "No calls yet" in max_("call", "list").stdout
    for path in folder.iterdir():
        with zipfile.ZipFile(path) as packed:
            assert not any(name.startswith("calls/") for name in packed.namelist())
    assert {path.name for path in tmp_path.iterdir()} == {"dana", "max", "shared", "talk.txt"}


def test_a_pack_goes_by_hand(dana: As, max_: As, call: str, folder: Path) -> None:
    out = folder / "calls.zip"

    assert f"Packed 1 call into {out}" in dana("call", "pack", call, str(out)).stdout
    assert max_("call", "unpack", str(out)).stdout == "calls.zip, from Dana: 1 new.\n"
    assert max_("call", "unpack", str(out)).stdout == "calls.zip, from Dana: 1 as they were.\n"
    assert shown(max_, call) == shown(dana, call)
    assert dana("call", "conflicts", call).stdout == "There are no conflicts in this call.\n"


def test_all_calls_in_one_pack(dana: As, max_: As, call: str, folder: Path) -> None:
    dana("call", "pack", "--all", str(folder / "all.zip"))

    max_("call", "unpack", str(folder / "all.zip"))

    assert beginning(max_) == call


def test_what_was_forgotten_is_said(dana: As, max_: As, call: str, folder: Path) -> None:
    out = str(folder / "calls.zip")
    dana("call", "pack", call, out)
    max_("call", "unpack", out)
    max_("forget", "call", call, "--yes")

    assert f"because forgotten here: {call}" in max_("call", "unpack", out).stdout
    assert "1 new" in max_("call", "unpack", "--bring-back", out).stdout


def test_one_bad_pack_of_several(dana: As, max_: As, call: str, folder: Path) -> None:
    out = folder / "calls.zip"
    dana("call", "pack", call, str(out))
    (folder / "bad.zip").write_bytes(b"PK\x03\x04")

    done = max_("call", "unpack", str(folder / "bad.zip"), str(out), code=1)

    assert "1 of 2 inputs failed" in done.stderr
    assert "no pack of calls" in done.stderr
    assert beginning(max_) == call
    max_("call", "unpack", str(folder / "bad.zip"), code=3)


def test_watching_goes_on_where_the_folder_is_away(
    dana: As, max_: As, call: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = folder.with_name("away")
    dana("sync", str(folder))
    (sent,) = folder.iterdir()
    sent = sent.replace(folder.with_name(sent.name))
    rounds: Iterator[Callable[[], object]] = iter(
        [
            lambda: None,
            lambda: folder.rename(away),
            lambda: None,
            lambda: sent.replace(away / sent.name),
            lambda: away.rename(folder),
            lambda: None,
        ]
    )

    def sleep(_seconds: float) -> None:
        for act in rounds:
            act()
            return
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.cli.sync.time.sleep", sleep)
    lines = max_("sync", str(folder), "--watch", code=130).stdout.splitlines()

    assert lines == [
        "Nothing new.",
        f"assistant: There is no folder {folder}. Make it first, or name another one.",
        f"{sent.name}, from Dana: 1 new.",
        "Nothing new.",
    ]
    assert beginning(max_) == call


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("call", "pack"), "then the new file"),
        (("call", "pack", "only.zip"), "then the new file"),
        (("call", "pack", "ffffffff", "out.zip"), "no call"),
        (("sync",), "sync_folder"),
        (("sync", "nowhere-at-all"), "no folder"),
    ],
)
def test_wrong_usage(dana: As, call: str, arguments: tuple[str, ...], words: str) -> None:
    assert words in dana(*arguments, code=2).stderr


def test_the_folder_can_be_a_setting(dana: As, call: str, folder: Path) -> None:
    done = dana("--set", f"sync_folder={folder}", "sync")

    assert "Sent: 1 call," in done.stdout
