"""What the queue, a search and scorecards look like; see ``test_pictures`` on updating."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from assistant.domain.verdict import Outcome
from assistant.tui.app import AssistantApp
from assistant.workflows import reviewing, scoring_calls
from assistant.workflows.ending import override_verdict
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.conftest import Rep, stop_blinking
from tests.tui.kept import SAID, keep_call

Compare = Callable[..., bool]


def some_reviews(bench: Workbench, manager: Workbench, clock: Clock) -> None:
    """Four calls: one sent back, one answered, one agreed with, one overridden."""
    calls = []
    for name in ("Luis Ortega", "Ana Berg", "Zoë Marsh", "Priya Nair"):
        lead = add_lead(bench, NewLead(name=name, account=f"{name[:4]} Freight"))
        calls.append(keep_call(bench, lead, text=SAID, name=f"{name[:4]}.txt"))
        clock.now += timedelta(days=1)
    reviewing.return_call(manager, calls[0], "Which currency did he mean?")
    reviewing.return_call(manager, calls[1], "Who decides?")
    clock.now += timedelta(hours=1)
    reviewing.answer_return(bench, calls[1], "The owner, I asked.")
    reviewing.agree(manager, calls[2])
    override_verdict(bench, calls[3], Outcome.NURTURE, "Frozen until summer")
    card = scoring_calls.card_of()
    scoring_calls.fill_card(bench, calls[3], card, {"opening": "4", "next_step": "dated"})
    scoring_calls.fill_card(manager, calls[3], card, {"opening": "2: rushed", "need": "yes"})


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    ("keys", "typed", "then"),
    [
        pytest.param(("4", "/", "ctrl+u"), "\n", ("m",), id="queue"),
        pytest.param(("5",), "budget or trucks\n", (), id="search"),
        pytest.param(("4", "enter", "s"), "", (), id="scorecards"),
    ],
)
def test_queue_pictures(
    bench: Workbench,
    bench_of: BenchOf,
    clock: Clock,
    snap_compare: Compare,
    size: tuple[int, int],
    keys: tuple[str, ...],
    typed: str,
    then: tuple[str, ...],
) -> None:
    manager = bench_of(MANAGER)
    some_reviews(bench, manager, clock)
    app = AssistantApp(manager)

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        await rep.settle()
        await rep.press(*keys)
        await rep.type(typed)
        await rep.press(*then)
        await stop_blinking(rep)

    assert snap_compare(app, terminal_size=size, run_before=play)
