"""What the screens look like. Look at the difference before you update a picture.

``pytest tests/tui/test_pictures.py --snapshot-update`` takes new ones.
"""

from collections.abc import Callable
from uuid import UUID

import pytest
from textual.pilot import Pilot

from assistant.tui.app import AssistantApp
from assistant.tui.screens.call import CallScreen
from tests.fakes.benches import BenchOf, Clock
from tests.tui.conftest import Rep

Compare = Callable[..., bool]
NOTES = (
    "need: dispatchers plan by hand; current_solution: a spreadsheet",
    "budget?: about forty grand; timeline: before the summer",
    "authority!: not mine to sign",
)


async def a_call_with_notes(rep: Rep, clock: Clock) -> None:
    for line in NOTES:
        clock.pass_seconds(95)
        await rep.note(line)
    await rep.lead("b")
    await rep.lead("c")
    await rep.type("cfo signs >10k")
    await rep.until(lambda: rep.call.keeper.clean)


@pytest.mark.parametrize(
    ("keys", "theme", "size"),
    [
        pytest.param((), "ink", (80, 24), id="call-80x24"),
        pytest.param((), "ink", (120, 40), id="call-120x40"),
        pytest.param((), "paper", (120, 40), id="call-120x40-paper"),
        pytest.param(("ctrl+l",), "ink", (80, 24), id="menu-80x24"),
        pytest.param(("ctrl+l", "f", "y"), "ink", (80, 24), id="end-80x24"),
        pytest.param(("ctrl+l", "f", "y"), "ink", (120, 40), id="end-120x40"),
    ],
)
def test_pictures(
    bench_of: BenchOf,
    call_id: UUID,
    clock: Clock,
    snap_compare: Compare,
    size: tuple[int, int],
    theme: str,
    keys: tuple[str, ...],
) -> None:
    app = AssistantApp(bench_of(theme=theme), start=call_id)

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        await rep.settle()
        assert isinstance(app.screen, CallScreen)
        app.screen.notes.cursor_blink = False
        await a_call_with_notes(rep, clock)
        await rep.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=play)
