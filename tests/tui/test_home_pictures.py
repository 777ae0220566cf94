"""What home, a lead's page and a review look like; see ``test_pictures`` on updating."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from assistant.domain.verdict import Outcome
from assistant.tui.app import AssistantApp
from assistant.workflows import deciding, reviewing
from assistant.workflows.ending import override_verdict
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead, record_event
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.conftest import Rep
from tests.tui.kept import keep_call

Compare = Callable[..., bool]


def a_week(bench: Workbench, manager: Workbench, clock: Clock) -> None:
    """Some leads, some calls, and what was said about them."""
    luis = add_lead(
        bench,
        NewLead(name="Luis Ortega", title="COO", account="Harborline Freight", place="Valencia"),
    )
    ana = add_lead(bench, NewLead(name="Ana Berg", account="Northgate Cold Chain"))
    record_event(bench, luis, "demo_request", note="after the spring fair")
    first = keep_call(bench, luis)
    clock.now += timedelta(days=1)
    found = {one.evidence.quote: one for one in bench.store.answers(first) if one.evidence}
    deciding.confirm(bench, first, found["forty thousand"].id)
    deciding.reject(bench, first, found["drivers wait"].id, "he meant ours")
    override_verdict(bench, first, Outcome.NURTURE, "Frozen until summer, he told me later")
    reviewing.comment(manager, first, "In which currency?", answer_id=found["forty thousand"].id)
    reviewing.reverse(manager, first, Outcome.INCOMPLETE, "No date was heard: ask again first")
    clock.now += timedelta(days=1)
    keep_call(bench, text="Dana: hi\nAna: need: cold trucks", name="ana.vtt")
    start_call(bench, lead_id=ana.id, title="Second call: prices")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    ("keys", "theme"),
    [
        pytest.param((), "ink", id="calls"),
        pytest.param((), "paper", id="calls-paper"),
        pytest.param(("2", "down", "enter"), "ink", id="lead"),
        pytest.param(("2", "down", "enter", "m"), "ink", id="move"),
        pytest.param(("end", "r"), "ink", id="review"),
        pytest.param(("end", "r", "2"), "paper", id="checklist-paper"),
        pytest.param(("end", "r", "2", "enter"), "ink", id="words"),
        pytest.param(("end", "r", "4"), "ink", id="history"),
    ],
)
def test_home_pictures(
    bench: Workbench,
    bench_of: BenchOf,
    clock: Clock,
    snap_compare: Compare,
    size: tuple[int, int],
    theme: str,
    keys: tuple[str, ...],
) -> None:
    a_week(bench, bench_of(MANAGER), clock)
    app = AssistantApp(bench_of(MANAGER, theme=theme))

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        await rep.settle()
        await rep.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=play)


def test_a_newcomers_picture(bench: Workbench, snap_compare: Compare) -> None:
    app = AssistantApp(bench)

    async def play(pilot: Pilot[None]) -> None:
        await Rep(app, pilot).settle()

    assert snap_compare(app, terminal_size=(80, 24), run_before=play)
