"""The call screen in windows of every size."""

from uuid import UUID

import pytest

from assistant.tui.widgets.gates import GatesColumn, GatesStrip
from assistant.tui.widgets.verdict import VerdictColumn, VerdictLine
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall


@pytest.mark.parametrize(
    ("size", "folded"), [((80, 24), True), ((100, 30), False), ((120, 40), False)]
)
async def test_columns_fold_to_lines_where_it_is_narrow(
    bench: Workbench, call_id: UUID, open_app: OpenCall, size: tuple[int, int], folded: bool
) -> None:
    async with open_app(bench, call_id, size) as rep:
        await rep.note("need: late trucks")
        shown = {
            kind: rep.app.screen.query_one(kind).size.width > 0
            for kind in (GatesColumn, GatesStrip, VerdictColumn, VerdictLine)
        }
        assert shown == {
            GatesColumn: not folded,
            VerdictColumn: not folded,
            GatesStrip: folded,
            VerdictLine: folded,
        }
        for words in ("Ines Ortega", "Budget", "ASK NEXT", "HEARD", "“late trucks”", "NOTES"):
            assert words in rep.seen
        assert rep.call.notes.size.height >= 6
        assert "incomplete" in rep.seen.lower()


@pytest.mark.parametrize("size", [(1, 1), (5, 2), (20, 5), (40, 10), (300, 100)])
async def test_no_window_is_too_small_or_too_large(
    bench: Workbench, call_id: UUID, open_app: OpenCall, size: tuple[int, int]
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks; budget: 40k")
        await rep.pilot.resize_terminal(*size)
        await rep.settle()
        for key in ("c", "e", "g", "w", "v", "f", "question_mark"):
            await rep.press("ctrl+l", key)
            await rep.press("escape")
        await rep.note("timeline: before June")

    assert len(bench.store.note_lines(call_id)) == 2


async def test_every_line_fits_the_window(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: " + "very long words that go on and on " * 20)
        for width in (40, 60, 80, 100, 120, 160, 200):
            await rep.pilot.resize_terminal(width, 30)
            await rep.settle()
            for lines in rep.app.screen.query("Lines"):
                room = lines.content_size.width
                if not room:
                    continue
                drawn = lines.lines(room)  # type: ignore[attr-defined]
                assert [one.plain for one in drawn if one.cell_length > room] == []
