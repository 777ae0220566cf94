"""Screens on a real store, with a clock that stands still and an extractor that is there."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from assistant.domain.calls import Consent
from assistant.domain.engine import Extractor
from assistant.domain.people import Who
from assistant.playbook.playbook import Playbook, load_playbook
from assistant.settings.loading import LoadedSettings
from assistant.settings.settings import Settings
from assistant.settings.shipped import shipped
from assistant.tui.app import AssistantApp
from assistant.tui.screens.call import CallScreen
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.reading import WordExtractor

DANA = Who(id="dana", name="Dana Reyes", email="dana@example.com")
MAX = Who(id="max", name="Max Boss", email="max@example.com")


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Rep:
    """Works with the app as a person does: keys in, what is on the screen out."""

    def __init__(self, app: AssistantApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def call(self) -> CallScreen:
        """The call screen, which has to be on top."""
        assert isinstance(self.app.screen, CallScreen)
        return self.app.screen

    @property
    def on_top(self) -> str:
        """The kind of screen that is shown."""
        return type(self.app.screen).__name__

    @property
    def complaint(self) -> str:
        """What a form says is wrong."""
        wrong = self.app.screen.query_one("#wrong", Static)
        return str(wrong.render()) if wrong.display else ""

    @property
    def seen(self) -> str:
        """All characters on the screen."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def settle(self) -> None:
        """Wait until the lane has nothing to do and every result is shown."""
        quiet = 0
        while quiet < 3:
            await self.pilot.pause()
            idle = not self.app.lane.busy and self.app.reader != "loading"
            quiet = quiet + 1 if idle else 0

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something that a timer brings."""
        while not holds():
            await self.pilot.pause(0.01)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def lead(self, key: str) -> None:
        """The leader key, then a letter."""
        await self.press("ctrl+l", key)

    async def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        for character in text:
            self.app.post_message(
                events.Key("enter" if character == "\n" else character, character)
            )
        await self.settle()

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def note(self, line: str) -> None:
        """Type a line of notes and finish it."""
        await self.type(line + "\n")


OpenCall = Callable[..., AbstractAsyncContextManager[Rep]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def shipped_playbook() -> Playbook:
    """The shipped banks and lifecycles, read once."""
    return load_playbook([shipped("question_banks")])


@pytest.fixture
def bench_of(
    tmp_path: Path, clock: Clock, shipped_playbook: Playbook
) -> Iterator[Callable[..., Workbench]]:
    """Makes workbenches of several people on one store."""
    opened: list[Workbench] = []

    def make(
        who: Who = DANA, *, extractor: Extractor | None = None, **changes: object
    ) -> Workbench:
        basis = {"me": who, "store": tmp_path / "store.db", "time_zone": "Europe/Berlin"}
        settings = Settings.model_validate({**basis, "theme": "ink", **changes})
        reader = WordExtractor() if extractor is None else extractor
        loaded = LoadedSettings(settings=settings, origins={})
        bench = Workbench(loaded, clock=clock, extractor=reader)
        vars(bench)["playbook"] = shipped_playbook
        opened.append(bench)
        return bench

    yield make
    for bench in opened:
        bench.close()


@pytest.fixture
def bench(bench_of: Callable[..., Workbench]) -> Workbench:
    """Dana's workbench."""
    return bench_of()


@pytest.fixture
def call_id(bench: Workbench) -> UUID:
    """A call with a lead at an account, by BANT."""
    lead = add_lead(
        bench,
        NewLead(name="Ines Ortega", title="Operations director", account="Northgate Logistics"),
    )
    return start_call(bench, lead_id=lead.id, banks=("bant",), consent=Consent.ASKED_AND_AGREED)


@pytest.fixture
def open_app() -> OpenCall:
    """Opens the app of a workbench, with a call or with the list of calls."""

    @asynccontextmanager
    async def opened(
        bench: Workbench, start: UUID | None = None, size: tuple[int, int] = (120, 40)
    ) -> AsyncIterator[Rep]:
        app = AssistantApp(bench, start=start)
        async with app.run_test(size=size, notifications=True) as pilot:
            rep = Rep(app, pilot)
            await rep.settle()
            yield rep

    return opened
