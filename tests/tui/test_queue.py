"""The queue of calls to review, the box for queries, and what is said of calls."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

import pytest

from assistant.domain.verdict import Outcome
from assistant.tui.screens.queue import QueueScreen
from assistant.tui.screens.review import ReviewScreen
from assistant.tui.screens.search import SearchScreen
from assistant.workflows import reviewing
from assistant.workflows.ending import override_verdict
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.searching import saved_queries
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.conftest import OpenCall, Rep
from tests.tui.kept import SAID, keep_call


@pytest.fixture
def kept(bench: Workbench, clock: Clock) -> list[UUID]:
    """Three calls of Dana's, the oldest first; the second one was overridden by her."""
    calls = []
    for name, text in (
        ("Luis Ortega", SAID),
        ("Ana Berg", "Dana: hi\nAna: need: cold trucks\n"),
        ("Zoë Marsh", "Dana: hi\nZoë: objection: the price is high\n"),
    ):
        lead = add_lead(bench, NewLead(name=name, account=f"{name[:3]} Freight"))
        calls.append(keep_call(bench, lead, text=text, name=f"{name[:3]}.txt"))
        clock.now += timedelta(days=1)
    override_verdict(bench, calls[1], Outcome.NURTURE, "frozen until summer")
    return calls


@pytest.fixture
def manager(bench_of: BenchOf) -> Workbench:
    return bench_of(MANAGER)


@asynccontextmanager
async def queue(
    open_app: OpenCall, bench: Workbench, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Rep]:
    async with open_app(bench, size=size) as rep:
        await rep.press("4")
        assert isinstance(rep.app.screen, QueueScreen)
        yield rep


def screen(rep: Rep) -> QueueScreen:
    assert isinstance(rep.app.screen, QueueScreen)
    return rep.app.screen


def leads(rep: Rep) -> list[str]:
    """The leads that are listed, from the top."""
    return [row.lead.partition(" ")[0] for row in screen(rep).listed.rows.values()]


async def ask(rep: Rep, query: str) -> None:
    """Write a query in place of the one that is there."""
    await rep.press("/", "ctrl+u")
    await rep.type(f"{query}\n")


async def test_what_waits_is_listed_with_counts_and_facts(
    manager: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    async with queue(open_app, manager) as rep:
        assert leads(rep) == ["Zoë", "Ana", "Luis"]
        for words in ("is:waiting", "3 calls", "3 waiting", "≠ nurture", "nothing on budget"):
            assert words in rep.words, words


async def test_a_filter_and_an_order(
    manager: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    async with queue(open_app, manager) as rep:
        await ask(rep, "field:need")
        assert leads(rep) == ["Ana", "Luis"]
        assert "2 calls" in rep.words
        await ask(rep, "")
        await rep.press("s", "s", "s", "s")
        assert screen(rep).order.sort == "score"
        assert leads(rep)[0] == "Luis"
        await rep.press("S")
        assert leads(rep)[-1] == "Luis"


async def test_a_mistake_is_pointed_at_and_the_list_stays(
    manager: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    async with queue(open_app, manager) as rep:
        await ask(rep, "field:objektion")
        assert "Did you mean objection?" in rep.words
        box, told = (
            next(line for line in rep.seen.splitlines() if part in line)
            for part in ("field:objektion", "^")
        )
        assert told.index("^") == box.index("objektion")
        assert len(leads(rep)) == 3


async def test_names_and_values_are_completed(
    manager: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    async with queue(open_app, manager) as rep:
        await rep.press("/", "ctrl+u")
        await rep.type("verd")
        assert "verdict:" in rep.words
        await rep.press("tab")
        await rep.type("nu")
        await rep.press("tab", "enter")
        assert screen(rep).box.value == "verdict:nurture "
        assert leads(rep) == ["Ana"]
        await rep.press("/", "ctrl+u")
        await rep.type("lead:")
        await rep.press("down", "tab", "enter")
        assert screen(rep).box.value == 'lead:"Luis Ortega" '
        assert leads(rep) == ["Luis"]


async def test_a_filter_is_kept_and_taken_again(
    manager: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    async with queue(open_app, manager) as rep:
        await ask(rep, "missing:budget")
        await rep.press("s", "k")
        await rep.type("no money")
        await rep.press("enter")
        assert [(one.name, one.query, one.sort) for one in saved_queries(manager)] == [
            ("no money", "missing:budget", "rep"),
        ]
        await ask(rep, "is:returned")
        assert "No call matches is:returned" in rep.words
        await rep.press("f", "end")
        assert "no money missing:budget, by rep 2" in rep.words
        assert "Sent back is:returned 0" in rep.words
        await rep.press("enter")
        assert (screen(rep).query_text, screen(rep).order.sort) == ("missing:budget", "rep")
        assert len(leads(rep)) == 2
        await rep.press("f", "end", "delete", "escape")
        assert saved_queries(manager) == ()


async def test_several_are_agreed_with_at_once(
    manager: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    async with queue(open_app, manager) as rep:
        await rep.press("space", "m")
        assert "● 2 marked" in rep.words
        await rep.press("a")
        assert "Zoë Marsh, " in rep.words
        assert ", rep Dana Reyes: " in rep.words
        await rep.press("ctrl+s")
        assert leads(rep) == ["Luis"]
        assert "marked" not in rep.words
        states = [reviewing.open_review(manager, call).state for call in kept]
        assert states == ["", "agreed", "agreed"]


async def test_a_call_goes_back_to_its_rep_who_answers(
    bench: Workbench, manager: Workbench, kept: list[UUID], open_app: OpenCall, clock: Clock
) -> None:
    async with queue(open_app, manager) as rep:
        await rep.press("M", "M", "end", "b", "ctrl+s")
        assert "needs words" in rep.complaint
        await rep.type("Which currency?")
        await rep.press("ctrl+s")
        assert leads(rep) == ["Zoë", "Ana"]

    clock.now += timedelta(hours=1)
    async with open_app(bench, size=(120, 40)) as rep:
        assert "← sent back" in rep.seen
        assert rep.seen.index("SENT BACK") < rep.seen.index("Luis") < rep.seen.index("ENDED")
        await rep.press("home", "r")
        assert isinstance(rep.app.screen, ReviewScreen)
        assert "Max Boss sent this call back: Which currency?" in " ".join(
            rep.seen.replace("▌", " ").split()
        )
        await rep.press("b")
        assert rep.on_top == "ReviewScreen"
        await rep.press("y")
        await rep.type("In dollars.")
        await rep.press("ctrl+s")
        await rep.press("3")
        for words in ("→ answered", "sends back", "In dollars."):
            assert words in rep.words, words

    async with queue(open_app, manager) as rep:
        await ask(rep, "is:answered")
        assert leads(rep) == ["Luis"]
        await rep.press("enter")
        await rep.press("k")
        await rep.type("Ask for the currency at once.")
        await rep.press("ctrl+s")
        await rep.press("4")
        assert "coaches" in rep.words


async def test_an_own_call_is_not_judged_in_the_queue(
    bench: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    async with queue(open_app, bench) as rep:
        await rep.press("a", "ctrl+s")
        assert "This is your call" in rep.complaint


async def test_a_hit_opens_the_call_at_its_words(
    manager: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    async with queue(open_app, manager, (120, 40)) as rep:
        await rep.press("w")
        assert isinstance(rep.app.screen, SearchScreen)
        assert "field:objection value:price" in rep.words
        await rep.type("price\n")
        assert "the price is high" in rep.words
        await rep.press("enter")
        screen = rep.app.screen
        assert isinstance(screen, ReviewScreen)
        assert (screen.in_words, screen.words.aim) == (True, "transcript:1")
        assert "Zoë Marsh" in rep.seen
        await rep.press("escape", "/", "ctrl+u")
        await rep.type("field:need forty or field:need trucks\n")
        await rep.press("down", "enter")
        screen = rep.app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.words.chosen


async def test_a_scorecard_is_filled_in_and_compared(
    bench: Workbench, manager: Workbench, kept: list[UUID], open_app: OpenCall
) -> None:
    for who, opening in ((bench, "4"), (manager, "2")):
        async with open_app(who, size=(120, 50)) as rep:
            rep.app.open_review(kept[0])
            await rep.settle()
            await rep.press("s", "enter")
            await rep.type(opening)
            await rep.press("tab")
            await rep.type("7")
            await rep.press("ctrl+s")
            assert "Write 0 to 5" in rep.complaint
            await rep.press("backspace", "3", *["shift+tab"] * 4)
            await rep.type(f"wait {opening} seconds")
            await rep.press("ctrl+s")
            assert f"{opening}" in rep.words
    async with open_app(manager, size=(120, 50)) as rep:
        rep.app.open_review(kept[0])
        await rep.settle()
        await rep.press("s")
        assert "Discovery call Dana Reyes Max Boss" in rep.words
        assert "≠ Opening 4 2" in rep.words
        assert "note wait 4 seconds wait 2 seconds" in rep.words


@pytest.mark.parametrize("size", [(20, 8), (80, 24), (200, 60)])
async def test_no_window_is_too_small_or_too_large(
    manager: Workbench, kept: list[UUID], open_app: OpenCall, size: tuple[int, int]
) -> None:
    async with queue(open_app, manager, size) as rep:
        await rep.press("/", "a", "escape", "s", "end", "space", "w", "escape", "q")
        assert rep.on_top == "CallsScreen"


async def test_pages_come_as_they_are_needed(
    bench: Workbench, manager: Workbench, open_app: OpenCall, clock: Clock
) -> None:
    for number in range(60):
        keep_call(bench, text=f"Dana: hi {number}\nAna: need: trucks\n", name=f"{number}.txt")
        clock.now += timedelta(minutes=1)
    async with queue(open_app, manager, (100, 15)) as rep:
        assert len(screen(rep).listed.rows) == 50
        assert "60 calls" in rep.words
        await rep.press("end")
        assert len(screen(rep).listed.rows) == 60
