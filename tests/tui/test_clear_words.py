"""What stands on the screens can be taken in one way only."""

import re
from uuid import UUID

import pytest

from assistant.domain.fields import Kind
from assistant.domain.people import Who
from assistant.domain.verdict import Outcome
from assistant.tui.drawing import spoken
from assistant.tui.widgets.choice import Choice
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.ending import override_verdict
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.saving import save_annotation
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.conftest import OpenCall
from tests.tui.kept import keep_call

LEFT, RIGHT = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"


async def test_a_count_of_answers_stands_apart_from_the_state_of_their_gate(
    bench: Workbench, open_app: OpenCall
) -> None:
    call = keep_call(bench)
    async with open_app(bench, annotate=call) as rep:
        assert "1 of 2 · passes" in rep.seen
        assert "0 of 2 · open" in rep.seen


async def test_a_gate_without_questions_of_its_own_counts_none(
    bench: Workbench, open_app: OpenCall
) -> None:
    call_id = start_call(bench, banks=("bant", "champ"), title="Two banks")
    live = LiveCall(bench, call_id)
    live.keep_notes("need: late trucks")
    live.read_notes()
    live.close()
    async with open_app(bench, annotate=call_id) as rep:
        await rep.press("tab", "end")
        assert "asked above · " in rep.seen
        assert "0 of 0" not in rep.seen


async def test_a_title_of_a_gate_stands_in_full_beside_what_is_said_of_it(
    bench: Workbench, open_app: OpenCall
) -> None:
    call_id = start_call(bench, banks=("bant", "champ"), title="Two banks")
    async with open_app(bench, call_id, (120, 60)) as rep:
        assert "○ Prioritization" in rep.seen


async def test_one_answer_is_one(bench: Workbench, call_id: UUID, open_app: OpenCall) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("v")
        assert "Rests on one unconfirmed answer." in rep.seen
        await rep.press("escape")
        await rep.note("budget: 40k")
        await rep.lead("v")
        assert "Rests on 2 unconfirmed answers." in rep.seen


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("How often?", "“How often?”"),
        ("I noted “40k”. Firm?", f"“I noted {LEFT}40k{RIGHT}. Firm?”"),
        ("", "“”"),
    ],
)
def test_quotation_marks_within_others_are_single(said: str, shown: str) -> None:
    assert spoken(said) == shown


async def test_the_next_question_is_no_quotation_in_a_quotation(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: plan by hand; budget?: about forty grand; timeline: by June")
        await rep.note("authority!: not mine to sign")
        assert f"“I noted {LEFT}about forty grand{RIGHT}. How firm is that?”" in rep.words


async def test_the_programs_verdict_is_the_assistants_on_every_screen(
    bench: Workbench, bench_of: BenchOf, open_app: OpenCall
) -> None:
    call = keep_call(bench)
    override_verdict(bench, call, Outcome.NURTURE, "Frozen until summer")
    async with open_app(bench_of(MANAGER), size=(200, 50)) as rep:
        assert "nurture ≠ assistant incomplete" in rep.seen
        await rep.press("4")
        assert "assistant: incomplete" in rep.seen
        await rep.press("enter")
        assert "assistant  incomplete" in rep.seen


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
async def test_whose_verdict_it_is_stands_in_full(
    bench: Workbench, bench_of: BenchOf, open_app: OpenCall, size: tuple[int, int]
) -> None:
    call = keep_call(bench)
    priya = Who(id="priya", name="Priya Ramanathan-Oyelaran")
    override_verdict(bench_of(priya), call, Outcome.NURTURE, "Frozen until summer")
    async with open_app(bench_of(MANAGER), size=size) as rep:
        rep.app.open_review(call)
        await rep.settle()
        sides = rep.seen.partition("Whose verdict")[2]
        assert "Priya Ramanathan-Oyelaran" in sides
        assert sides.count("10 Mar 26") >= 2


async def test_days_are_written_alike_on_a_leads_page(
    bench: Workbench, clock: Clock, open_app: OpenCall
) -> None:
    lead = add_lead(bench, NewLead(name="Luis Ortega"))
    keep_call(bench, lead)
    async with open_app(bench) as rep:
        await rep.press("2")
        assert "last call 10 Mar 26" in rep.seen
        await rep.press("enter")
        assert "Added      10 Mar 26" in rep.seen
        assert "2026" not in rep.seen


async def test_a_letter_chooses_the_next_option_that_begins_with_it(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("e")
        field = rep.app.screen.query_one("#field", Choice)
        field.focus()
        chosen = []
        for letter in ("b", "c", "c", "x"):
            await rep.press(letter)
            chosen.append(field.value)
        assert chosen == ["budget", "company_size", "competition", "competition"]
        assert rep.on_top == "EditAnswer"


async def test_the_place_of_words_is_told_with_a_date_as_elsewhere(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("j")
        assert "Ines Ortega, 10 March 2026, notes" in rep.seen


async def test_an_answer_of_the_leads_record_says_where_it_is_from(
    bench: Workbench, open_app: OpenCall
) -> None:
    lead = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline", sector="logistics"))
    call = keep_call(bench, lead)
    async with open_app(bench, annotate=call) as rep:
        assert "the lead's record" in rep.seen
        assert "lead industry" not in rep.seen


async def test_a_call_without_a_lead_has_its_title_once(
    bench: Workbench, open_app: OpenCall
) -> None:
    keep_call(bench, name="board.txt")
    async with open_app(bench) as rep:
        [row] = [line for line in rep.seen.splitlines() if "10 Mar 26" in line]
        assert row.count("board.txt") == 1
        assert "board.txt · no lead" in rep.seen


@pytest.mark.parametrize("width", [80, 120])
async def test_a_hit_says_who_spoke_and_when_however_long_the_names_are(
    bench: Workbench, open_app: OpenCall, width: int
) -> None:
    company = "Northern Consolidated Freight and Cold-Chain Holdings of the Upper Valley"
    lead = add_lead(bench, NewLead(name="Bartholomew Featherstonehaugh-Wellesley", account=company))
    keep_call(bench, lead)
    async with open_app(bench, size=(width, 30)) as rep:
        await rep.press("5")
        await rep.type("trucks\n")
        assert "2 found" in rep.top_line
        assert "Dana 00:05" in rep.seen
        assert "Luis 00:12" in rep.seen


async def test_nothing_is_found_only_where_something_was_looked_for(
    bench: Workbench, open_app: OpenCall
) -> None:
    keep_call(bench)
    async with open_app(bench) as rep:
        await rep.press("5")
        await rep.type("field")
        await rep.until(lambda: "Nothing was found." in rep.seen)
        await rep.type(":nope\n")
        assert '"field" is never "nope"' in rep.words
        assert "Nothing was found." not in rep.seen
        assert "0 found" not in rep.seen
        for _ in ":nope":
            await rep.press("backspace")
        await rep.until(lambda: "Nothing was found." in rep.seen)
        await rep.press("ctrl+u")
        await rep.type("trucks\n")
        assert "2 found" in rep.top_line


async def test_a_cleared_filter_lists_all_after_one_that_could_not_be_read(
    bench: Workbench, bench_of: BenchOf, open_app: OpenCall
) -> None:
    keep_call(bench)
    async with open_app(bench_of(MANAGER)) as rep:
        await rep.press("4", "slash", "ctrl+u")
        await rep.type("rep:nobody\n")
        assert "No call matches" in rep.seen
        await rep.press("slash", "ctrl+u")
        await rep.type("score:high\n")
        await rep.press("ctrl+u")
        await rep.until(lambda: "1 call" in rep.seen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_all_of_a_scorecard_is_in_sight(
    bench: Workbench, open_app: OpenCall, size: tuple[int, int]
) -> None:
    call = keep_call(bench)
    async with open_app(bench, size=size) as rep:
        rep.app.open_review(call)
        await rep.settle()
        await rep.press("s", "enter")
        assert rep.on_top == "FillCard"
        for words in (
            "Need in the prospect's words",
            "Consent to the recording",
            "Note on all of it",
            "^S keeps it.",
            "Said what the call is for",
        ):
            assert words in rep.seen


async def test_what_can_be_chosen_of_a_scorecard_stands_in_full(
    bench: Workbench, open_app: OpenCall
) -> None:
    call = keep_call(bench)
    async with open_app(bench, size=(80, 24)) as rep:
        rep.app.open_review(call)
        await rep.settle()
        await rep.press("s", "enter", *["tab"] * 5)
        assert "or none, or how it begins." in rep.seen


async def test_what_a_persons_verdict_does_not_follow_from_is_the_assistants(
    bench: Workbench, open_app: OpenCall
) -> None:
    call = keep_call(bench)
    async with open_app(bench, size=(120, 40)) as rep:
        rep.app.open_review(call)
        await rep.settle()
        assert "Next: " in rep.words
        override_verdict(bench, call, Outcome.QUALIFIED, "He said he pays.")
        await rep.press("f5")
        assert "Next, as the assistant sees it: " in rep.words
    async with open_app(bench, annotate=call) as rep:
        assert "QUALIFIED" in rep.top_line
        assert ", now" not in rep.top_line


async def test_notes_from_a_file_are_spoken_by_nobody(bench: Workbench, open_app: OpenCall) -> None:
    read = annotate_text(bench, "need: late trucks\n", AnnotateOptions(kind=Kind.NOTES))
    async with open_app(bench, annotate=save_annotation(bench, read)) as rep:
        assert "NOTES FILE" in rep.seen
        assert "notes file, suggested" in rep.seen
        await rep.press("s")
        assert rep.on_top == "AnnotationScreen"
        assert "Notes have no speaker" in rep.words


async def test_where_words_are_ends_with_a_sign_if_it_is_cut(
    bench: Workbench, open_app: OpenCall
) -> None:
    name = "Bartholomew Featherstonehaugh"
    call = keep_call(bench, text=f"[00:00:05] Dana: hello\n[00:00:12] {name}: need: late trucks\n")
    async with open_app(bench, size=(80, 24), annotate=call) as rep:
        await rep.press("tab")
        assert f"transcript 00:12 {name}, suggested" in rep.seen
    async with open_app(bench, size=(100, 30), annotate=call) as rep:
        assert re.search(r"transcript 00:12 Bartholomew \w*…", rep.seen)


async def test_the_day_tells_a_call_from_others_where_its_names_are_long(
    bench: Workbench, open_app: OpenCall
) -> None:
    company = "Northern Consolidated Freight and Cold-Chain Holdings of the Upper Valley"
    lead = add_lead(bench, NewLead(name="Bartholomew Featherstonehaugh", account=company))
    call = keep_call(bench, lead)
    async with open_app(bench, size=(120, 40), annotate=call) as rep:
        assert "Featherstonehaugh  ·  rep Dana Reyes  ·  10 Mar 26" in rep.top_line


async def test_notes_beside_a_transcript_have_times_in_a_narrow_window(
    bench: Workbench, clock: Clock, open_app: OpenCall
) -> None:
    call = keep_call(bench)
    live = LiveCall(bench, call)
    clock.pass_seconds(64)
    live.keep_notes("forty it is")
    live.close()
    async with open_app(bench, size=(80, 24), annotate=call) as rep:
        await rep.press("i")
        assert "00:12 Luis" in rep.seen
        assert "01:04 forty it is" in rep.seen
