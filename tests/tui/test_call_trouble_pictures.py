"""What a call looks like when something is in the way: other words, other windows, no store.

``pytest tests/tui/test_call_trouble_pictures.py --snapshot-update`` takes new pictures.
"""

from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest
from textual.pilot import Pilot

from assistant.domain.calls import Consent
from assistant.domain.engine import Extractor
from assistant.domain.errors import StoreUnavailable
from assistant.tui.app import AssistantApp
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MAX, BenchOf, Clock
from tests.tui.conftest import Rep, stop_blinking

SAID = "Dana: And the money? ask: budget.amount\nInes: budget!: there is nothing for this\n"


def a_call(bench: Workbench) -> UUID:
    lead = add_lead(bench, NewLead(name="Ines Ortega", title="COO", account="Northgate Logistics"))
    return start_call(bench, lead_id=lead.id, consent=Consent.ASKED_AND_AGREED)


async def contradicted(rep: Rep, clock: Clock) -> None:
    clock.pass_seconds(95)
    await rep.note("need: trucks leave late; budget: about 40k a year")
    await rep.paste(SAID)
    await rep.until(lambda: "01:35" in rep.top_line)


async def not_saved(rep: Rep, clock: Clock) -> None:
    clock.pass_seconds(95)
    await rep.type("need: trucks leave late\nand on I type")
    await rep.until(lambda: "NOT SAVED" in rep.seen and "01:35" in rep.top_line)


async def reading(rep: Rep, _: Clock) -> None:
    rep.call.reading.show(3_200, 10_000)


async def as_it_is(_: Rep, __: Clock) -> None:
    """Nothing is done."""


STATES: dict[str, Callable[[Rep, Clock], Awaitable[None]]] = {
    "contradicted": contradicted,
    "not-saved": not_saved,
    "reading": reading,
    "read-only": as_it_is,
    "not-listening": as_it_is,
}


def get_in_the_way(
    state: str, call_id: UUID, bench_of: BenchOf, broken: pytest.MonkeyPatch
) -> None:
    """What the state needs before the call is opened."""

    def no_store(*_: object, **__: object) -> None:
        raise StoreUnavailable("The store is locked by another program.")

    def no_model(_: Workbench) -> Extractor:
        raise OSError("no such model")

    if state == "not-saved":
        broken.setattr(LiveCall, "keep_notes", no_store)
    if state == "not-listening":
        broken.setattr(Workbench, "extractor", property(no_model))
        broken.setattr(Workbench, "extractor_ready", False)
    if state == "read-only":
        theirs = LiveCall(bench_of(MAX), call_id)
        theirs.keep_notes("need: trucks leave late\n", editing=None)
        theirs.read_notes()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", STATES)
def test_pictures_of_what_is_in_the_way(
    bench_of: BenchOf,
    clock: Clock,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    state: str,
    size: tuple[int, int],
) -> None:
    bench = bench_of(theme="paper" if state in {"contradicted", "read-only"} else "ink")
    call_id = a_call(bench)
    get_in_the_way(state, call_id, bench_of, monkeypatch)
    app = AssistantApp(bench, start=call_id)

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        await rep.settle()
        await STATES[state](rep, clock)
        app.clear_notifications()
        await stop_blinking(rep)

    assert snap_compare(app, terminal_size=size, run_before=play)
