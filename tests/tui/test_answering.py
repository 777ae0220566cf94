"""Deciding on answers, and answering by hand."""

from uuid import UUID

import pytest
from textual.widgets import Input

from assistant.domain.answers import Status
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.wording import value_text
from assistant.tui.widgets.choice import Choice
from assistant.tui.widgets.heard import MOST
from assistant.workflows.live_call import start_call
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import OpenCall, Rep


def stored(bench: Workbench, call_id: UUID) -> dict[str, Status]:
    return {value_text(one.value): one.status for one in bench.store.answers(call_id)}


async def test_commands_act_on_the_latest_suggestion_unless_another_is_aimed_at(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks; need: lost pallets; need: angry drivers")
        await rep.lead("c")
        await rep.lead("n")
        await rep.lead("r")

    assert stored(bench, call_id) == {
        "angry drivers": Status.CONFIRMED,
        "lost pallets": Status.SUGGESTED,
        "late trucks": Status.REJECTED,
    }


async def test_an_answer_that_arrives_while_the_menu_is_open_is_not_decided_on(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.press("ctrl+l")
        assert "need: late trucks" in rep.seen
        screen = rep.app.screen_stack[-2]
        rep.app.ask(screen, lambda: None, lambda _: screen.keeper.read())  # type: ignore[attr-defined]
        screen.notes.insert("budget: 40k\n", screen.notes.document.end)  # type: ignore[attr-defined]
        await rep.settle()
        await rep.press("c")

    assert stored(bench, call_id) == {"late trucks": Status.CONFIRMED, "40k": Status.SUGGESTED}


async def test_undo_takes_decisions_back_one_after_the_other(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("c")
        await rep.lead("r")
        assert stored(bench, call_id) == {"late trucks": Status.REJECTED}
        await rep.lead("u")
        assert stored(bench, call_id) == {"late trucks": Status.CONFIRMED}
        await rep.lead("u")
        assert stored(bench, call_id) == {"late trucks": Status.SUGGESTED}


async def test_undo_says_what_it_took_back_and_when_there_is_nothing(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("u")
        assert "There is no decision of yours to take back." in rep.seen
        await rep.lead("c")
        await rep.lead("u")
        assert "Taken back: need “late trucks” is suggested again." in rep.seen


async def test_the_words_of_an_answer_are_jumped_to(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("they said need: late trucks, every day")
        await rep.lead("j")
        assert rep.on_top == "WordsAround"
        assert "they said need: late trucks, every day" in rep.seen
        assert rep.seen.count("Ines Ortega") == 2
        await rep.press("escape")
        assert rep.call.notes.has_focus


async def test_a_notice_lies_neither_over_the_notes_nor_over_a_reply(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id, (80, 24)) as rep:
        await rep.note("need: late trucks")
        await rep.note("?need")
        await rep.lead("u")
        await rep.until(lambda: "There is no decision" in rep.seen)
        rows = rep.seen.splitlines()
        notice = max(at for at, row in enumerate(rows) if "to take back." in row)
        assert notice < rep.call.notes.region.y


async def test_an_answer_is_put_right(bench: Workbench, call_id: UUID, open_app: OpenCall) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: forty grand")
        await rep.lead("e")
        form = rep.app.screen
        assert "“forty grand”" in rep.seen
        form.query_one("#value", Input).value = "40,000 USD"
        form.query_one("#field", Choice).focus()
        while form.query_one("#field", Choice).value != "budget":
            await rep.press("right")
        await rep.press("tab", "tab", "right", "ctrl+s")
        assert rep.call.notes.has_focus

    [answer] = bench.store.answers(call_id)
    assert (answer.field, value_text(answer.value)) == (Field.BUDGET, "40,000 USD")
    assert (answer.polarity, answer.certainty) == (Polarity.YES, Certainty.HEDGED)
    assert answer.status is Status.EDITED
    assert answer.evidence is not None
    assert answer.evidence.quote == "forty grand"


async def test_a_form_that_is_left_changes_nothing(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.note("need: late trucks")
        await rep.lead("e")
        await rep.press("escape")

    assert stored(bench, call_id) == {"late trucks": Status.SUGGESTED}


async def test_without_an_answer_there_is_nothing_to_decide_on(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        for key in "cren":
            await rep.lead(key)
        assert "no answer to decide on" in rep.seen

    assert bench.store.decisions(call_id) == ()


async def choose(rep: Rep, words: str) -> None:
    await rep.lead("g")
    await rep.type(words + "\n")


@pytest.mark.parametrize(
    ("question", "keys", "value", "polarity"),
    [
        ("considered_us", "1", "yes", Polarity.YES),
        ("considered_us", "2", "no", Polarity.NO),
        ("trouble", "4", "3", Polarity.YES),
    ],
)
async def test_a_question_is_answered_by_hand(
    bench: Workbench,
    open_app: OpenCall,
    question: str,
    keys: str,
    value: str,
    polarity: Polarity,
) -> None:
    call_id = start_call(bench, banks=("discovery",))
    async with open_app(bench, call_id) as rep:
        await choose(rep, question)
        assert "YOUR CHOICE" in rep.seen
        await rep.lead("w")
        await rep.press(keys)
        assert "ASK NEXT" in rep.seen

    [answer] = bench.store.answers(call_id)
    assert answer.key.endswith(question)
    assert (value_text(answer.value), answer.polarity) == (value, polarity)


async def test_a_field_question_is_answered_in_words(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await choose(rep, "budget.amount")
        await rep.lead("w")
        await rep.type("40k a year\n")

    [answer] = bench.store.answers(call_id)
    assert (answer.key, value_text(answer.value)) == ("budget", "40k a year")


@pytest.mark.parametrize(
    ("key", "state"), [("a", "asked"), ("s", "skipped"), ("d", "not_applicable")]
)
async def test_a_question_is_marked_and_the_mark_taken_back(
    bench: Workbench, call_id: UUID, open_app: OpenCall, key: str, state: str
) -> None:
    async with open_app(bench, call_id) as rep:
        await choose(rep, "budget.amount")
        await rep.lead(key)
        assert [one.state for one in bench.store.question_marks(call_id)] == [state]
        await choose(rep, "budget.amount")
        await rep.lead(key)

    assert [one.state for one in bench.store.question_marks(call_id)] == ["open"]


async def test_asked_goes_on_to_another_question(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        first = rep.call.current_question
        await rep.lead("a")
        assert rep.call.current_question not in {"", first}


async def test_a_contradiction_is_shown_with_what_it_is_against(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.paste("Dana: hello\nLuis: budget: 90k\nDana: right\nLuis: indeed")
        await rep.note("budget!: none at all")
        assert "against 90k" in rep.seen
        assert "transcript Luis" in rep.seen
        assert "contradicted" in rep.seen


async def test_a_long_list_says_how_much_more_there_is(
    bench: Workbench, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, call_id) as rep:
        await rep.paste("".join(f"need: reason {number}\n" for number in range(MOST + 7)))
        await rep.until(lambda: f"{MOST + 7} to confirm" in rep.seen)
        drawn = [line.plain.strip() for line in rep.call.heard.lines(60)]
        assert drawn[-1] == "and 7 more"
