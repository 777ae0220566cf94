"""Notes: finished lines, drafts, pastes, and what is marked in them."""

from uuid import UUID

from assistant.domain.inert import make_inert
from assistant.tui.widgets.notes import NotesEditor
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock
from tests.tui.conftest import OpenCall

TRANSCRIPT = "\n".join(
    ["Dana: hello there, can you hear me", "Luis: yes, go on", "Dana: ask: need.pain"] * 3
    + ["Luis: need: late trucks"]
)


def lines(bench: Workbench, call_id: UUID) -> list[str]:
    there = [one for one in bench.store.note_lines(call_id) if one.position is not None]
    return [one.text for one in sorted(there, key=lambda one: one.position or 0)]


async def test_a_line_is_stored_when_it_is_finished_and_not_before(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.type("need: late")
        assert lines(bench, call_id) == []
        await rep.type(" trucks\n")
        assert lines(bench, call_id) == ["need: late trucks"]
        await rep.type("budget: 40k")
        await rep.press("up")
        assert lines(bench, call_id) == ["need: late trucks", "budget: 40k"]


async def test_a_line_that_is_changed_is_read_again(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.press("up", "end")
        await rep.type(" every day")
        await rep.press("down")
        assert "“late trucks every day”" in rep.seen

    assert lines(bench, call_id) == ["need: late trucks every day"]


async def test_a_line_that_is_deleted_takes_its_suggestion_along(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.press("up", "ctrl+shift+k")
        assert "to confirm" not in rep.seen

    assert lines(bench, call_id) == []


async def test_marked_lines_show_their_time_a_sign_and_what_they_answer(
    bench: Workbench, call_id: UUID, open_app: OpenCall, clock: Clock
) -> None:
    async with open_app(bench, call_id) as rep:
        clock.pass_seconds(75)
        await rep.note("so, need: late trucks")
        await rep.note("nothing to hear")
        await rep.note("nothing to hear")
        notes = rep.call.notes
        first, second = notes.render_line(0), notes.render_line(1)
        assert first.text.startswith("01:15 ◆  so, need: late trucks")
        assert first.text.rstrip().endswith("need")
        assert second.text.rstrip() == "01:15    nothing to hear"
        underlined = "".join(one.text for one in first if one.style and one.style.underline)
        assert underlined == "late trucks"
        await rep.lead("c")
        assert notes.render_line(0).text.startswith("01:15 ✓")


async def test_what_is_typed_is_stored_though_the_line_is_not_finished(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.type("half a thou")
        await rep.until(lambda: bench.store.draft(call_id) == "half a thou")
        assert "saved" in rep.seen
    async with open_app(bench, call_id) as rep:
        assert rep.call.notes.text == "half a thou"
        assert rep.call.notes.cursor_location == (0, 11)


async def test_the_last_keys_are_stored_when_the_program_is_left(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.type("need: late trucks\nand one more th")
        await rep.pilot.press("ctrl+q")

    assert bench.store.draft(call_id) == "need: late trucks\nand one more th"
    assert lines(bench, call_id) == ["need: late trucks", "and one more th"]


async def test_keys_are_taken_before_the_call_is_open(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    bench.store.save_draft(call_id, "from before")
    async with open_app(bench) as rep:
        rep.app.open_call(call_id)
        await rep.type("typed at once")
        assert rep.call.notes.text == "from before\ntyped at once"


async def test_a_pasted_transcript_is_taken_in_and_not_into_the_notes(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.paste(TRANSCRIPT)
        assert rep.call.notes.text == ""
        assert "“late trucks”" in rep.seen
        assert "transcript Luis" in rep.seen
        assert not rep.call.reading.display

    [source] = bench.store.sources(call_id)
    assert (source.format, len(source.turns)) == ("name_text", 10)


async def test_other_pasted_lines_are_notes(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.paste("need: late trucks\r\nbudget: 40k\r\n")
        assert rep.call.notes.text == "need: late trucks\nbudget: 40k\n"
        assert "2 to confirm" in rep.seen

    assert bench.store.sources(call_id) == ()
    assert lines(bench, call_id) == ["need: late trucks", "budget: 40k"]


async def test_a_long_paste_is_taken_whole(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    text = "\n".join(f"note number {number}" for number in range(2_500))
    async with open_app(bench, call_id) as rep:
        rep.call.keeper.can_read = False
        await rep.paste(text)
        await rep.until(lambda: rep.call.notes.document.line_count == 2_500)
        assert rep.call.notes.text == text
        assert rep.call.notes.cursor_location == (2_499, len("note number 2499"))


async def test_what_is_typed_while_a_long_paste_goes_in_stands_behind_it(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    text = "\n".join(f"note number {number}" for number in range(3_500))
    async with open_app(bench, call_id) as rep:
        rep.call.keeper.can_read = False
        await rep.type("above ")
        rep.call.notes.take_paste(text)
        assert rep.call.notes.document.line_count == 1_001
        await rep.type("!?")
        await rep.until(lambda: rep.call.notes.document.line_count == 3_500)
        assert rep.call.notes.text == f"above {text}!?"
        assert rep.call.notes.cursor_location == (3_499, len("note number 3499!?"))


async def test_pasted_control_characters_become_visible(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    hostile = "a\x1b[31mred\x07 [bold]b[/bold] \u202eflip"
    async with open_app(bench, call_id) as rep:
        await rep.paste(hostile)
        assert rep.call.notes.text == make_inert(hostile)
        assert "\x1b" not in rep.seen
        assert "[bold]b[/bold]" in rep.seen


async def test_a_transcript_waits_for_consent_where_the_settings_say_so(
    bench_of: object, call_id: UUID, open_app: OpenCall
) -> None:
    from assistant.workflows.live_call import start_call

    bench: Workbench = bench_of(consent="block")  # type: ignore[operator]
    other = start_call(bench, title="Not asked yet")
    async with open_app(bench, other) as rep:
        await rep.paste(TRANSCRIPT)
        assert "Consent to recording" in rep.seen
        await rep.press("escape")
        assert bench.store.sources(other) == ()
        await rep.paste(TRANSCRIPT)
        await rep.press("1")

    stored = bench.store.call(other)
    assert stored is not None
    assert stored.consent.value == "asked_and_agreed"
    assert len(bench.store.sources(other)) == 1


async def test_the_notes_keep_the_focus_when_something_else_is_clicked(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        for selector in ("#top", "#gates", "#heard", "#verdict", "#ask"):
            await rep.pilot.click(selector)
            await rep.settle()
            assert rep.app.focused is rep.app.screen.query_one(NotesEditor)
        await rep.press("tab", "shift+tab")
        assert rep.app.focused is rep.app.screen.query_one(NotesEditor)
