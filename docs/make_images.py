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
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from assistant.domain.calls import Consent
from assistant.domain.engine import Extractor
from assistant.domain.people import Role, Who
from assistant.domain.verdict import Outcome
from assistant.extraction.loading import load_extractor
from assistant.settings.loading import LoadedSettings
from assistant.settings.settings import Settings
from assistant.settings.shipped import shipped
from assistant.tui.app import AssistantApp
from assistant.tui.screens.call import CallScreen
from assistant.workflows import reviewing
from assistant.workflows.annotating import AnnotateOptions, annotate_file
from assistant.workflows.ending import override_verdict
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.saving import save_annotation
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
REP = Who(id="dana", name="Dana Reyes")
MANAGER = Who(id="ines", name="Ines Okafor", role=Role.MANAGER)
HELD = (
    (REP, "clinic.txt", LEAD),
    (Who(id="tom", name="Tom Adeyemi"), "school_stamped.txt", NewLead(name="Priya Nair")),
    (REP, "freight.vtt", NewLead(name="Luis Ortega", account="Harborline Freight")),
    (Who(id="tom", name="Tom Adeyemi"), "bakery.srt", NewLead(name="Ana Berg")),
    (REP, "gym_headers.txt", NewLead(name="Zoë Marsh", account="Peak Gyms")),
)
"""Calls that were held, one every two days: whose, their transcripts, with whom."""
FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Fonts that a viewer would have to fetch from elsewhere; any monospaced one will do."""


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def bench_of(who: Who, store: Path, theme: str, clock: Clock) -> Workbench:
    """A person's workbench."""
    settings = Settings(
        me=who,
        store=store,
        time_zone="Europe/London",
        currency="GBP",
        theme=theme,
        product_names=("Wrenfold",),
    )
    loaded = LoadedSettings(settings=settings, origins={})
    return Workbench(loaded, clock=clock, extractor=reader())


@cache
def reader() -> Extractor:
    """What reads the words, loaded once for all pictures."""
    return load_extractor()


@asynccontextmanager
async def played(
    folder: Path, theme: str, size: tuple[int, int]
) -> AsyncIterator[tuple[Pilot[None], AssistantApp]]:
    """The sample call, with a transcript and notes taken in."""
    clock = Clock()
    bench = bench_of(REP, folder / f"{theme}-{size[0]}.sqlite", theme, clock)
    lead = add_lead(bench, LEAD)
    call_id = start_call(
        bench, lead_id=lead.id, banks=("bant", "discovery"), consent=Consent.ASKED_AND_AGREED
    )
    app = AssistantApp(bench, start=call_id)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app)
        notes = app.screen.query_one("#notes", TextArea)
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
        notes.cursor_blink = False
        await settled(pilot, app)
        yield pilot, app
    bench.close()


@asynccontextmanager
async def queued(folder: Path) -> AsyncIterator[tuple[Pilot[None], AssistantApp]]:
    """A manager's program, with calls of two reps of which some were looked at."""
    clock, store = Clock(), folder / "queue.sqlite"
    calls = []
    for who, name, with_whom in HELD:
        bench = bench_of(who, store, "ink", clock)
        options = AnnotateOptions(call_date=clock.now.date())
        read = annotate_file(bench, shipped("transcripts", "samples", name), options)
        calls.append(save_annotation(bench, read, add_lead(bench, with_whom)))
        if name == "school_stamped.txt":
            override_verdict(bench, calls[-1], Outcome.NURTURE, "Frozen until the summer.")
        clock.now += timedelta(days=2)
        bench.close()
    bench = bench_of(MANAGER, store, "ink", clock)
    reviewing.agree(bench, calls[0])
    reviewing.return_call(bench, calls[3], "Who signs besides him?")
    app = AssistantApp(bench)
    async with app.run_test(size=(120, 30)) as pilot:
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
                await press(pilot, app, "s", "e")
                save(app, "annotation")
    async with played(folder, "ink", (80, 24)) as (_, app):
        save(app, "call-narrow")
    async with queued(folder) as (pilot, app):
        await press(pilot, app, "4", "slash", "ctrl+u", "enter")
        save(app, "queue")


if __name__ == "__main__":
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        asyncio.run(make(Path(folder)))
