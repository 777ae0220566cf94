"""Screens that are worked with as a person does."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from uuid import UUID

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from assistant.tui.app import AssistantApp
from assistant.tui.screens.call import CallScreen
from assistant.workflows.wiring import Workbench


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

    @property
    def top_line(self) -> str:
        """The first line of the screen, where a call has its clock."""
        return self.seen.partition("\n")[0]

    @property
    def words(self) -> str:
        """What is on the screen, each line's end and gap as one space."""
        return " ".join(self.seen.split())

    async def settle(self) -> None:
        """Wait until the lane has nothing to do and every result is shown."""
        quiet = 0
        while quiet < 3:
            await self.pilot.pause()
            busy = self.app.lane.busy or self.app.drafts.busy
            idle = not busy and self.app.reader != "loading"
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
def open_app() -> OpenCall:
    """Opens the app of a workbench: a call, the annotation of one, else the list of calls."""

    @asynccontextmanager
    async def opened(
        bench: Workbench,
        start: UUID | None = None,
        size: tuple[int, int] = (120, 40),
        annotate: UUID | None = None,
    ) -> AsyncIterator[Rep]:
        app = AssistantApp(bench, start=start)
        async with app.run_test(size=size, notifications=True) as pilot:
            rep = Rep(app, pilot)
            await rep.settle()
            if annotate is not None:
                app.open_annotation(annotate)
                await rep.settle()
            yield rep

    return opened


async def stop_blinking(rep: Rep) -> None:
    """A picture is of no moment: cursors neither come nor go, below a form neither.

    What a form lets through of the screen below is what was there when the form was drawn
    last, and the notes may have shown their cursor then.
    """
    await rep.settle()
    for screen in rep.app.screen_stack:
        for typed in screen.query("Input, TextArea"):
            assert isinstance(typed, Input | TextArea)
            typed.cursor_blink = False
            typed.refresh()
        await rep.pilot.pause()
        screen.refresh()
    await rep.pilot.pause()
