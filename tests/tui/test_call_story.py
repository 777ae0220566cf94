"""Whole calls, from the first note to the stage move."""

from uuid import UUID

from textual.widgets import Input

from assistant.domain.answers import Status
from assistant.domain.verdict import Outcome
from assistant.tui.widgets.ask_next import AskNext
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock
from tests.tui.conftest import OpenCall, Rep

NOTES = ("need: trucks leave late", "budget?: 40k", "authority: I sign", "timeline: before June")


async def take_notes(rep: Rep, clock: Clock) -> None:
    for line in NOTES:
        clock.pass_seconds(60)
        await rep.note(line)


async def test_a_qualified_call(
    bench: Workbench, call_id: UUID, open_app: OpenCall, clock: Clock
) -> None:
    async with open_app(bench, call_id) as rep:
        await take_notes(rep, clock)
        assert "QUALIFIED" in rep.seen
        assert "4 to confirm" in rep.seen
        for _ in NOTES:
            await rep.lead("c")
        assert "to confirm" not in rep.seen
        await rep.lead("f")
        assert "End the call?" in rep.seen
        await rep.press("y")
        assert rep.on_top == "EndScreen"
        assert "“trucks leave late”" in rep.seen
        await rep.press("s")
        assert rep.on_top == "CallsScreen"
        assert "qualified" in rep.seen

    [recorded] = bench.store.verdicts(call_id)
    assert (recorded.verdict.outcome, recorded.by) == (Outcome.QUALIFIED, None)
    assert {one.status for one in bench.store.answers(call_id)} == {Status.CONFIRMED}
    ended = bench.store.call(call_id)
    assert ended is not None
    assert ended.ended_at == clock.now


async def test_an_override_needs_a_reason_and_both_verdicts_are_kept(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.lead("f")
        await rep.press("y", "o")
        await rep.press("left", "left", "left", "enter")
        await rep.press("ctrl+s")
        assert "Give a reason" in rep.complaint
        rep.app.screen.query_one("#reason", Input).focus()
        await rep.type("They called back and signed\n")
        assert "QUALIFIED  by Dana Reyes (override)" in rep.seen
        assert "INCOMPLETE  by the assistant" in rep.seen

    outcomes = [(one.verdict.outcome, one.reason) for one in bench.store.verdicts(call_id)]
    assert outcomes == [
        (Outcome.INCOMPLETE, ""),
        (Outcome.QUALIFIED, "They called back and signed"),
    ]


async def test_a_blocked_move_says_what_is_missing_and_takes_a_reason(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    lead_id = bench.store.leads()[0].id
    async with open_app(bench, call_id) as rep:
        await rep.lead("f")
        await rep.press("y")
        assert "Blocked. What is missing:" in rep.seen
        await rep.press("m", "ctrl+s")
        assert "Give a reason to move all the same" in rep.complaint
        assert bench.store.moves(lead_id) == ()
        await rep.type("She asked for the call herself\n")
        assert "Marketing-qualified" in rep.seen

    [move] = bench.store.moves(lead_id)
    assert move.override_reason == "She asked for the call herself"
    assert move.to_stage == bench.store.leads()[0].stage


async def test_a_call_can_be_ended_at_once_and_gone_on_with(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.lead("f")
        await rep.press("y")
        await rep.press("b")
        await rep.note("need: trucks leave late")
        assert rep.call.notes.has_focus
        assert "to confirm" in rep.seen

    assert [line.text for line in bench.store.note_lines(call_id)] == ["need: trucks leave late"]


async def test_a_call_without_a_lead_has_no_stage_to_move(
    bench: Workbench, open_app: OpenCall
) -> None:
    from assistant.workflows.live_call import start_call

    async with open_app(bench, start_call(bench, title="Somebody")) as rep:
        await rep.lead("f")
        await rep.press("y", "m")
        assert rep.on_top == "EndScreen"
        assert "no stage to move" in rep.seen


async def test_a_call_is_begun_from_the_list_of_calls(bench: Workbench, open_app: OpenCall) -> None:
    async with open_app(bench) as rep:
        assert "No calls yet." in rep.seen
        await rep.press("n")
        await rep.type("Ines Ortega")
        await rep.press("tab")
        await rep.type("Northgate\n")
        assert "Ines Ortega" in rep.seen
        assert rep.call.notes.has_focus
        await rep.lead("q")
        assert "resume" in rep.seen
        await rep.press("enter")
        assert rep.call.notes.has_focus

    [lead] = bench.store.leads()
    [summary] = bench.store.calls()
    assert (lead.name, summary.account_name) == ("Ines Ortega", "Northgate")
    assert summary.call.banks == ("bant",)


async def test_the_time_that_is_left_is_shown_and_asking_turns_to_what_is_unknown(
    bench: Workbench, call_id: UUID, open_app: OpenCall, clock: Clock
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("budget: 40k")
        assert "min left" not in rep.seen
        assert "has just been answered" in rep.seen
        clock.pass_seconds(25 * 60)
        rep.call._tick()
        await rep.settle()
        assert "5 min left" in rep.seen
        assert str(rep.call.query_one(AskNext).render()).count("required, 5 min left") == 1


async def test_the_next_step_has_its_day_and_is_in_the_follow_up_text(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("c")
        await rep.lead("f")
        await rep.press("y")
        assert "None is agreed yet." in rep.seen
        await rep.press("n")
        await rep.type("Demo with the CFO")
        await rep.press("tab")
        await rep.type("whenever it suits\n")
        assert "is no day" in rep.complaint
        rep.app.screen.query_one("#when", Input).value = ""
        await rep.type("2026-03-17\n")
        assert rep.on_top == "EndScreen"
        assert "Demo with the CFO, 17 March 2026" in rep.seen
        await rep.press("t")
        assert rep.on_top == "FollowUp"
        assert "Hello Ines," in rep.seen
        assert "- Demo with the CFO, 17 March 2026" in rep.seen
        await rep.press("c")
        assert "Demo with the CFO" in rep.app.clipboard
        await rep.press("escape")
        assert rep.on_top == "EndScreen"


async def test_a_disqualified_call(
    bench: Workbench, call_id: UUID, open_app: OpenCall, clock: Clock
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need!: it works fine as it is")
        assert "DISQUALIFIED" in rep.seen
        await rep.lead("c")
        await rep.lead("f")
        await rep.press("y")
        assert "“it works fine as it is”" in rep.seen
        await rep.press("m", "shift+tab")
        for _ in range(8):
            if "Disqualified" in rep.seen:
                break
            await rep.press("right")
        await rep.press("ctrl+s")
        assert "Ines Ortega is Disqualified" in rep.seen

    [recorded] = bench.store.verdicts(call_id)
    assert recorded.verdict.outcome is Outcome.DISQUALIFIED
    [move] = bench.store.moves(bench.store.leads()[0].id)
    assert (move.to_stage, move.blocked_by) == ("disqualified", ())


async def test_a_contradiction_is_resolved_by_what_the_rep_confirms(
    bench: Workbench, call_id: UUID, open_app: OpenCall, clock: Clock
) -> None:
    async with open_app(bench, call_id, (120, 48)) as rep:
        await rep.paste("Dana: what is there\nLuis: budget: forty thousand\nDana: I see\n" * 2)
        clock.pass_seconds(60)
        await rep.note("budget!: nothing at all")
        assert "contradicted" in rep.seen
        assert "against" in rep.seen
        await rep.lead("c")
        assert "contradicted" not in rep.seen
