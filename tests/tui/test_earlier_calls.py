"""What a lead's earlier calls said: before the next call, and in it until it is told anew."""

from uuid import UUID

import pytest

from assistant.domain.answers import Status
from assistant.domain.values import Label
from assistant.domain.wording import value_text
from assistant.workflows.live_call import LiveCall, start_call
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock
from tests.tui.conftest import OpenCall

WEEK = 7 * 24 * 3600


@pytest.fixture
def before(bench: Workbench, call_id: UUID, clock: Clock) -> UUID:
    """The lead of two calls, on 10 and 17 March. In the second one the budget is another."""
    lead_id = bench.store.leads()[0].id
    first = LiveCall(bench, call_id)
    first.end("need: late trucks\nbudget: 20k")
    first.close()
    clock.pass_seconds(WEEK)
    second = LiveCall(bench, start_call(bench, lead_id=lead_id))
    second.end("budget!: none at all")
    second.close()
    clock.pass_seconds(WEEK)
    return lead_id


async def test_they_are_shown_before_the_next_call(
    bench: Workbench, before: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench) as rep:
        await rep.press("2", "n")
        for words in ("Earlier calls said", "« need  late trucks", "10 March 2026"):
            assert words in rep.seen
        assert "« budget  none at all" in rep.seen
        assert "≠ before: 20k" in rep.seen
        await rep.press("shift+tab")
        await rep.type(" the Younger")
        assert "Earlier calls said" not in rep.seen


async def test_they_stand_where_this_call_has_no_answer_and_count_once_confirmed(
    bench: Workbench, before: UUID, open_app: OpenCall
) -> None:
    call_id = start_call(bench, lead_id=before)
    async with open_app(bench, call_id) as rep:
        assert "« late trucks" in rep.seen
        assert "call of 17 March 2026" in rep.seen
        assert "INCOMPLETE" in rep.seen
        assert [one.status for one in rep.call.view.core if one.answers] == []  # type: ignore[union-attr]
        await rep.lead("n")
        await rep.lead("c")
        assert "call of 10 March 2026, confirmed" in rep.seen

    [kept] = bench.store.answers(call_id)
    assert isinstance(kept.value, Label)
    assert (kept.key, kept.status, kept.value.text) == ("need", Status.CONFIRMED, "late trucks")
    assert kept.evidence is None


async def test_what_holds_no_more_is_set_aside(
    bench: Workbench, before: UUID, open_app: OpenCall
) -> None:
    call_id = start_call(bench, lead_id=before)
    async with open_app(bench, call_id) as rep:
        await rep.lead("r")
        assert "none at all" not in rep.seen
        assert "late trucks" in rep.seen

    assert [(one.key, one.status) for one in bench.store.answers(call_id)] == [
        ("budget", Status.REJECTED)
    ]


async def test_what_is_said_now_stands_against_what_was_said_then(
    bench: Workbench, before: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, start_call(bench, lead_id=before)) as rep:
        await rep.note("budget: 20k")
        assert "against none at all" in rep.seen
        assert "call of 17 March 2026" in rep.seen


async def test_the_words_of_an_earlier_call_are_jumped_to(
    bench: Workbench, before: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, start_call(bench, lead_id=before)) as rep:
        await rep.lead("j")
        assert rep.on_top == "WordsAround"
        assert ", 17 March 2026, notes" in rep.seen
        assert "budget!: none at all" in rep.seen


async def test_a_question_that_two_banks_share_is_asked_once(
    bench: Workbench, open_app: OpenCall
) -> None:
    async with open_app(bench, start_call(bench, banks=("bant", "champ"))) as rep:
        assert "BANT + CHAMP" in rep.seen
        view = rep.call.view
        assert view is not None
        shown = [one.question.id for gate in view.gates for one in gate.questions]
        both = {one.id for one in view.banks[0].questions} & {
            one.id for one in view.banks[1].questions
        }
        assert both
        assert len(shown) == len(set(shown))


async def test_what_an_earlier_call_said_is_put_right_directly_and_undo_brings_it_back(
    bench: Workbench, before: UUID, open_app: OpenCall
) -> None:
    call_id = start_call(bench, lead_id=before)
    async with open_app(bench, call_id) as rep:
        first = rep.seen
        await rep.lead("e")
        assert rep.on_top == "EditAnswer"
        await rep.press("ctrl+u")
        await rep.type("30k")
        await rep.press("ctrl+s")
        await rep.until(lambda: rep.on_top == "CallScreen")
        [kept] = bench.store.answers(call_id)
        assert (kept.key, kept.status, value_text(kept.value)) == ("budget", Status.EDITED, "30k")
        assert "call of 17 March 2026, edited" in rep.seen
        assert "late trucks" in rep.seen
        await rep.lead("u")
        assert "is from an earlier call again" in rep.words
        rep.app.clear_notifications()
        await rep.settle()
        assert rep.seen == first


@pytest.mark.parametrize("key", ["c", "r"])
async def test_undo_offers_what_an_earlier_call_said_as_before(
    bench: Workbench, before: UUID, open_app: OpenCall, key: str
) -> None:
    async with open_app(bench, start_call(bench, lead_id=before)) as rep:
        first = rep.seen
        await rep.lead(key)
        assert rep.seen != first
        await rep.lead("u")
        rep.app.clear_notifications()
        await rep.settle()
        assert rep.seen == first
