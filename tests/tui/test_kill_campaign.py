"""Ten times the program is killed in the middle of a call; nothing that mattered is lost."""

import random
import sys
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from assistant.workflows.wiring import Workbench
from tests.tui.test_killed import PLAY

pytest.importorskip("pty", reason="the system has no pseudo-terminals")
campaigning = pytest.importorskip("benchmarks.kill_campaign", reason="needs pyte")

KILLS = 10
LONGEST = 1.6
"""Seconds of typing in a life."""


def test_nothing_is_lost_in_ten_kills(bench: Workbench, call_id: UUID, tmp_path: Path) -> None:
    from benchmarks.terminal import Terminal

    store = str(bench.store_path)
    bench.close()
    seed = random.SystemRandom().randrange(10**6)
    campaign = campaigning.Campaign(
        start=lambda: Terminal([sys.executable, "-c", PLAY, store, str(call_id)]),
        kept=campaigning.StoreOf(Path(store)),
        lines=(f"need: late trucks {number}" for number in count(1)),
        chance=random.Random(seed),
        longest=LONGEST,
    )
    for _ in range(KILLS):
        campaign.live()

    assert campaign.lost == [], f"seed {seed}"
    assert campaign.draft.count("need") > 1
