"""What a rep reads on the call screen, with half an eye."""

import re
from uuid import UUID

import pytest

from assistant.domain.verdict import CriterionStatus, Outcome, Verdict, WouldChange
from assistant.tui.signs import CARRIED, HEDGED, STATUS_SIGNS, SUPERSEDED
from assistant.tui.widgets.ask_next import AskNext
from assistant.tui.widgets.heard import Heard
from assistant.tui.widgets.verdict import change_lines
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MAX, BenchOf
from tests.tui.conftest import OpenCall


async def test_how_sure_a_reader_was_is_not_said_of_what_a_person_decided(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        assert "%" in rep.seen
        await rep.lead("c")
        assert "✓ need" in rep.seen
        assert "%" not in rep.seen


async def test_what_is_to_confirm_is_counted_where_it_is_shown(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks; budget: 40k; timeline: before June")
        assert "3 to confirm" in rep.seen
        await rep.press("ctrl+l", "g", "a", "m", "o", "u", "n", "t", "enter")
        assert "HEARD: AMOUNT" in rep.seen
        assert "1 to confirm" in rep.seen
        await rep.lead("c")
        assert "to confirm" not in rep.seen


@pytest.mark.parametrize(("height", "whole"), [(30, False), (40, True)])
async def test_other_wordings_are_there_in_full_where_there_is_height(
    bench: Workbench, call_id: UUID, open_app: OpenCall, height: int, whole: bool
) -> None:
    async with open_app(bench, call_id, (100, height)) as rep:
        others = [offer.say for offer in rep.call.view.next_questions[1:]]  # type: ignore[union-attr]
        assert len(others) == 2
        shown = " ".join(str(rep.app.screen.query_one(AskNext).render()).split())
        assert all(f"“{say}”" in shown for say in others) == whole


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
async def test_a_scrollbar_stands_apart_from_the_words(
    bench: Workbench, open_app: OpenCall, size: tuple[int, int]
) -> None:
    call_id = start_call(bench, banks=("bant", "discovery"), title="Two banks")
    async with open_app(bench, call_id, size) as rep:
        for number in range(40):
            await rep.note(f"need: trouble {number}; budget: {number}k; timeline: before May")
        heard = rep.app.screen.query_one(Heard)
        pane = heard.parent
        assert heard.size.height > pane.size.height  # type: ignore[union-attr]
        for one in rep.app.screen.query(".pane"):
            bar = one.vertical_scrollbar
            if one.display and one.region.width and bar.display:
                last = one.children[0].content_region.right
                assert last == bar.region.x - 1


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40)])
async def test_what_is_typed_stays_in_sight(
    bench: Workbench, call_id: UUID, open_app: OpenCall, size: tuple[int, int]
) -> None:
    async with open_app(bench, call_id, size) as rep:
        notes = rep.call.notes
        for number in range(20):
            await rep.note(f"need: trouble {number}")
        await rep.note("?what do they need")
        assert notes.content_region.contains_point(notes.cursor_screen_offset)
        await rep.press("escape")
        await rep.pilot.resize_terminal(60, 16)
        await rep.settle()
        assert notes.content_region.contains_point(notes.cursor_screen_offset)


async def test_a_call_without_a_title_of_its_own_names_its_lead_once(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, None, (120, 40)) as rep:
        assert bench.store.call(call_id).title == "Ines Ortega"  # type: ignore[union-attr]
        assert rep.seen.count("Ines Ortega") == 2


async def test_a_window_that_only_reads_along_says_so_to_who_types(
    bench: Workbench, bench_of: BenchOf, call_id: UUID, open_app: OpenCall
) -> None:
    theirs = bench_of(MAX)
    live = LiveCall(theirs, call_id)
    async with open_app(bench, call_id) as rep:
        assert "read only" in rep.seen
        await rep.type("my words")
        assert "This window only reads along; ^L t takes the call over." in rep.words
        assert rep.call.notes.text == ""
        live.close()
        await rep.lead("t")
        await rep.type("my words")
        assert rep.call.notes.text == "my words"


async def test_a_bank_says_how_many_questions_it_has(bench: Workbench, open_app: OpenCall) -> None:
    asks = sum(len(gate.questions) for gate in bench.bank("bant").gates)
    async with open_app(bench) as rep:
        await rep.press("n")
        assert f"BANT  {asks} questions" in rep.seen


@pytest.mark.parametrize(("width", "told"), [(29, "✗ Challenges"), (40, "✗ Challenges unmet")])
def test_what_would_change_a_verdict_is_told_to_the_end(
    bench: Workbench, width: int, told: str
) -> None:
    bank = bench.bank("champ")
    change = WouldChange(
        criterion="challenges", to=CriterionStatus.UNMET, outcome=Outcome.DISQUALIFIED
    )
    verdict = Verdict(
        bank="champ",
        bank_version=1,
        outcome=Outcome.NURTURE,
        score=1,
        reasons=(),
        would_change=(change,),
    )
    assert [one.plain for one in change_lines(bank, verdict, width)][2:] == [
        f"{told} → disqualified"
    ]


async def test_a_form_says_which_keys_do_it(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("e")
        assert "^S does it, Esc leaves" in rep.seen
        await rep.press("ctrl+s")
        assert rep.on_top == "CallScreen"


async def test_the_help_explains_every_sign_of_an_answer(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id, (120, 100)) as rep:
        await rep.lead("question_mark")
        for sign in (*STATUS_SIGNS.values(), CARRIED, SUPERSEDED, HEDGED):
            assert re.search(rf"{re.escape(sign.mark)} +{sign.word}", rep.seen)


async def test_the_gates_stay_where_they_are_while_the_question_is_in_sight(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id, (100, 30)) as rep:
        assert "GATES" in rep.seen
        await rep.press("ctrl+l", "g", *"rank", "enter")
        assert "GATES" not in rep.seen
        assert re.search("▸ . rank", rep.seen)
        await rep.press("escape")
        assert re.search("▸ . pain", rep.seen)


@pytest.mark.parametrize("size", [(100, 24), (120, 24), (200, 24)])
async def test_a_scrollbar_of_a_leads_page_stands_apart_from_the_words(
    bench: Workbench, open_app: OpenCall, size: tuple[int, int]
) -> None:
    lead = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline"))
    async with open_app(bench, size=size) as rep:
        rep.app.open_lead(lead.id)
        await rep.settle()
        about = rep.app.screen.query_one("#about")
        assert about.vertical_scrollbar.display
        assert about.children[0].content_region.right == about.vertical_scrollbar.region.x - 1
        assert about.styles.scrollbar_background == about.styles.background
        assert "0 points, not engaged yet" in rep.seen
        assert "engaged from 50" in rep.seen
