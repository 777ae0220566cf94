"""The review: evidence and its words, comments, agreeing, reversing; all of it kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import pytest
from textual.widgets import Input

from assistant.domain.answers import Answer
from assistant.domain.verdict import Outcome
from assistant.tui.review.index import answer_in
from assistant.tui.screens.review import ReviewScreen
from assistant.tui.widgets.choice import Choice
from assistant.workflows import deciding, reviewing
from assistant.workflows.ending import override_verdict
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.conftest import OpenCall, Rep
from tests.tui.kept import keep_call


@pytest.fixture
def kept(bench: Workbench) -> UUID:
    """Dana's call, ended, with three answers."""
    return keep_call(bench, add_lead(bench, NewLead(name="Luis Ortega", account="Harborline")))


@pytest.fixture
def manager(bench_of: BenchOf) -> Workbench:
    return bench_of(MANAGER)


@asynccontextmanager
async def reviewed(
    open_app: OpenCall, bench: Workbench, call_id: UUID, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Rep]:
    async with open_app(bench, size=size) as rep:
        rep.app.open_review(call_id)
        await rep.settle()
        yield rep


def screen(rep: Rep) -> ReviewScreen:
    assert isinstance(rep.app.screen, ReviewScreen)
    return rep.app.screen


def answers_of(bench: Workbench, call_id: UUID) -> dict[str, Answer]:
    """The answers by their quotes."""
    return {one.evidence.quote: one for one in bench.store.answers(call_id) if one.evidence}


def flat(rep: Rep) -> str:
    """What is seen, without the edge of notices."""
    return " ".join(rep.seen.replace("▌", " ").split())


def page_of(rep: Rep) -> str:
    """The text of the page at the right, also where it is out of sight."""
    page = screen(rep).blocks
    return " ".join(line.plain.strip() for block in page._blocks for line in block.lines(48))


async def test_whose_verdict_is_in_force_and_why(
    bench: Workbench, manager: Workbench, kept: UUID, clock: Clock, open_app: OpenCall
) -> None:
    clock.pass_seconds(3600)
    override_verdict(bench, kept, Outcome.NURTURE, "frozen until summer")
    clock.pass_seconds(3600)
    reviewing.reverse(manager, kept, Outcome.QUALIFIED, "he has a signed order")
    async with reviewed(open_app, manager, kept, (80, 70)) as rep:
        seen = flat(rep)
        for words in (
            "QUALIFIED 50",
            "in force: version 3 by Max Boss, manager, 10 Mar 26 18:00",
            "“he has a signed order”",
            "assistant incomplete 50 10 Mar 26",
            "rep nurture Dana Reyes 10 Mar 26",
            "manager qualified Max Boss 10 Mar 26",
            "“forty thousand” transcript 01:02 Luis, suggested",
            "2 nurture 50 override by Dana Reyes, rep",
            "10 Mar 26 17:00, bant 1, engine test rules “frozen until summer”",
            "1 incomplete 50 system by the assistant",
        ):
            assert words in seen


async def test_answers_changed_since_are_said(
    bench: Workbench, manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    budget = answers_of(bench, kept)["forty thousand"]
    deciding.reject(bench, kept, budget.id, "that was our price")
    async with reviewed(open_app, manager, kept) as rep:
        assert "Since then answers have changed: they would give incomplete 25" in flat(rep)


async def test_from_an_answer_to_its_words_and_back(
    manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    budget = answers_of(manager, kept)["forty thousand"]
    for size in ((80, 24), (120, 40)):
        async with reviewed(open_app, manager, kept, size) as rep:
            await rep.press("2")
            while answer_in(screen(rep).blocks.aim) != budget.id:
                await rep.press("down")
            await rep.press("enter")
            assert screen(rep).words.has_focus
            assert (screen(rep).words.aim, screen(rep).words.chosen) == (
                "transcript:3",
                budget.id,
            )
            assert "└" in rep.seen
            assert "▸ ◆ budget" in rep.seen
            await rep.press("enter")
            assert screen(rep).blocks.has_focus
            assert answer_in(screen(rep).blocks.aim) == budget.id
            assert "How much have you put aside" in rep.seen


async def test_words_of_answers_are_marked_by_more_than_colour(
    manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with reviewed(open_app, manager, kept) as rep:
        words = screen(rep).words
        block = words.turn("transcript:1")
        assert block is not None
        first, *tags = block.lines(60)
        assert first.plain.endswith("need: ¹trucks leave late; need: ²drivers wait")
        underlined = {
            first.plain[one.start : one.end] for one in first.spans if "underline" in str(one.style)
        }
        assert underlined == {"¹trucks leave late", "²drivers wait"}
        assert [" ".join(tag.plain.split()) for tag in tags] == [
            "└¹◆ need yes",
            "└²◆ need yes",
        ]
        words.choose(block.answers[0].id)
        block = words.turn("transcript:1")
        assert block is not None
        reversed_words = {
            first.plain[one.start : one.end]
            for one in block.lines(60)[0].spans
            if "reverse" in str(one.style)
        }
        assert reversed_words == {"¹trucks leave late"}


async def test_next_and_previous_answer_go_by_the_order_of_the_words(
    manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    quotes = {one.id: quote for quote, one in answers_of(manager, kept).items()}
    async with reviewed(open_app, manager, kept, (80, 24)) as rep:
        await rep.press("5")
        visited = []
        for key in ("n", "n", "n", "n", "p", "p", "p"):
            await rep.press(key)
            visited.append(quotes[screen(rep).words.chosen])
        assert visited == [
            *("trucks leave late", "drivers wait", "forty thousand", "forty thousand"),
            *("drivers wait", "trucks leave late", "trucks leave late"),
        ]
        await rep.press("1", "n")
        assert quotes[answer_in(screen(rep).blocks.aim)] == "drivers wait"


async def test_a_turn_without_an_answer_says_so(
    manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with reviewed(open_app, manager, kept) as rep:
        await rep.press("5", "home", "enter")
        assert "This turn gave no answer." in rep.seen


async def test_comments_on_the_call_an_answer_and_a_turn(
    bench: Workbench, manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    budget = answers_of(bench, kept)["forty thousand"]
    async with reviewed(open_app, manager, kept) as rep:
        await rep.press("C")
        await rep.press("ctrl+s")
        assert "needs words" in rep.complaint
        await rep.type("Well led.\nAsk about July.")
        await rep.press("ctrl+s")
        await rep.press("2")
        while answer_in(screen(rep).blocks.aim) != budget.id:
            await rep.press("down")
        await rep.press("c")
        assert "on budget: forty thousand" in rep.seen
        await rep.type("Euro or dollars?")
        await rep.press("ctrl+s")
        assert "» Max Boss: Euro or dollars?" in rep.seen
        await rep.press("5", "home", "c")
        assert "Dana: hello, how are the trucks" in rep.seen
        await rep.type("Nice opening")
        await rep.press("ctrl+s")
        assert "» Max Boss: Nice opening" in rep.seen
        assert "Comments 3" in rep.seen

    entries = [
        (one.action, one.by.id, one.text, one.answer_id, one.source, one.turn)
        for one in bench.store.reviews(kept)
    ]
    assert entries == [
        ("comment", "max", "Well led. Ask about July.", None, None, None),
        ("comment", "max", "Euro or dollars?", budget.id, None, None),
        ("comment", "max", "Nice opening", None, "transcript", 0),
    ]


async def test_a_rep_reads_the_comments_and_answers_but_does_not_judge(
    bench: Workbench, manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    reviewing.comment(manager, kept, "Who signs?", source="transcript", turn=3)
    async with reviewed(open_app, bench, kept) as rep:
        await rep.press("3")
        assert "Max Boss, manager, comments" in rep.seen
        assert "on Luis: budget: forty thousand" in page_of(rep)
        assert "reverse" not in rep.seen.splitlines()[-1]
        await rep.press("a", "r")
        assert "a manager agrees or reverses" in flat(rep)
        await rep.press("enter")
        assert screen(rep).words.aim == "transcript:3"
        await rep.press("c")
        await rep.type("His boss, I ask him")
        await rep.press("ctrl+s")
    assert [(one.by.id, one.turn) for one in bench.store.reviews(kept)] == [
        ("max", 3),
        ("dana", 3),
    ]
    assert len(bench.store.verdicts(kept)) == 1


async def test_a_manager_agrees(
    bench: Workbench, manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with reviewed(open_app, manager, kept) as rep:
        await rep.press("a")
        assert "In force is INCOMPLETE." in rep.seen
        await rep.type("Right so\n")
        await rep.press("3")
        assert "Max Boss, manager, agrees with incomplete" in rep.seen
    [entry] = bench.store.reviews(kept)
    assert (entry.action, entry.text, entry.verdict_number) == ("agree", "Right so", 1)
    assert bench.store.calls()[0].reviewed == "agreed"


async def test_a_manager_reverses_with_a_reason(
    bench: Workbench, manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with reviewed(open_app, manager, kept) as rep:
        await rep.press("r")
        rep.app.screen.query_one("#outcome", Choice).action_step(1)
        await rep.press("ctrl+s")
        assert "Give a reason" in rep.complaint
        rep.app.screen.query_one("#reason", Input).focus()
        await rep.type("No date was heard\n")
        assert "NURTURE 50" in rep.seen.splitlines()[0]
        assert "“No date was heard”" in rep.seen

    kept_verdicts = [
        (one.number, one.kind, one.verdict.outcome, one.reason, one.by.id if one.by else "")
        for one in bench.store.verdicts(kept)
    ]
    assert kept_verdicts == [
        (1, "system", Outcome.INCOMPLETE, "", ""),
        (2, "reversal", Outcome.NURTURE, "No date was heard", "max"),
    ]
    [entry] = bench.store.reviews(kept)
    assert (entry.action, entry.verdict_number) == ("reverse", 2)


async def test_an_open_call_is_not_judged(
    bench: Workbench, manager: Workbench, open_app: OpenCall
) -> None:
    call_id = start_call(bench, title="Going on")
    async with reviewed(open_app, manager, call_id) as rep:
        await rep.press("a", "r")
        assert rep.on_top == "ReviewScreen"
        assert "has to be ended first" in flat(rep)
        assert "No words are kept of this call." in rep.seen
        await rep.press("enter", "n", "5", "enter", "c", "escape")
    assert bench.store.verdicts(call_id) == ()


async def test_the_history_keeps_everything_with_who_and_when(
    bench: Workbench, manager: Workbench, kept: UUID, clock: Clock, open_app: OpenCall
) -> None:
    found = answers_of(bench, kept)
    live = LiveCall(bench, kept)
    live.keep_notes("need: a first wording")
    live.read_notes()
    clock.pass_seconds(60)
    live.keep_notes("need: a first wording indeed")
    live.close()
    clock.pass_seconds(60)
    deciding.confirm(bench, kept, found["forty thousand"].id)
    clock.pass_seconds(60)
    deciding.reject(bench, kept, found["drivers wait"].id, "hearsay")
    clock.pass_seconds(60)
    reviewing.agree(manager, kept, "fine")
    async with reviewed(open_app, manager, kept, (200, 60)) as rep:
        await rep.press("4")
        page = screen(rep).blocks
        lines = [" ".join(line.plain.split()) for block in page._blocks for line in block.lines(90)]
        assert lines == [
            "10 Mar 26 16:04 Max Boss ✓ agrees",
            "“fine”",
            "10 Mar 26 16:03 Dana Reyes rejected need",
            "drivers wait, yes, firm",
            "“hearsay”",
            "10 Mar 26 16:02 Dana Reyes confirmed budget",
            "forty thousand, yes, firm",
            "10 Mar 26 16:01 notes: a note line was revised",
            "need: a first wording → need: a first wording indeed",
            "10 Mar 26 16:00 the assistant found incomplete 50, version 1",
        ]
        await rep.press("home", "down", "enter")
        assert screen(rep).words.chosen == found["drivers wait"].id


async def test_notes_stand_below_the_transcript_and_are_reached(
    bench: Workbench, manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    live = LiveCall(bench, kept)
    live.keep_notes("timeline: before June\nnothing here")
    live.read_notes()
    live.close()
    async with reviewed(open_app, manager, kept) as rep:
        await rep.press("5", "end")
        assert "NOTES" in rep.seen
        assert screen(rep).words.aim == "notes:1"
        await rep.press("c")
        await rep.type("Empty line")
        await rep.press("ctrl+s")
    [entry] = bench.store.reviews(kept)
    assert (entry.source, entry.turn) == ("notes", 1)


async def test_what_somebody_else_did_is_seen_after_a_refresh(
    bench: Workbench, manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with reviewed(open_app, manager, kept) as rep:
        override_verdict(bench, kept, Outcome.DISQUALIFIED, "they went bankrupt")
        assert "DISQUALIFIED" not in rep.seen
        await rep.press("f5")
        assert "DISQUALIFIED" in rep.seen.splitlines()[0]
        assert "they went bankrupt" in rep.seen


async def test_three_thousand_turns_are_scrolled_without_widgets(
    bench: Workbench, manager: Workbench, open_app: OpenCall
) -> None:
    said = (
        f"Luis: need: number {number} is late" if number % 20 == 0 else f"Dana: and then {number}"
        for number in range(3000)
    )
    call_id = keep_call(bench, text="\n".join(said))
    async with reviewed(open_app, manager, call_id) as rep:
        assert [*screen(rep).words.walk_children(), *screen(rep).blocks.walk_children()] == []
        await rep.press("5", "end")
        assert screen(rep).words.aim == "transcript:2999"
        assert "and then 2999" in rep.seen
        await rep.press("home", "n", "n")
        assert screen(rep).words.aim == "transcript:40"
        assert "▸ ◆ need" in rep.seen
        drawn = sum(len(lines) for lines in screen(rep).words._lines.values())
        assert drawn < 400


async def test_the_narrow_window_shows_one_side_and_the_wide_one_both(
    manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with reviewed(open_app, manager, kept, (80, 24)) as rep:
        assert (screen(rep).words.display, screen(rep).blocks.display) == (False, True)
        await rep.press("w")
        assert (screen(rep).words.display, screen(rep).blocks.display) == (True, False)
        await rep.press("tab")
        assert screen(rep).blocks.has_focus
        await rep.pilot.resize_terminal(120, 40)
        await rep.settle()
        assert screen(rep).words.display
        assert screen(rep).blocks.display
        await rep.pilot.click("#words")
        await rep.settle()
        assert screen(rep).in_words


@pytest.mark.parametrize("size", [(1, 1), (5, 2), (20, 5), (40, 10), (300, 100)])
async def test_no_window_is_too_small_or_too_large(
    manager: Workbench, kept: UUID, open_app: OpenCall, size: tuple[int, int]
) -> None:
    async with reviewed(open_app, manager, kept) as rep:
        await rep.pilot.resize_terminal(*size)
        await rep.settle()
        for key in ("1", "2", "3", "4", "5", "n", "p", "w", "enter", "pagedown", "end"):
            await rep.press(key)
        for key in ("c", "C", "a", "r", "question_mark"):
            await rep.press(key)
            await rep.press("escape")
        assert rep.on_top == "ReviewScreen"
        await rep.press("q")
        assert rep.on_top == "CallsScreen"
        for key in ("2", "3", "1", "slash", "escape", "s", "S", "l", "escape", "n", "escape"):
            await rep.press(key)


async def test_a_call_that_is_gone_is_said(
    bench: Workbench, manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(manager) as rep:
        bench.store.forget_call(kept, bench.who, dry_run=False)
        await rep.press("r")
        assert rep.on_top == "CallsScreen"
        assert "There is no call" in rep.seen
