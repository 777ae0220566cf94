"""What the states of a call look like. Look at the difference before you update a picture.

``pytest tests/tui/test_call_pictures.py --snapshot-update`` takes new ones.
"""

from collections.abc import Callable
from uuid import UUID

import pytest
from textual.pilot import Pilot

from assistant.domain.calls import Consent
from assistant.tui.app import AssistantApp
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import BenchOf, Clock
from tests.tui.conftest import Rep, stop_blinking

WEEK = 7 * 24 * 3600.0
FIRST = """need: trucks leave late and drivers wait
budget: about 20k a year
authority: the CFO signs"""
LED = "ctrl+l"
STATES: dict[str, tuple[str, ...]] = {
    "earlier": (),
    "reply": ("?", "b", "u", "d", "g", "e", "t", "enter"),
    "chosen": (LED, "g", "s", "i", "g", "n", "enter"),
    "menu": (LED,),
    "go-to": (LED, "g"),
    "edit": (LED, "e"),
    "by-hand": (LED, "w"),
    "verdict": (LED, "v"),
    "help": (LED, "question_mark"),
    "consent": (LED, "o"),
    "import": (LED, "i"),
    "finish": (LED, "f"),
    "tour": (LED, "h", "enter"),
    "end": (LED, "f", "y"),
    "mail": (LED, "f", "y", "t"),
    "move": (LED, "f", "y", "m"),
    "override": (LED, "f", "y", "o"),
    "next-step": (LED, "f", "y", "n"),
}


def calls_before(bench: Workbench, clock: Clock) -> UUID:
    """The third call with a lead. What the first two said about money differs."""
    lead = add_lead(bench, NewLead(name="Ines Ortega", title="COO", account="Northgate Logistics"))
    for notes in (FIRST, "budget!: there is no money until October"):
        live = LiveCall(bench, start_call(bench, lead_id=lead.id))
        live.end(notes)
        live.close()
        clock.pass_seconds(WEEK)
    banks, consent = ("bant", "champ"), Consent.ASKED_AND_AGREED
    return start_call(bench, lead_id=lead.id, banks=banks, consent=consent)


async def some_notes(rep: Rep, clock: Clock) -> None:
    clock.pass_seconds(25 * 60)
    await rep.note("need: dispatchers plan by hand; current_solution: a spreadsheet")
    await rep.note("budget?: about forty grand; timeline: before the summer")
    await rep.until(lambda: "25:00" in rep.top_line)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", STATES)
def test_pictures_of_a_call(
    bench_of: BenchOf,
    clock: Clock,
    snap_compare: Callable[..., bool],
    state: str,
    size: tuple[int, int],
) -> None:
    bench = bench_of(theme="paper" if state in {"reply", "end", "tour"} else "ink")
    app = AssistantApp(bench)

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        app.open_call(calls_before(bench, clock))
        await rep.settle()
        rep.call.notes.cursor_blink = False
        if state != "earlier":
            await some_notes(rep, clock)
        for key in STATES[state]:
            await rep.press(key)
        await stop_blinking(rep)

    assert snap_compare(app, terminal_size=size, run_before=play)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_picture_of_a_call_that_is_begun(
    bench: Workbench, clock: Clock, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    app = AssistantApp(bench)
    calls_before(bench, clock)

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        await rep.settle()
        await rep.press("2", "n", "tab")
        await stop_blinking(rep)

    assert snap_compare(app, terminal_size=size, run_before=play)
