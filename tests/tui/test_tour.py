"""The tour: shown once by itself, skipped, and shown again when it is asked for."""

from pathlib import Path
from uuid import UUID

from textual.pilot import Pilot

from assistant.settings.first_run import tour_seen
from assistant.tui.app import AssistantApp
from assistant.tui.modals.tour import STEPS
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall, Rep


async def begun(app: AssistantApp, pilot: Pilot[None]) -> Rep:
    rep = Rep(app, pilot)
    await rep.settle()
    return rep


async def test_it_is_shown_at_first_and_skipped_with_one_key(bench: Workbench, home: Path) -> None:
    app = AssistantApp(bench, tour=not tour_seen())
    async with app.run_test(size=(80, 24)) as pilot:
        rep = await begun(app, pilot)
        assert rep.on_top == "Tour"
        assert "1 of 7" in rep.seen
        await rep.press("escape")
        assert rep.on_top == "CallsScreen"
        assert "No calls yet." in rep.seen
    assert tour_seen()


async def test_its_pages_are_turned_to_the_end(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id, (80, 24)) as rep:
        await rep.lead("h")
        for step in STEPS:
            assert step.title in rep.seen
            assert all(name in rep.seen for name in ("GATES", "HEARD", "NOTES", "next"))
            await rep.press("enter")
        assert rep.call.notes.has_focus


async def test_it_goes_back_and_is_clicked(bench: Workbench, open_app: OpenCall) -> None:
    async with open_app(bench) as rep:
        await rep.press("h", "right", "right", "left")
        assert STEPS[1].title in rep.seen
        rows = rep.seen.splitlines()
        at = next(number for number, line in enumerate(rows) if " back    next " in line)
        await rep.pilot.click(offset=(rows[at].index("next") + 1, at))
        await rep.settle()
        assert STEPS[2].title in rep.seen


async def test_the_command_palette_has_it_on_every_screen(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        for keys in ((), ("ctrl+l", "f", "y")):
            await rep.press(*keys)
            titles = [one.title for one in rep.app.get_system_commands(rep.app.screen)]
            assert titles.count("Tour") == 1
