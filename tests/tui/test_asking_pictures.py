"""What replies look like. Look at the difference before you update a picture."""

from collections.abc import Callable
from uuid import UUID

import pytest
from textual.pilot import Pilot

from assistant.tui.app import AssistantApp
from assistant.tui.screens.call import CallScreen
from assistant.workflows.live_call import LiveCall, start_call
from tests.fakes.benches import BenchOf, Clock
from tests.tui.conftest import Rep
from tests.tui.test_pictures import a_call_with_notes

Compare = Callable[..., bool]


@pytest.mark.parametrize(
    ("size", "theme", "question", "keys"),
    [
        pytest.param((80, 24), "ink", "who signs", (), id="reply-80x24"),
        pytest.param((120, 40), "paper", "why nurture", (), id="reply-120x40-paper"),
        pytest.param((120, 40), "ink", "spreadsheet", ("ctrl+l", "j"), id="words-120x40"),
    ],
)
def test_pictures_of_replies(
    snap_compare: Compare,
    bench_of: BenchOf,
    call_id: UUID,
    clock: Clock,
    size: tuple[int, int],
    theme: str,
    question: str,
    keys: tuple[str, ...],
) -> None:
    bench = bench_of(theme=theme)
    earlier = LiveCall(bench, call_id)
    earlier.keep_notes("authority: Priya Nair signs above ten thousand")
    earlier.read_notes()
    earlier.close()
    before = bench.store.call(call_id)
    assert before is not None
    clock.pass_seconds(8 * 86_400)
    later = start_call(bench, lead_id=before.lead_id, banks=("bant",), consent=before.consent)
    app = AssistantApp(bench, start=later)

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        await rep.settle()
        assert isinstance(app.screen, CallScreen)
        app.screen.notes.cursor_blink = False
        await a_call_with_notes(rep, clock)
        await rep.note(f"\n?{question}")
        await rep.press(*keys)

    assert snap_compare(app, terminal_size=size, run_before=play)
