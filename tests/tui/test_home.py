"""The home screen: what it lists, in what order, and where each row leads."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from textual.widgets import Input

from assistant.domain.calls import Call, CallSummary
from assistant.domain.people import Who
from assistant.domain.verdict import Outcome
from assistant.tui.screens.calls import CallsScreen
from assistant.workflows import reviewing
from assistant.workflows.ending import override_verdict
from assistant.workflows.live_call import start_call
from assistant.workflows.people import NewLead, add_lead, record_event
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import DANA, MANAGER, BenchOf, Clock
from tests.tui.conftest import OpenCall, Rep
from tests.tui.kept import keep_call


def home(rep: Rep) -> CallsScreen:
    assert isinstance(rep.app.screen, CallsScreen)
    return rep.app.screen


def titles(rep: Rep) -> list[str]:
    return [row.call.title for row in home(rep).listing.shown]


def aimed(rep: Rep) -> str:
    call = home(rep).chosen_call
    return call.call.title if call else ""


async def test_a_newcomer_is_told_what_to_press(bench: Workbench, open_app: OpenCall) -> None:
    async with open_app(bench, size=(80, 24)) as rep:
        assert "Calls" in rep.seen.splitlines()[0]
        for words in ("No calls yet.", "n   begin a call", "i   take in", "l   add a lead"):
            assert words in rep.seen
        await rep.press("2")
        assert "No leads yet." in rep.seen
        await rep.press("3")
        assert "Every call has its lead." in rep.seen
        await rep.press("c", "r", "a", "s", "S", "d", "enter", "down", "pageup", "f5")
        assert rep.on_top == "CallsScreen"
        await rep.press("l")
        assert rep.on_top == "AddLead"


async def test_a_row_says_all_about_a_call(
    bench: Workbench, bench_of: BenchOf, open_app: OpenCall
) -> None:
    luis = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline"))
    call_id = keep_call(bench, luis)
    override_verdict(bench, call_id, Outcome.NURTURE, "frozen until summer")
    reviewing.agree(bench_of(MANAGER), call_id)
    async with open_app(bench, size=(200, 60)) as rep:
        [row] = [line for line in rep.seen.splitlines() if "luis.txt" in line][:1]
        cells = [cell.strip() for cell in row.split("  ") if cell.strip()]
        assert cells == [
            "10 Mar 26",
            "Luis Ortega",
            "Harborline",
            "luis.txt",
            "Dana Reyes",
            "nurture ≠",
            "incomplete",
            "50",
            "3",
            "✓ agreed",
        ]
        assert "nurture ≠ assistant incomplete" in rep.seen
        assert "3 of 3 unconfirmed" in rep.seen


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
async def test_what_matters_is_in_sight_at_every_size(
    bench: Workbench, open_app: OpenCall, size: tuple[int, int]
) -> None:
    luis = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline"))
    keep_call(bench, luis)
    start_call(bench, title="Going on", lead_id=luis.id)
    async with open_app(bench, size=size) as rep:
        for words in ("Luis Ortega", "Harborline", "● resume", "incomplete", "OPEN", "ENDED"):
            assert words in rep.seen
        assert "? help" in rep.seen
        await rep.press("down")
        assert "luis.txt" in rep.seen
        assert "rep Dana Reyes" in rep.seen


async def test_open_calls_come_first_and_are_resumed(
    bench: Workbench, clock: Clock, open_app: OpenCall
) -> None:
    start_call(bench, title="Left open")
    clock.pass_seconds(3 * 24 * 3600)
    keep_call(bench)
    async with open_app(bench) as rep:
        assert titles(rep) == ["Left open", "luis.txt"]
        await rep.press("enter")
        assert rep.on_top == "CallScreen"
        await rep.lead("q")
        await rep.press("down", "enter")
        assert rep.on_top == "ReviewScreen"
        await rep.press("q")
        assert aimed(rep) == "luis.txt"
        await rep.press("c")
        assert rep.on_top == "CallScreen"


async def test_somebody_elses_open_call_is_reviewed_not_taken(
    bench: Workbench, bench_of: BenchOf, open_app: OpenCall
) -> None:
    start_call(bench, title="Dana is in it")
    async with open_app(bench_of(MANAGER)) as rep:
        await rep.press("enter")
        assert rep.on_top == "ReviewScreen"
        assert "recorded when the call is ended" in rep.words


async def test_the_list_narrows_as_words_are_typed(bench: Workbench, open_app: OpenCall) -> None:
    luis = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline"))
    ana = add_lead(bench, NewLead(name="Ana Berg", account="Cold Chain"))
    for lead, title in ((luis, "first"), (luis, "second"), (ana, "third")):
        start_call(bench, title=title, lead_id=lead.id)
    async with open_app(bench) as rep:
        await rep.press("slash")
        assert "^L" in rep.seen
        await rep.type("HARBOR fir")
        assert titles(rep) == ["first"]
        await rep.type("x")
        assert titles(rep) == []
        assert "Nothing has “HARBOR firx”." in rep.seen
        await rep.press("escape")
        assert len(titles(rep)) == 3
        assert "^L" not in rep.seen
        await rep.press("slash")
        await rep.type("berg")
        await rep.press("enter")
        assert rep.on_top == "CallScreen"
        await rep.lead("q")
        assert titles(rep) == ["third"]
        await rep.press("2")
        assert [row.lead.name for row in home(rep).listing.shown] == ["Ana Berg"]


async def test_letters_go_into_the_filter_and_the_leader_still_works(
    bench: Workbench, open_app: OpenCall
) -> None:
    start_call(bench, title="nice quiet call")
    async with open_app(bench) as rep:
        await rep.press("slash")
        await rep.type("nq 12")
        assert rep.on_top == "CallsScreen"
        assert rep.app.screen.query_one("#filter", Input).value == "nq 12"
        await rep.lead("n")
        assert rep.on_top == "NewCall"


async def test_sorting_by_a_column(bench: Workbench, clock: Clock, open_app: OpenCall) -> None:
    for name in ("bravo", "alpha", "charlie"):
        keep_call(bench, add_lead(bench, NewLead(name=name)), name=f"{name}.txt")
        clock.pass_seconds(3600)
    async with open_app(bench) as rep:
        assert titles(rep) == ["charlie.txt", "alpha.txt", "bravo.txt"]
        await rep.press("s")
        assert titles(rep) == ["alpha.txt", "bravo.txt", "charlie.txt"]
        await rep.press("S")
        assert titles(rep) == ["charlie.txt", "bravo.txt", "alpha.txt"]
        head = next(line for line in rep.seen.splitlines() if "Account" in line)
        row = rep.seen.splitlines().index(head)
        await rep.pilot.click(offset=(head.index("Date") + 1, row))
        await rep.settle()
        assert titles(rep) == ["charlie.txt", "alpha.txt", "bravo.txt"]
        await rep.pilot.click(offset=(head.index("Date") + 1, row))
        await rep.settle()
        assert titles(rep) == ["bravo.txt", "alpha.txt", "charlie.txt"]


async def test_tabs_and_rows_are_clicked(
    bench: Workbench, clock: Clock, open_app: OpenCall
) -> None:
    add_lead(bench, NewLead(name="Luis Ortega"))
    start_call(bench, title="one")
    clock.pass_seconds(60)
    start_call(bench, title="two")
    async with open_app(bench) as rep:
        lines = rep.seen.splitlines()
        row = next(at for at, line in enumerate(lines) if "one" in line)
        await rep.pilot.click(offset=(20, row))
        await rep.settle()
        assert aimed(rep) == "one"
        await rep.pilot.click(offset=(20, row))
        await rep.settle()
        assert rep.on_top == "CallScreen"
        await rep.lead("q")
        await rep.pilot.click(offset=(lines[1].index("Leads") + 1, 1))
        await rep.settle()
        assert home(rep).page == "leads"


async def test_unassigned_calls_are_given_to_a_lead(bench: Workbench, open_app: OpenCall) -> None:
    luis = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline"))
    first, second = keep_call(bench), start_call(bench, title="whose")
    async with open_app(bench) as rep:
        await rep.press("3")
        assert titles(rep) == ["whose", "luis.txt"]
        await rep.press("a")
        await rep.type("harbor")
        await rep.press("enter")
        assert titles(rep) == ["luis.txt"]
        await rep.press("a")
        await rep.type("Ana Berg\n")
        assert "Every call has its lead." in rep.seen
        await rep.press("1", "a")
        assert "nobody's" in rep.seen
        await rep.press("escape")

    ana = next(lead for lead in bench.store.leads() if lead.name == "Ana Berg")
    owners = {row.call.id: row.call.lead_id for row in bench.store.calls()}
    assert owners == {first: ana.id, second: luis.id}


async def test_a_call_is_taken_from_its_lead(bench: Workbench, open_app: OpenCall) -> None:
    luis = add_lead(bench, NewLead(name="Luis Ortega"))
    call_id = keep_call(bench, luis)
    async with open_app(bench) as rep:
        await rep.press("a", "end")
        await rep.press("down", "enter")
    call = bench.store.call(call_id)
    assert call is not None
    assert call.lead_id is None


async def test_leads_are_listed_with_points_and_last_call(
    bench: Workbench, open_app: OpenCall
) -> None:
    luis = add_lead(bench, NewLead(name="Luis Ortega", title="COO", account="Harborline"))
    add_lead(bench, NewLead(name="Ana Berg"))
    record_event(bench, luis, "demo_request")
    start_call(bench, lead_id=luis.id)
    async with open_app(bench) as rep:
        await rep.press("2")
        lines = [line.split() for line in rep.seen.splitlines()]
        assert ["Ana", "Berg", "Unqualified", "0", "none"] in lines
        assert [
            *("Luis", "Ortega", "COO", "Harborline", "Unqualified", "75", "★", "1"),
            *("10", "Mar", "26"),
        ] in lines
        await rep.press("down", "enter")
        assert rep.on_top == "LeadScreen"
        assert "Luis Ortega" in rep.seen.splitlines()[0]


def thousand(who: Who) -> tuple[CallSummary, ...]:
    """Calls of as many days, every tenth one open."""
    rows = []
    for number in range(1000):
        day = date(2026, 3, 10) - timedelta(days=number)
        started = Clock().now - timedelta(days=number)
        call = Call(
            id=uuid4(),
            title=f"Call {number:04}",
            call_date=day,
            banks=("bant",),
            rep=who,
            started_at=started,
            ended_at=None if number % 10 == 0 else started,
        )
        rows.append(CallSummary(call=call, lead_name=f"Lead {number % 7}", answers=number % 5))
    return tuple(rows)


async def test_a_thousand_calls_are_listed_narrowed_and_walked_through(
    bench: Workbench, open_app: OpenCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = thousand(DANA)
    monkeypatch.setattr(reviewing, "list_calls", lambda _: rows)
    async with open_app(bench, size=(80, 24)) as rep:
        assert titles(rep)[:2] == ["Call 0000", "Call 0010"]
        assert titles(rep)[99:101] == ["Call 0990", "Call 0001"]
        assert [*home(rep).listing.blocks.walk_children()] == []
        await rep.press("end")
        assert aimed(rep) == "Call 0999"
        assert "Call 0999" in rep.seen
        await rep.press("slash")
        await rep.type("lead 3 0500")
        assert titles(rep) == ["Call 0500"]
        await rep.press("escape", "s", "S", "home")
        assert len(titles(rep)) == 1000
