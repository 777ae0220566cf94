"""Two windows on one call: one writes, the other reads along or takes over."""

from uuid import UUID

from assistant.workflows.live_call import LiveCall
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MAX, BenchOf, Clock
from tests.tui.conftest import OpenCall


async def test_the_second_window_reads_along_and_writes_nothing(
    bench: Workbench, bench_of: BenchOf, call_id: UUID, open_app: OpenCall
) -> None:
    other = LiveCall(bench_of(MAX), call_id)
    other.keep_notes("need: late trucks")
    other.read_notes()
    async with open_app(bench, call_id) as rep:
        assert "Max Boss has this call open" in rep.seen
        assert "read only" in rep.seen
        assert rep.call.notes.text == "need: late trucks"
        await rep.type("mine")
        await rep.lead("c")
        await rep.lead("a")
        assert rep.call.notes.text == "need: late trucks"
        assert "Take it over to write" in rep.seen

    assert bench.store.decisions(call_id) == ()
    assert bench.store.question_marks(call_id) == ()


async def test_the_second_window_shows_what_the_first_one_writes(
    bench: Workbench, bench_of: BenchOf, call_id: UUID, open_app: OpenCall
) -> None:
    other = LiveCall(bench_of(MAX), call_id)
    async with open_app(bench, call_id) as rep:
        other.keep_notes("need: late trucks\n")
        other.read_notes()
        rep.call.call.beat()
        await rep.settle()
        assert rep.call.notes.text == "need: late trucks\n"
        assert "“late trucks”" in rep.seen


async def test_taking_over_lets_this_window_write(
    bench: Workbench, bench_of: BenchOf, call_id: UUID, open_app: OpenCall
) -> None:
    other = LiveCall(bench_of(MAX), call_id)
    other.keep_notes("need: late trucks")
    async with open_app(bench, call_id) as rep:
        await rep.lead("t")
        assert "has this call open" not in rep.seen
        await rep.type("\nbudget: 40k\n")
        assert "2 to confirm" in rep.seen
        assert not other.beat()
        assert other.held_by == "Dana Reyes"


async def test_the_banner_takes_over_when_it_is_clicked(
    bench: Workbench, bench_of: BenchOf, call_id: UUID, open_app: OpenCall
) -> None:
    LiveCall(bench_of(MAX), call_id)
    async with open_app(bench, call_id) as rep:
        width = rep.app.screen.query_one("#banner").size.width
        await rep.pilot.click("#banner", offset=(width - 3, 0))
        await rep.settle()
        assert not rep.call.notes.read_only


async def test_a_window_that_lost_the_call_is_told_and_its_last_words_are_kept(
    bench: Workbench, bench_of: BenchOf, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        other = LiveCall(bench_of(MAX), call_id, take_over=True)
        other.keep_notes("need: late trucks\nbudget: 40k\n")
        await rep.note("timeline: before June")
        assert "Max Boss has this call open" in rep.seen
        await rep.lead("t")
        rows = rep.call.notes.text.split("\n")
        assert [row for row in rows if row] == [
            "need: late trucks",
            "budget: 40k",
            "timeline: before June",
        ]

    texts = {one.text for one in bench.store.note_lines(call_id) if one.position is not None}
    assert texts == {"need: late trucks", "budget: 40k", "timeline: before June"}


async def test_the_lease_is_kept_while_the_call_is_open_and_given_back_after(
    bench: Workbench, bench_of: BenchOf, call_id: UUID, open_app: OpenCall, clock: Clock
) -> None:
    async with open_app(bench, call_id) as rep:
        clock.pass_seconds(25)
        rep.call.call.beat()
        await rep.settle()
        clock.pass_seconds(25)
        assert LiveCall(bench_of(MAX), call_id).read_only

    assert not LiveCall(bench_of(MAX), call_id).read_only
