"""The call screen in windows of every size."""

from uuid import UUID

import pytest

from assistant.tui.widgets.choice import Choice
from assistant.tui.widgets.gates import GatesColumn, GatesStrip
from assistant.tui.widgets.verdict import VerdictColumn, VerdictLine
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead
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


async def test_a_narrow_line_of_gates_counts_those_that_do_not_fit(
    bench: Workbench, open_app: OpenCall
) -> None:
    call_id = start_call(bench, banks=("bant", "discovery"), title="Two banks")
    gates = [gate.title for bank in ("bant", "discovery") for gate in bench.bank(bank).gates]
    async with open_app(bench, call_id, (80, 24)) as rep:
        strip = rep.seen.splitlines()[1]
        shown = [title for title in gates if title in strip]
        assert 0 < len(shown) < len(gates)
        assert strip.rstrip().endswith(f"   +{len(gates) - len(shown)}")
        assert "…" not in strip


@pytest.mark.parametrize(
    ("width", "column", "told"),
    [(120, 26, "above + 0/1"), (200, 54, "0/1, the rest above")],
)
async def test_a_gate_says_where_its_other_questions_are_asked(
    bench: Workbench, open_app: OpenCall, width: int, column: int, told: str
) -> None:
    call_id = start_call(bench, banks=("bant", "discovery"), title="Two banks")
    async with open_app(bench, call_id, (width, 60)) as rep:
        lines = [line[:column] for line in rep.seen.splitlines()]
        [situation] = [line for line in lines if "Situation" in line]
        [money] = [line for line in lines if "Money" in line]
        [need] = [line for line in lines if " Need " in line]
        assert told in situation
        assert "asked above" in money
        assert "above" not in need


async def test_the_buttons_of_a_long_form_stay_in_sight(
    bench: Workbench, open_app: OpenCall
) -> None:
    add_lead(bench, NewLead(name="Luis Ortega", account="Harborline"))
    async with open_app(bench, size=(80, 16)) as rep:
        await rep.press("n")
        assert "Begin" in rep.seen
        assert "Consent" not in rep.seen
        rep.app.screen.query_one(Choice).focus()
        await rep.settle()
        assert "Consent" in rep.seen
        assert "Begin" in rep.seen
