"""Questions in the notes: asked, answered under them, never kept."""

from uuid import UUID

import pytest

from assistant.domain.calls import Consent
from assistant.tui.widgets.reply import ReplyPane
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock
from tests.tui.conftest import OpenCall, Rep

TRANSCRIPT = """Dana: hello there, can you hear me
Luis: yes, go on
Luis: budget: forty thousand
Dana: our data is encrypted
Luis: the security people [b]want[/b] an audit \x1b[31m first
Dana: fine
"""


def reply(rep: Rep) -> str:
    """What the reply pane shows; "" where there is none."""
    pane = rep.call.query_one(ReplyPane)
    return str(pane.render()) if pane.display else ""


async def test_a_question_is_answered_under_the_notes_and_leaves_them(
    bench: Workbench, call_id: UUID, open_app: OpenCall, clock: Clock
) -> None:
    async with open_app(bench, call_id) as rep:
        clock.pass_seconds(75)
        await rep.note("authority: the CFO signs")
        await rep.note("?who signs")
        assert rep.call.notes.text == "authority: the CFO signs\n"
        assert "“the CFO signs”" in reply(rep)
        assert "notes 01:15" in reply(rep)
        await rep.note("?zebras")
        assert "Nobody said anything about “zebras” in this call." in reply(rep)
        await rep.press("escape")
        assert reply(rep) == ""
        await rep.note("need: late trucks")

    assert bench.store.draft(call_id) == "authority: the CFO signs\nneed: late trucks\n"
    kept = [line.text for line in bench.store.note_history(call_id)]
    assert kept == ["authority: the CFO signs", "need: late trucks"]
    assert {one.key for one in bench.store.answers(call_id)} == {"authority", "need"}


async def test_a_reply_knows_the_line_that_was_finished_just_before(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.type("half of a line")
        await rep.type(" that goes on\nauthority: the CFO signs\n?who signs\n")
        assert "“the CFO signs”" in reply(rep)


async def test_a_question_that_is_not_asked_yet_is_marked_and_not_stored(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.type("a note\n?budget: 40k")
        row = rep.call.notes.render_line(1).text
        assert row.strip().startswith("?  ?budget: 40k")
        assert row.rstrip().endswith("not a note, Enter asks")
        await rep.press("up")
        await rep.until(lambda: bench.store.draft(call_id) == "a note\n")
        await rep.pilot.press("ctrl+q")

    assert bench.store.draft(call_id) == "a note\n"
    assert [line.text for line in bench.store.note_history(call_id)] == ["a note"]
    assert bench.store.answers(call_id) == ()


async def test_up_and_down_bring_questions_back(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        for line in ("a note", "?budget", "?who signs", "?budget"):
            await rep.note(line)
        seen = []
        await rep.type("?")
        for key in ("up", "up", "down", "down"):
            await rep.press(key)
            seen.append(rep.call.notes.row)
        assert seen == ["?budget", "?who signs", "?budget", "?"]
        await rep.press("up")
        await rep.type(" of trucks")
        await rep.press("up")
        assert rep.call.notes.cursor_location[0] == 0
        assert rep.call.notes.text == "a note\n?budget of trucks"


async def test_arrows_move_in_notes_as_ever(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.type("one\ntwo\n?")
        await rep.press("up")
        assert rep.call.notes.cursor_location[0] == 1
        await rep.press("up", "down", "down")
        assert rep.call.notes.cursor_location[0] == 2


async def test_the_words_of_a_reply_are_shown_among_those_around_them(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.paste(TRANSCRIPT)
        await rep.note("?what did they say about security")
        assert "[b]want[/b]" in reply(rep)
        await rep.lead("j")
        assert rep.on_top == "WordsAround"
        assert "our data is encrypted" in rep.seen
        assert "1 of 1" in rep.seen
        assert "\x1b" not in rep.seen
        await rep.press("escape")
        assert rep.on_top == "CallScreen"


async def test_a_reply_without_words_says_so(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.lead("j")
        assert "Ask first" in rep.seen
        await rep.note("?next")
        await rep.lead("j")
        assert rep.on_top == "CallScreen"
        assert "rests on no words" in rep.seen


async def test_earlier_calls_of_the_lead_answer_too(
    bench: Workbench, call_id: UUID, open_app: OpenCall, clock: Clock
) -> None:
    live = LiveCall(bench, call_id)
    live.keep_notes("authority: Priya Nair signs")
    live.read_notes()
    live.close()
    before = bench.store.call(call_id)
    assert before is not None
    clock.pass_seconds(9 * 86_400)
    later = start_call(bench, lead_id=before.lead_id, banks=("bant",), consent=Consent.NOT_NEEDED)
    async with open_app(bench, later) as rep:
        await rep.note("?who signs")
        assert "no answer in this call; on 10 March 2026" in reply(rep)
        assert "10 March 2026, notes 00:00" in reply(rep)
        await rep.lead("j")
        assert "authority: Priya Nair signs" in rep.seen


async def test_a_paste_of_several_lines_asks_nothing(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.paste("need: late trucks\n? maybe june\n")
        assert rep.call.notes.text == "need: late trucks\n- ? maybe june\n"
        assert reply(rep) == ""


async def test_a_tag_forces_a_field_and_an_unknown_one_is_told_once(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("#auth the CFO signs")
        assert "authority" in rep.call.notes.render_line(0).text
        await rep.note("#bugdet 40k")
        assert "Did you mean #budget?" in rep.seen
        rep.app.clear_notifications()
        await rep.note("and more")
        assert "Did you mean" not in rep.seen

    async with open_app(bench, call_id) as rep:
        await rep.note("resumed")
        assert "Did you mean" not in rep.seen

    assert {(one.key, one.found_by) for one in bench.store.answers(call_id)} == {
        ("authority", "rule:note_tag")
    }


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 12)])
async def test_a_reply_fits_every_size_and_leaves_the_notes_in_sight(
    bench: Workbench, call_id: UUID, open_app: OpenCall, size: tuple[int, int]
) -> None:
    async with open_app(bench, call_id, size) as rep:
        for number in range(12):
            await rep.note(f"need: trouble number {number} " + "\u202e very long " * 30)
        await rep.note("?what do they need")
        pane = rep.call.query_one(ReplyPane)
        assert all(len(line) <= size[0] for line in str(pane.render()).split("\n"))
        assert rep.call.notes.region.height >= 3
        assert pane.region.bottom <= size[1]
