"""What can be clicked in a call does what it says."""

from uuid import UUID

import pytest

from assistant.domain.answers import Status
from assistant.tui.drawing import inert, pressable, words
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall, Rep


async def click_on(rep: Rep, text: str) -> None:
    """Click on the first place where the screen has these words."""
    at, row = next((at, row) for at, row in enumerate(rep.seen.splitlines()) if text in row)
    await rep.pilot.click(offset=(row.index(text) + 1, at))
    await rep.settle()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_answer_that_was_heard_is_decided_on_by_clicks(
    bench: Workbench, call_id: UUID, open_app: OpenCall, size: tuple[int, int]
) -> None:
    async with open_app(bench, call_id, size) as rep:
        await rep.note("need: late trucks; timeline: by June")
        await click_on(rep, "◆ need")
        assert rep.call.heard.aim is not None
        await click_on(rep, "confirm  edit  reject")
        await click_on(rep, "reject")
        states = {one.key: one.status for one in bench.store.answers(call_id)}
        assert states == {"need": Status.CONFIRMED, "timeline": Status.REJECTED}
        await click_on(rep, "✓ need")
        await click_on(rep, "edit  reject")
        assert rep.on_top == "EditAnswer"


async def test_a_question_is_chosen_and_left_by_clicks(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await click_on(rep, "○ process")
        assert "YOUR CHOICE" in rep.seen
        await click_on(rep, "back")
        assert "ASK NEXT" in rep.seen


def test_a_part_of_what_is_clicked_has_an_action_of_its_own() -> None:
    part = pressable(inert("reject"), "reject")
    line = pressable(words("a need  ", part), "aim_at", "1")

    acts = [(text, style.meta.get("@click", ("",))[0]) for text, style in line.render(end="")]
    assert acts == [("a need  ", "screen.aim_at"), ("reject", "screen.reject")]
