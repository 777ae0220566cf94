"""Makes the pictures in ``docs/images``: it plays a sample call through the real program.

Run ``python docs/make_images.py`` from the repository's root after a change to the screens
or to what is heard. The pictures are the program's own screenshots, drawn without a
terminal, with a clock that stands where the script puts it.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from textual import events
from textual.pilot import Pilot

from assistant.domain.calls import Consent
from assistant.domain.people import Who
from assistant.settings.loading import LoadedSettings
from assistant.settings.settings import Settings
from assistant.settings.shipped import shipped
from assistant.tui.app import AssistantApp
from assistant.tui.screens.call import CallScreen
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench

IMAGES = Path(__file__).parent / "images"
SAMPLE = "clinic.txt"
LEAD = NewLead(
    name="Mei Lindqvist",
    title="Clinical director",
    account="Harrow Lane Physiotherapy",
    sector="healthcare",
    place="Leeds",
)
NOTES = (
    "no-shows cost them three physios' time a day, reminders are a spreadsheet",
    "pencilled in something like 12k for the year",
    "Mei and her business partner sign together",
    "wants it running before the summer holidays",
)
BEGUN, REST = "next: send her the", " security documents on Thursday\n"
"""A line that is being written, and what is written of it before the call ends."""
FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Fonts that a viewer would have to fetch from elsewhere; any monospaced one will do."""


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@asynccontextmanager
async def played(
    folder: Path, theme: str, size: tuple[int, int]
) -> AsyncIterator[tuple[Pilot[None], AssistantApp]]:
    """The sample call, with a transcript and notes taken in."""
    clock = Clock()
    settings = Settings(
        me=Who(id="dana", name="Dana Reyes"),
        store=folder / f"{theme}-{size[0]}.sqlite",
        time_zone="Europe/London",
        currency="GBP",
        theme=theme,
        product_names=("Wrenfold",),
    )
    bench = Workbench(LoadedSettings(settings=settings, origins={}), clock=clock)
    lead = add_lead(bench, LEAD)
    call_id = start_call(
        bench, lead_id=lead.id, banks=("bant", "discovery"), consent=Consent.ASKED_AND_AGREED
    )
    app = AssistantApp(bench, start=call_id)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app)
        notes = app.screen.query_one("#notes")
        transcript = shipped("transcripts", "samples", SAMPLE).read_text(encoding="utf-8")
        notes.post_message(events.Paste(transcript))
        await settled(pilot, app)
        for line in NOTES:
            clock.now += timedelta(minutes=3, seconds=7)
            notes.post_message(events.Paste(f"{line}\n"))
            await settled(pilot, app)
        await press(pilot, app, "ctrl+l", "c")
        await press(pilot, app, "ctrl+l", "c")
        notes.post_message(events.Paste(BEGUN))
        await settled(pilot, app)
        yield pilot, app
    bench.close()


async def settled(pilot: Pilot[None], app: AssistantApp) -> None:
    """Wait until everything is read and shown, or the program failed."""
    quiet = 0
    while quiet < 5 and app.is_running:
        await pilot.pause()
        screen = app.screen
        typing = isinstance(screen, CallScreen) and not screen.keeper.clean
        idle = not app.lane.busy and app.reader == "ready" and not typing
        quiet = quiet + 1 if idle else 0


async def press(pilot: Pilot[None], app: AssistantApp, *keys: str) -> None:
    """Press keys and wait for what comes of them."""
    await pilot.press(*keys)
    await settled(pilot, app)


def save(app: AssistantApp, name: str) -> None:
    """Keep the screen as a picture that fetches nothing."""
    drawing = FONT.sub("", app.export_screenshot(title="assistant"))
    # Without it some viewers drop the blanks that a word begins with.
    drawing = drawing.replace("<svg ", '<svg xml:space="preserve" ', 1)
    IMAGES.mkdir(exist_ok=True)
    lines = [line.rstrip() for line in drawing.splitlines()]
    (IMAGES / f"{name}.svg").write_text("\n".join(lines) + "\n", encoding="utf-8")


async def make(folder: Path) -> None:
    """All pictures."""
    for theme, suffix in (("ink", ""), ("paper", "-light")):
        async with played(folder, theme, (120, 40)) as (pilot, app):
            save(app, f"call{suffix}")
            if not suffix:
                app.screen.query_one("#notes").post_message(events.Paste(REST))
                await settled(pilot, app)
                await press(pilot, app, "ctrl+l", "f")
                await press(pilot, app, "y")
                save(app, "end")
    async with played(folder, "ink", (80, 24)) as (_, app):
        save(app, "call-narrow")


if __name__ == "__main__":
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        asyncio.run(make(Path(folder)))
