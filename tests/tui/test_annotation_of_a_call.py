"""The annotation screen: marks of turns, the call as a whole, its keys, what lies beside."""

from uuid import UUID

import pytest
from textual.widgets import Input

from assistant.domain.fields import Side
from assistant.domain.marks import in_force
from assistant.domain.transcript import Turn
from assistant.settings.keys import AnnotationKeys
from assistant.tui.annotation.commands import annotation_commands, backward_keys
from assistant.tui.app import Annotated, AssistantApp, Found
from assistant.tui.screens.annotation import AnnotationScreen
from assistant.tui.screens.beside import CompareScreen, NotesBesideScreen
from assistant.tui.widgets.choice import Choice
from assistant.workflows import marking, reviewing
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.reviewing import find_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.annotating import keep_luis, screen, states
from tests.tui.conftest import OpenCall, Rep
from tests.tui.kept import keep_call


@pytest.fixture
def kept(bench: Workbench) -> UUID:
    return keep_luis(bench)


# Turns


async def test_bookmarks_are_put_found_and_taken_away(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("end", "k", "home", "j")
        assert screen(rep).words.aim == "transcript:5"
        assert "⚑ bookmark  Dana Reyes" in rep.seen
        await rep.press("k", "j")
        assert "There is no bookmark" in rep.seen
        await rep.press("u")
        assert "⚑" in rep.seen
    assert list(in_force(bench.store.turn_marks(kept), "bookmark")) == [("transcript", 5)]


async def test_a_speaker_is_put_right_and_the_turn_read_again(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("s")
        assert "Luis: need: trucks" in rep.seen
        await rep.press("ctrl+s")
        assert "spoken by Dana" in rep.seen
        here = screen(rep).words.turn("transcript:1")
        assert here is not None
        assert (here.speaker, here.answers) == ("Dana", ())
        await rep.press("u")
        back = screen(rep).words.turn("transcript:1")
        assert back is not None
        assert back.speaker == "Luis"
        assert len(back.answers) == 2
    assert bench.store.sources(kept)[0].turns[1].speaker == "Luis"


async def test_all_turns_of_a_speaker_are_put_right_and_taken_back_at_once(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("s")
        assert "all 4 of Luis" in rep.seen
        rep.app.screen.query_one("#turns", Choice).action_step(1)
        await rep.press("ctrl+s")
        assert {turn.speaker for turn in turns_shown(rep)} == {"Dana"}
        await rep.press("u")
        assert [turn.speaker for turn in turns_shown(rep)] == [
            "Dana", "Luis", "Dana", "Luis", "Luis", "Luis",
        ]  # fmt: skip


def turns_shown(rep: Rep) -> list[Turn]:
    index = screen(rep).index
    assert index is not None
    return [turn for one in index.view.call.sources for turn in one.turns]


async def test_somebody_new_spoke(bench: Workbench, kept: UUID, open_app: OpenCall) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("end", "s")
        who = rep.app.screen.query_one("#who", Choice)
        who.action_step(-1)
        await rep.press("ctrl+s")
        assert "Say who spoke" in rep.complaint
        rep.app.screen.query_one("#name", Input).value = "Ana [b]Ruiz"
        rep.app.screen.query_one("#side", Choice).action_step(2)
        await rep.press("ctrl+s")
        assert "spoken by Ana [b]Ruiz" in rep.seen
    [mark] = in_force(bench.store.turn_marks(kept), "speaker").values()
    assert (mark.text, mark.side) == ("Ana [b]Ruiz", Side.OTHER)


async def test_a_comment_on_a_turn_is_seen_by_the_manager(
    bench: Workbench, bench_of: BenchOf, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("home", "w")
        await rep.type("Nice opening")
        await rep.press("ctrl+s")
        assert "» Dana Reyes: Nice opening" in rep.seen
    [entry] = reviewing.open_review(bench_of(MANAGER), kept).reviews
    assert (entry.source, entry.turn, entry.text) == ("transcript", 0, "Nice opening")


async def test_a_comment_is_taken_back(bench: Workbench, kept: UUID, open_app: OpenCall) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("home", "w")
        await rep.type("Nice opening")
        await rep.press("ctrl+s")
        await rep.press("u")
        assert "your comment “Nice opening” is gone" in rep.words.replace("▌ ", "")
        assert "» Dana Reyes" not in rep.seen
        await rep.press("3")
        assert "Nobody has said anything yet" in rep.words
        await rep.press("4")
        assert "⟲ takes back a" in rep.words
    assert len(bench.store.reviews(kept)) == 2


async def test_the_program_begins_with_the_annotation_of_a_call(
    bench: Workbench, kept: UUID
) -> None:
    app = AssistantApp(bench, start=Annotated(lambda bench: Found(find_call(bench, "").id)))
    async with app.run_test(size=(120, 40)) as pilot:
        await Rep(app, pilot).settle()
    assert "no call" in str(app.refused)
    app = AssistantApp(bench, start=Annotated(lambda _: Found(kept)))
    async with app.run_test(size=(120, 40)) as pilot:
        rep = Rep(app, pilot)
        await rep.settle()
        assert (rep.on_top, screen(rep).call_id) == ("AnnotationScreen", kept)
        await rep.press("q")
        assert rep.on_top == "CallsScreen"


# The call


async def test_the_verdict_is_recorded_anew_when_it_is_done(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("r", "right", "r")
        assert ", now " in rep.seen.splitlines()[0]
        await rep.press("d")
        assert "Recorded: " in rep.seen
        assert ", now " not in rep.seen.splitlines()[0]
        await rep.press("d")
        assert "Nothing has changed" in rep.seen
    assert len(bench.store.verdicts(kept)) == 2


async def test_a_call_that_goes_on_has_no_verdict_to_record(
    bench: Workbench, open_app: OpenCall
) -> None:
    call_id = start_call(bench, title="Going on")
    async with open_app(bench, annotate=call_id) as rep:
        for key in ("d", "c", "r", "e", "t", "p", "m", "s", "k", "n", "x", "f", "a", "j", "i"):
            await rep.press(key)
            assert rep.on_top in {"AnnotationScreen", "NotesBesideScreen"}
        assert bench.store.verdicts(call_id) == ()


async def test_notes_stand_beside_the_words_of_their_time(
    bench: Workbench, kept: UUID, clock: Clock, open_app: OpenCall
) -> None:
    live = LiveCall(bench, kept)
    clock.pass_seconds(64)
    live.keep_notes("budget: forty it seems")
    live.read_notes()
    live.close()
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("i")
        assert isinstance(rep.app.screen, NotesBesideScreen)
        await rep.press("n")
        [line] = [one for one in rep.seen.splitlines() if "forty it seems" in one]
        assert "budget: forty thousand" in line
        await rep.press("enter")
        assert screen(rep).words.aim == "transcript:3"


async def test_two_calls_of_a_lead_are_compared(
    bench: Workbench, kept: UUID, clock: Clock, open_app: OpenCall
) -> None:
    clock.pass_seconds(86400)
    lead = bench.store.leads()[0]
    said = "Dana: hi\nLuis: need: trucks leave late; budget: fifty thousand; timeline: by June"
    later = keep_call(bench, lead, text=said, name="again.txt")
    async with open_app(bench, annotate=later) as rep:
        await rep.press("y")
        assert isinstance(rep.app.screen, CompareScreen)
        rows = [" ".join(line.split()) for line in rep.seen.splitlines()]
        assert any(row.startswith("+ timeline") and row.endswith("new") for row in rows)
        assert any("10 Mar 26" in row and "11 Mar 26" in row for row in rows)
        assert any(row.split()[:2] == ["~", "need"] for row in rows)
        await rep.press("c", "c", "o", "escape")
        assert rep.on_top == "AnnotationScreen"


async def test_a_lead_with_one_call_has_nothing_to_compare(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("y")
        assert "no other call" in rep.seen
        assert rep.on_top == "AnnotationScreen"


# Keys


async def test_letters_are_those_of_the_settings(
    bench_of: BenchOf, kept: UUID, open_app: OpenCall
) -> None:
    bench = bench_of(annotation_keys={"confirm": "z", "next_unsure": "h"})
    async with open_app(bench, annotate=kept) as rep:
        assert "z confirm" in rep.seen.splitlines()[-1]
        await rep.press("c")
        assert states(bench, kept)["trucks leave late"] == "suggested"
        await rep.press("z", "h", "H")
        assert states(bench, kept)["trucks leave late"] == "confirmed"
        await rep.lead("u")
        assert states(bench, kept)["trucks leave late"] == "suggested"


async def test_every_command_has_an_action_and_its_letter() -> None:
    commands = annotation_commands(AnnotationKeys())

    assert len({one.key for one in commands}) == len(commands) == len(AnnotationKeys.model_fields)
    missing = [one for one in commands if not hasattr(AnnotationScreen, f"action_{one.action}")]
    assert missing == []
    back = backward_keys(AnnotationKeys())
    assert set(back) == {"N", "X", "F", "A", "J"}
    assert all(hasattr(AnnotationScreen, f"action_{action}") for action in back.values())
    assert "N" not in backward_keys(AnnotationKeys(mark="N"))


@pytest.mark.parametrize("size", [(1, 1), (5, 2), (20, 5), (40, 10), (300, 100)])
async def test_no_window_is_too_small_or_too_large(
    bench: Workbench, kept: UUID, open_app: OpenCall, size: tuple[int, int]
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.pilot.resize_terminal(*size)
        await rep.settle()
        for key in ("n", "f", "right", "tab", "1", "2", "3", "4", "5", "k", "enter", "end"):
            await rep.press(key)
        for key in ("m", "t", "s", "w", "e", "i", "question_mark"):
            await rep.press(key)
            await rep.press("escape")
        assert rep.on_top == "AnnotationScreen"
        await rep.press("q")
        assert rep.on_top == "CallsScreen"


async def test_it_opens_from_the_lists_and_from_the_review(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench) as rep:
        await rep.press("e")
        assert rep.on_top == "AnnotationScreen"
        await rep.press("q", "r", "e")
        assert rep.on_top == "AnnotationScreen"
        assert screen(rep).call_id == kept


async def test_markup_and_wide_letters_are_shown_and_marked_as_they_are(
    bench: Workbench, open_app: OpenCall
) -> None:
    call_id = keep_call(bench, text="Dana: hi\nLuis: the [red]価格 is 高い \x1b[31m ok")
    async with open_app(bench, annotate=call_id) as rep:
        await rep.press("end", "m", "right", "enter", "o")
        assert "[red]価格" in rep.seen
    [answer] = bench.store.answers(call_id)
    assert answer.evidence is not None
    assert answer.evidence.quote == "red]価格"


async def test_what_somebody_else_did_is_seen_after_a_refresh(
    bench: Workbench, bench_of: BenchOf, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        marking.bookmark(bench_of(MANAGER), kept, "transcript", 0, "watch this")
        await rep.press("f5")
        assert "⚑ watch this  Max Boss" in rep.seen
