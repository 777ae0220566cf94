"""What the annotation screen looks like; see ``test_pictures`` on updating."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from assistant.tui.app import AssistantApp
from assistant.workflows import marking, reviewing
from assistant.workflows.live_call import LiveCall
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.conftest import Rep, stop_blinking
from tests.tui.kept import keep_call

Compare = Callable[..., bool]
FIRST = """[00:00:04] Dana: hello Luis, thanks for taking the time. How do you plan the trucks?
[00:00:15] Luis: in a sheet. need: trucks leave late; need: drivers wait at the gate for hours
[00:00:40] Dana: and what have you put aside for fixing it?
[00:01:02] Luis: budget: forty thousand
[00:01:40] Luis: I sign up to ten, above that it is Ana's pen, and she is careful
"""
SECOND = """[00:00:03] Dana: where do we stand?
[00:00:15] Luis: need: trucks leave late; timeline: 2026-06-30
[00:00:50] Dana: and the money?
[00:01:02] Luis: budget: sixty thousand now
[00:01:40] Luis: Ana signs, she told me so on Friday
"""


def two_calls(bench: Workbench, manager: Workbench, clock: Clock) -> None:
    """A lead's two calls; the later one with notes, a bookmark, a speaker and a comment."""
    luis = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline Freight"))
    keep_call(bench, luis, text=FIRST)
    clock.pass_seconds(7 * 86400)
    later = keep_call(bench, luis, text=SECOND, name="again.txt")
    live = LiveCall(bench, later)
    clock.pass_seconds(64)
    live.keep_notes("sixty it is\nhe sounds surer than last week")
    live.close()
    marking.bookmark(bench, later, "transcript", 3, "read this to Max")
    marking.name_speaker(bench, later, "transcript", 4, "Ana", None)
    reviewing.comment(manager, later, "Good question", source="transcript", turn=2)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    ("keys", "theme"),
    [
        pytest.param(("c", "n"), "ink", id="words"),
        pytest.param(("c", "n"), "paper", id="words-paper"),
        pytest.param(("tab",), "ink", id="checklist"),
        pytest.param(("end", "up", "m", "space", "right", "right"), "ink", id="mark"),
        pytest.param(("t",), "ink", id="field"),
        pytest.param(("s",), "ink", id="speaker"),
        pytest.param(("i", "n"), "ink", id="notes"),
        pytest.param(("y",), "ink", id="compare"),
    ],
)
def test_pictures_of_the_annotation(
    bench: Workbench,
    bench_of: BenchOf,
    clock: Clock,
    snap_compare: Compare,
    size: tuple[int, int],
    theme: str,
    keys: tuple[str, ...],
) -> None:
    two_calls(bench, bench_of(MANAGER), clock)
    app = AssistantApp(bench_of(theme=theme))

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        await rep.settle()
        await rep.press("e")
        for key in keys:  # each when what came of the one before is shown
            await rep.press(key)
        await stop_blinking(rep)

    assert snap_compare(app, terminal_size=size, run_before=play)
