"""What goes wrong: the rep is told, goes on typing, and nothing that was said is logged."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine

from assistant.domain.engine import Extractor
from assistant.domain.errors import StoreUnavailable
from assistant.tui import lane_call, note_keeper
from assistant.tui.widgets.gates import GatesColumn
from assistant.workflows.live_call import LiveCall
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall

SAID = "the offer from Globex was 31,337"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[type, str, Exception], None]:
    """Makes a method raise."""

    def breaks(owner: type, method: str, error: Exception) -> None:
        def raises(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(owner, method, raises)

    return breaks


async def test_notes_that_cannot_be_stored_are_stored_when_the_store_is_back(
    bench: Workbench,
    call_id: UUID,
    open_app: OpenCall,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(note_keeper, "AGAIN_AFTER", 0.01)
    away = True
    keep = LiveCall.keep_notes

    def keep_if_there(live: LiveCall, text: str, **how: int | None) -> object:
        if away:
            raise StoreUnavailable("The store is locked by another program.")
        return keep(live, text, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(LiveCall, "keep_notes", keep_if_there)
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        assert "NOT SAVED" in rep.seen
        assert "locked by another program" in rep.seen
        await rep.type("and more")
        assert rep.call.notes.text == "need: late trucks\nand more"
        away = False
        await rep.until(lambda: "NOT SAVED" not in rep.seen)
        await rep.settle()

    assert bench.store.note_lines(call_id)[0].text == "need: late trucks"


async def test_a_full_disk_is_told_and_all_is_stored_when_there_is_room(
    bench: Workbench,
    call_id: UUID,
    open_app: OpenCall,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(note_keeper, "AGAIN_AFTER", 0.01)
    engine: Engine = bench.store._database._engine  # type: ignore[attr-defined]
    pages = {"room": 2**30, "full": 1}  # it is never set below what is there

    def allow(much: str) -> None:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages[much]}")

    long = "trucks come late " * 5000
    async with open_app(bench, call_id) as rep:
        allow("full")
        await rep.paste(long)
        await rep.until(lambda: "NOT SAVED" in rep.seen)
        await rep.until(lambda: "the disk is full" in rep.words)
        await rep.until(lambda: "Go on typing" in rep.words)
        await rep.type("and on")
        allow("room")
        await rep.until(lambda: "NOT SAVED" not in rep.seen)
        await rep.settle()
        assert "Go on typing" not in rep.words

    assert bench.store.draft(call_id) == f"{long}and on"


async def test_a_store_that_is_away_when_the_call_is_opened_is_tried_again(
    bench: Workbench,
    call_id: UUID,
    open_app: OpenCall,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lane_call, "AGAIN_AFTER", 0.01)
    tries = 0
    call = type(bench.store).call

    def second_time(store: object, wanted: UUID) -> object:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise StoreUnavailable("The store is locked by another program.")
        return call(store, wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(type(bench.store), "call", second_time)
    async with open_app(bench, call_id) as rep:
        await rep.type("early words")
        await rep.until(lambda: rep.call.view is not None)
        await rep.until(lambda: bench.store.draft(call_id) == "early words")


async def test_a_call_that_is_not_there_leads_to_the_list(
    bench: Workbench, open_app: OpenCall
) -> None:
    async with open_app(bench, uuid4()) as rep:
        assert rep.on_top == "CallsScreen"
        assert "There is no call" in rep.seen


async def test_an_unforeseen_error_ends_nothing_and_is_logged_without_content(
    bench: Workbench,
    call_id: UUID,
    open_app: OpenCall,
    broken: Callable[[type, str, Exception], None],
    home: Path,
) -> None:
    broken(LiveCall, "confirm", RuntimeError(SAID))
    async with open_app(bench, call_id) as rep:
        await rep.note(f"need: {SAID}")
        await rep.lead("c")
        assert "went wrong that should not have (RuntimeError)" in rep.words
        await rep.note("need: late trucks")
        assert "2 to confirm" in rep.seen

    log = (home / "log" / "assistant.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "31,337" not in log


async def test_without_a_reader_notes_are_kept_and_the_call_can_be_ended(
    bench: Workbench, call_id: UUID, open_app: OpenCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Workbench) -> Extractor:
        raise OSError("no such model")

    monkeypatch.setattr(Workbench, "extractor", property(fails))
    monkeypatch.setattr(Workbench, "extractor_ready", False)
    async with open_app(bench, call_id) as rep:
        assert "not listening" in rep.seen
        assert "Getting ready to listen went wrong (OSError)" in rep.words
        await rep.note("need: late trucks")
        await rep.lead("f")
        await rep.press("y")
        assert rep.on_top == "EndScreen"

    [recorded] = bench.store.verdicts(call_id)
    assert recorded.engine == ""
    assert [line.text for line in bench.store.note_lines(call_id)] == ["need: late trucks"]


async def test_a_screen_that_cannot_be_drawn_ends_with_words_and_without_content(
    bench: Workbench,
    call_id: UUID,
    open_app: OpenCall,
    broken: Callable[[type, str, Exception], None],
    home: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def breaks_while_drawing() -> None:
        async with open_app(bench, call_id) as rep:
            await rep.note(f"need: {SAID}")
            broken(GatesColumn, "lines", ZeroDivisionError(SAID))
            rep.app.screen.query_one(GatesColumn).refresh(layout=True)
            await rep.pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await breaks_while_drawing()

    said = " ".join(capsys.readouterr().err.split())
    assert "Drawing the screen went wrong (ZeroDivisionError)" in said
    assert "31,337" not in said
    assert "31,337" not in (home / "log" / "assistant.log").read_text(encoding="utf-8")
    assert bench.store.draft(call_id) == f"need: {SAID}\n"


async def test_lists_that_cannot_be_read_say_so_until_they_can(
    bench: Workbench, open_app: OpenCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raises(_: Workbench) -> None:
        raise StoreUnavailable("The store is locked by another program.")

    with monkeypatch.context() as away:
        away.setattr("assistant.workflows.reviewing.list_calls", raises)
        away.setattr("assistant.workflows.lead_views.list_leads", raises)
        async with open_app(bench) as rep:
            assert "Reading what is stored" not in rep.seen
            above = rep.seen.splitlines()[:8]
            assert any("The store is locked by another program." in line for line in above)
            assert "look again" in rep.seen
            away.undo()
            await rep.press("f5")
            assert "No calls yet." in rep.seen
