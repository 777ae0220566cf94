"""What a followed call looks like. Look at the difference before you update a picture.

``pytest tests/tui/test_following_pictures.py --snapshot-update`` takes new ones.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from assistant.domain.calls import Consent
from assistant.tui.app import AssistantApp
from assistant.tui.follower import Followed
from assistant.workflows.feeds import FileFeed
from assistant.workflows.following import follow_file
from tests.fakes.benches import BenchOf
from tests.tui.conftest import Rep

CAPTIONS = """Dana: Good morning! Can you hear me? ask: need.pain
Luis: We can. need: dispatchers plan by hand
Dana: How long does that take you, and who does it?
Luis: All morning, every day, and then a driver calls in sick and it starts again. \
current_solution: a spreadsheet
Dana: What have you put aside for it? ask: budget.amount
Luis: budget?: about forty grand
Luis: if the board says y"""


@pytest.mark.parametrize(
    ("theme", "size"),
    [
        pytest.param("ink", (80, 24), id="80x24"),
        pytest.param("ink", (120, 40), id="120x40"),
        pytest.param("paper", (120, 40), id="120x40-paper"),
    ],
)
def test_pictures_of_following(
    bench_of: BenchOf,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    theme: str,
) -> None:
    path = tmp_path / "captions.txt"
    path.write_text(CAPTIONS, encoding="utf-8")
    bench = bench_of(theme=theme)
    call_id, _ = follow_file(bench, path, title="Captions", consent=Consent.NOTICE_GIVEN)
    app = AssistantApp(bench, start=call_id, followed=Followed(call_id, FileFeed(path)))

    async def play(pilot: Pilot[None]) -> None:
        rep = Rep(app, pilot)
        await rep.until(lambda: rep.on_top == "CallScreen" and "board says" in rep.seen)
        rep.call.notes.cursor_blink = False
        await rep.settle()

    assert snap_compare(app, terminal_size=size, run_before=play)
