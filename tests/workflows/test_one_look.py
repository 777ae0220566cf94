"""A file may change while it is read: its checksum is that of the words that were taken in."""

from contextlib import closing
from pathlib import Path

import pytest

from assistant.domain.fields import Kind
from assistant.ingest import reading
from assistant.workflows import annotating, attaching, live_call
from assistant.workflows.annotating import AnnotateOptions, annotate_file
from assistant.workflows.attaching import attach_chat
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.reading_sources import content_of
from assistant.workflows.wiring import Workbench

CALL = "Dana: hello there\nLuis: budget: forty thousand\n"
CHAT = "09:00:01 From Dana to Everyone: hello\n09:00:09 From Luis to Everyone: hi\n"


@pytest.fixture(autouse=True)
def replaced_after_one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody writes over a file as soon as it was looked at."""
    true_bytes_of = reading.bytes_of

    def look_once(path: Path) -> bytes:
        data = true_bytes_of(path)
        path.write_text(CHAT.replace("hello", "bye") + CALL, encoding="utf-8")
        return data

    for module in (reading, annotating, attaching, live_call):
        monkeypatch.setattr(module, "bytes_of", look_once)


def _file(folder: Path, text: str) -> Path:
    path = folder / "call.txt"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def test_annotated(bench: Workbench, tmp_path: Path) -> None:
    found = annotate_file(bench, _file(tmp_path, CALL), AnnotateOptions(kind=Kind.CALL))
    assert [turn.text for turn in found.transcript.turns] == [
        "hello there",
        "budget: forty thousand",
    ]
    assert found.content == content_of(CALL)


def test_attached(bench: Workbench, tmp_path: Path) -> None:
    call_id = start_call(bench)
    assert attach_chat(bench, call_id, _file(tmp_path, CHAT)).messages == 2
    (source,) = bench.store.sources(call_id)
    assert [turn.text for turn in source.turns] == ["hello", "hi"]
    assert source.content == content_of(CHAT)


def test_added_to_a_live_call(bench: Workbench, tmp_path: Path) -> None:
    call_id = start_call(bench)
    with closing(LiveCall(bench, call_id)) as live:
        live.add_file(_file(tmp_path, CALL))
    (source,) = bench.store.sources(call_id)
    assert [turn.speaker for turn in source.turns] == ["Dana", "Luis"]
    assert source.content == content_of(CALL)
