"""After the call: its summary on the clipboard and in a file."""

from pathlib import Path
from uuid import UUID

import pytest
from textual.widgets import Input

from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall, Rep


async def write(rep: Rep) -> None:
    """Write to the file that is offered."""
    await rep.press("w")
    await rep.until(lambda: rep.on_top == "WriteFile")
    await rep.press("enter")


async def test_the_summary_is_copied_and_written(
    bench: Workbench,
    call_id: UUID,
    open_app: OpenCall,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("f")
        await rep.press("y", "c")
        copied = rep.app.clipboard
        assert "- Need met: “late trucks”" in copied.splitlines()

        await write(rep)
        assert "Written to" in rep.seen
        file = tmp_path / f"call-2026-03-10-{str(call_id)[:8]}.txt"
        assert file.read_text(encoding="utf-8") == copied

        file.write_text("mine", encoding="utf-8")
        await write(rep)
        await rep.until(lambda: rep.on_top == "Confirm")
        assert str(file.name) in rep.words
        await rep.press("n")
        assert "it is there already" in rep.complaint
        assert file.read_text(encoding="utf-8") == "mine"
        await rep.press("enter")
        await rep.until(lambda: rep.on_top == "Confirm")
        await rep.press("y")
        await rep.until(lambda: rep.on_top == "EndScreen")
        assert file.read_text(encoding="utf-8") == copied

        await rep.press("w")
        await rep.until(lambda: rep.on_top == "WriteFile")
        rep.app.screen.query_one("#path", Input).value = str(tmp_path / "no folder" / "a.md")
        await rep.press("enter")
        assert "it cannot be written" in rep.complaint
        rep.app.screen.query_one("#path", Input).value = ""
        await rep.press("enter")
        assert "Give the path" in rep.complaint
        await rep.press("escape")
        assert rep.on_top == "EndScreen"


async def test_the_follow_up_text_is_copied_and_written(
    bench: Workbench,
    call_id: UUID,
    open_app: OpenCall,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / f"mail-2026-03-10-{str(call_id)[:8]}.txt"
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("c")
        await rep.lead("f")
        await rep.press("y", "t")
        await rep.until(lambda: rep.on_top == "FollowUp")
        assert "w writes it to a file" in rep.seen
        await rep.press("c")
        copied = rep.app.clipboard
        assert "Hello Ines," in copied.splitlines()
        await write(rep)
        await rep.until(file.exists)
        await rep.settle()
        assert rep.on_top == "FollowUp"
        assert "Written to" in rep.seen
        await write(rep)
        await rep.until(lambda: rep.on_top == "Confirm")
        await rep.press("escape", "escape", "escape")
        assert rep.on_top == "EndScreen"

    assert file.read_text(encoding="utf-8") == copied.rstrip("\n") + "\n"
    known = [(one.path, one.calls) for one in bench.store.known_files()]
    assert known == [(str(file), (call_id,))]
