"""Keys and figures that there is nothing for are not shown."""

from uuid import UUID

import pytest

from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.conftest import OpenCall, Rep
from tests.tui.kept import SAID, keep_call

WEEK = 7 * 24 * 3600.0


def keys_shown(rep: Rep) -> str:
    """The last line of the screen, which says what can be pressed."""
    return rep.seen.splitlines()[-1]


def keep_calls_of_a_lead(bench: Workbench, clock: Clock, count: int) -> UUID:
    """So many calls with one lead, a week apart; the last of them."""
    lead = add_lead(bench, NewLead(name="Luis Ortega"))
    for number in range(count):
        call = keep_call(bench, lead, text=f"{SAID}[00:02:0{number}] Luis: bye\n")
        clock.pass_seconds(WEEK)
    return call


async def test_a_list_without_calls_offers_nothing_to_do_to_one(
    bench: Workbench, open_app: OpenCall
) -> None:
    add_lead(bench, NewLead(name="Luis Ortega"))
    async with open_app(bench, size=(200, 40)) as rep:
        of_a_call = ("c continue", "r review", "e annotate", "a assign lead", "s sort")
        assert [one for one in of_a_call if one in keys_shown(rep)] == []
        assert "n new call" in keys_shown(rep)
        keep_call(bench)
        await rep.press("f5")
        assert [one for one in of_a_call if one in keys_shown(rep)] == list(of_a_call)


async def test_a_lead_without_calls_offers_nothing_to_do_to_one(
    bench: Workbench, open_app: OpenCall
) -> None:
    lead = add_lead(bench, NewLead(name="Luis Ortega"))
    async with open_app(bench) as rep:
        rep.app.open_lead(lead.id)
        await rep.settle()
        assert "review" not in keys_shown(rep)
        keep_call(bench, lead)
        await rep.press("f5")
        assert "r review" in keys_shown(rep)


async def test_a_queue_without_calls_offers_nothing_to_do_to_one(
    bench: Workbench, bench_of: BenchOf, open_app: OpenCall
) -> None:
    keep_call(bench)
    async with open_app(bench_of(MANAGER)) as rep:
        await rep.press("4")
        assert "a agree" in keys_shown(rep)
        await rep.press("slash", "ctrl+u")
        await rep.type("rep:nobody\n")
        assert "No call matches rep:nobody." in rep.words
        assert [one for one in ("agree", "send back", "mark") if one in keys_shown(rep)] == []
        assert "/ filter" in keys_shown(rep)


async def test_a_call_that_was_not_ended_is_not_told_a_strange_key(
    bench_of: BenchOf, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench_of(annotation_keys={"open_call": "g"}), annotate=call_id) as rep:
        await rep.press("d")
        assert "The call has not been ended yet: g opens it." in rep.words


@pytest.mark.parametrize("more", [False, True])
async def test_another_call_is_offered_where_there_is_a_third(
    bench: Workbench, clock: Clock, open_app: OpenCall, more: bool
) -> None:
    call = keep_calls_of_a_lead(bench, clock, 3 if more else 2)
    async with open_app(bench, annotate=call) as rep:
        await rep.press("y")
        assert ("o other call" in keys_shown(rep)) == more
        await rep.press("o")
        assert ("2 of 2 other calls" in rep.seen) == more
        assert ("This lead has no third call." in rep.seen) != more


async def test_it_is_said_that_only_changes_are_shown(
    bench: Workbench, clock: Clock, open_app: OpenCall
) -> None:
    call = keep_calls_of_a_lead(bench, clock, 2)
    async with open_app(bench, annotate=call) as rep:
        await rep.press("y")
        assert "only changes" not in rep.top_line
        await rep.press("c")
        assert "only changes" in rep.top_line
        assert "Nothing has changed between these calls." in rep.words


async def test_notes_are_stepped_through_where_there_are_some(
    bench: Workbench, open_app: OpenCall
) -> None:
    call = keep_call(bench)
    async with open_app(bench, annotate=call) as rep:
        await rep.press("i")
        assert "This call has no notes to put beside." in rep.words
        assert "next note" not in keys_shown(rep)


async def test_a_call_without_answers_has_none_to_confirm(
    bench: Workbench, open_app: OpenCall
) -> None:
    start_call(bench, title="Just begun")
    async with open_app(bench) as rep:
        assert "no answers" in rep.seen
        assert "0 of 0" not in rep.seen
        keep_call(bench)
        await rep.press("f5")
        await rep.press("end")
        assert "unconfirmed" in rep.seen


async def test_a_question_that_is_not_there_is_not_found(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.lead("g")
        await rep.type("xylophone")
        assert "No question has these words." in rep.seen
        await rep.press("enter")
        assert rep.on_top == "GoTo"
