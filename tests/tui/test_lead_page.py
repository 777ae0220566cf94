"""A lead's page: where it stands, what it did, how it is moved."""

from datetime import UTC, datetime

import pytest
from textual.widgets import Input, OptionList

from assistant.domain.people import Icp, Lead
from assistant.domain.verdict import Outcome
from assistant.tui.screens.lead import LeadScreen
from assistant.tui.widgets.choice import Choice
from assistant.workflows import reviewing
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead, record_event
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf
from tests.tui.conftest import OpenCall, Rep
from tests.tui.kept import keep_call


@pytest.fixture
def luis(bench: Workbench) -> Lead:
    new = NewLead(
        name="Luis Ortega", title="COO", account="Harborline", sector="Logistics", place="Spain"
    )
    return add_lead(bench, new)


async def open_page(rep: Rep) -> None:
    await rep.press("2")
    await rep.settle()
    await rep.press("enter")
    await arrive(rep, "LeadScreen")
    screen = rep.app.screen
    assert isinstance(screen, LeadScreen)
    await rep.until(lambda: screen.page is not None)
    await rep.settle()


async def arrive(rep: Rep, screen: str) -> None:
    """Wait until a screen is on top, and its first reading is shown."""
    await rep.until(lambda: rep.on_top == screen)
    await rep.settle()


async def move_to(rep: Rep, stage: str) -> None:
    choice = rep.app.screen.query_one("#stage", Choice)
    choice.focus()
    while choice.value != stage:
        await rep.press("right")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
async def test_it_says_where_the_lead_stands(
    bench: Workbench, luis: Lead, open_app: OpenCall, size: tuple[int, int]
) -> None:
    record_event(bench, luis, "demo_request", note="after the fair")
    call_id = keep_call(bench, luis)
    async with open_app(bench, size=size) as rep:
        await open_page(rep)
        assert "Luis Ortega" in rep.seen.splitlines()[0]
        pages = rep.seen
        for _ in range(12):
            await rep.press("pagedown")
            pages += rep.seen
        for words in (
            "▸ Unqualified",
            "○ Marketing-qualified",
            "NEXT STAGE",
            "75 points, engaged",
            "Logistics",
            "No ideal customer profile is set",
            "luis.txt",
            "after the fair",
            "MOVES 0",
        ):
            assert words in pages
        await rep.press("r")
        await arrive(rep, "ReviewScreen")
        await rep.press("q")
        await arrive(rep, "LeadScreen")
        await rep.press("escape")
        await arrive(rep, "CallsScreen")
    assert bench.store.call(call_id) is not None


async def test_fit_is_shown_with_a_sign_and_a_word(
    bench: Workbench, luis: Lead, open_app: OpenCall
) -> None:
    icp = Icp(id="ours", title="Our buyers", industries=("Logistics",), locations=("France",))
    vars(bench)["playbook"] = bench.playbook.model_copy(update={"icp": icp})
    async with open_app(bench) as rep:
        await open_page(rep)
        lines = [" ".join(line.split()) for line in rep.seen.splitlines()]
        assert any(line.startswith("FIT: OUR BUYERS") for line in lines)
        assert any(line.startswith("✓ Sector Logistics fits") for line in lines)
        assert any(line.startswith("✗ Place Spain does not fit") for line in lines)
        assert any(line.startswith("Employees not known") for line in lines)


async def test_an_event_is_recorded(bench: Workbench, luis: Lead, open_app: OpenCall) -> None:
    async with open_app(bench) as rep:
        await open_page(rep)
        await rep.press("e")
        kinds = rep.app.screen.query_one("#kinds", OptionList)
        assert kinds.get_option_at_index(0).id == "contact_us"
        await rep.press("down", "down")
        rep.app.screen.query_one("#day", Input).value = "31 March"
        await rep.press("ctrl+s")
        assert "year-month-day" in rep.complaint
        rep.app.screen.query_one("#day", Input).value = "2026-03-01"
        rep.app.screen.query_one("#note", Input).focus()
        await rep.type("asked for prices\n")
        assert "50 points" in rep.seen.splitlines()[0]
        assert "asked for prices" in rep.seen

    [event] = bench.store.events(luis.id)
    assert (event.kind, event.note) == ("price_sheet", "asked for prices")
    assert event.at == datetime(2026, 3, 1, 11, tzinfo=UTC)


async def test_a_blocked_move_shows_its_gates_and_takes_a_reason(
    bench: Workbench, luis: Lead, open_app: OpenCall
) -> None:
    async with open_app(bench, size=(80, 24)) as rep:
        await open_page(rep)
        await rep.press("m")
        assert "○ Response and fit blocked" in rep.seen
        assert "Moving all the same needs a reason" in rep.seen
        await rep.press("ctrl+s")
        assert "Give a reason" in rep.complaint
        assert bench.store.moves(luis.id) == ()
        rep.app.screen.query_one("#reason", Input).focus()
        await rep.type("The owner asked me to call\n")
        assert "▸ Marketing-qualified" in rep.seen

    [move] = bench.store.moves(luis.id)
    assert (move.from_stage, move.to_stage) == ("unqualified", "marketing_qualified")
    assert move.blocked_by == ("lead_qualification.response",)
    assert move.override_reason == "The owner asked me to call"
    assert move.by.id == "dana"


async def test_the_gates_follow_the_stage_that_is_chosen(
    bench: Workbench, luis: Lead, open_app: OpenCall
) -> None:
    async with open_app(bench) as rep:
        await open_page(rep)
        await rep.press("m")
        await move_to(rep, "conversion_qualified")
        for gate in ("Response and fit", "Interest in the product", "Conversation"):
            assert f"○ {gate} blocked" in rep.seen
        await move_to(rep, "recycled")
        assert "No gate lies on the way." in rep.seen
        await rep.press("ctrl+s")
        assert "▸ Recycled" in rep.seen
        assert "Unqualified → Recycled" in rep.seen
    [move] = bench.store.moves(luis.id)
    assert (move.blocked_by, move.override_reason) == ((), "")


async def test_an_open_gate_lets_the_lead_pass(
    bench: Workbench, bench_of: BenchOf, luis: Lead, open_app: OpenCall
) -> None:
    luis = luis.model_copy(update={"stage": "conversion_qualified"})
    bench.store.save_lead(luis)
    call_id = keep_call(bench, luis)
    reviewing.reverse(bench_of(MANAGER), call_id, Outcome.QUALIFIED, "I was there")
    async with open_app(bench) as rep:
        await open_page(rep)
        assert "✓ Every gate passes." in rep.seen
        await rep.press("m")
        assert "✓ Discovery call passes" in rep.seen
        await rep.press("ctrl+s")
        assert "▸ Sales-qualified" in rep.seen
    assert [one.to_stage for one in bench.store.moves(luis.id)] == ["sales_qualified"]


async def test_a_lead_without_its_lifecycle_is_not_moved(
    bench: Workbench, luis: Lead, open_app: OpenCall
) -> None:
    bench.store.save_lead(luis.model_copy(update={"lifecycle": "gone", "stage": "somewhere"}))
    async with open_app(bench) as rep:
        await open_page(rep)
        assert "not there any more" in rep.seen
        await rep.press("m")
        assert rep.on_top == "LeadScreen"


async def test_a_call_is_begun_and_resumed_from_the_page(
    bench: Workbench, luis: Lead, open_app: OpenCall
) -> None:
    async with open_app(bench) as rep:
        await open_page(rep)
        await rep.press("c", "r", "enter")
        assert "no call yet" in rep.seen
        await rep.press("n", "ctrl+s")
        assert rep.on_top == "CallScreen"
        await rep.lead("q")
        await open_page(rep)
        await rep.press("enter")
        assert rep.on_top == "CallScreen"
    assert [row.call.lead_id for row in bench.store.calls()] == [luis.id]


async def test_the_lead_of_a_call_is_opened_from_the_calls(
    bench: Workbench, luis: Lead, open_app: OpenCall
) -> None:
    start_call(bench, lead_id=luis.id)
    async with open_app(bench) as rep:
        await rep.press("d")
        assert rep.on_top == "LeadScreen"
