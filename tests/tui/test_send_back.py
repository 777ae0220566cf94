"""A call is sent back with words on its answers and turns, all from one form."""

from uuid import UUID

import pytest

from assistant.tui.modals.send_back import SendBack
from assistant.tui.screens.review import ReviewScreen
from assistant.tui.widgets.choice import Choice
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf
from tests.tui.annotating import answers_of, keep_luis
from tests.tui.conftest import OpenCall, Rep


@pytest.fixture
def kept(bench: Workbench) -> UUID:
    return keep_luis(bench)


@pytest.fixture
def manager(bench_of: BenchOf) -> Workbench:
    return bench_of(MANAGER)


async def begin(rep: Rep, call_id: UUID) -> SendBack:
    """Open the form from the review."""
    rep.app.open_review(call_id)
    await rep.settle()
    await rep.press("b")
    assert isinstance(rep.app.screen, SendBack)
    return rep.app.screen


def choose(form: SendBack, answer: str) -> None:
    """Choose an answer by its id; "" chooses a turn by its place."""
    known = [one.answer_id for one in form._offered]
    at = known.index(answer) if answer else len(known)
    form.query_one("#on", Choice).action_choose_option(at)


def remarks(bench: Workbench, call_id: UUID) -> set[tuple[str, str, str | None, int | None]]:
    return {(one.action, one.text, one.answer_id, one.turn) for one in bench.store.reviews(call_id)}


async def test_remarks_on_an_answer_and_on_a_turn_go_with_it(
    manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    answer = answers_of(manager, kept)["forty thousand"].id
    need = answers_of(manager, kept)["drivers wait"].id
    async with open_app(manager, size=(120, 50)) as rep:
        form = await begin(rep, kept)
        await rep.type("Two things")
        choose(form, answer)
        form.query_one("#remark").focus()
        await rep.type("which currency?\n")
        assert "which currency?" in rep.words
        choose(form, "")
        await rep.settle()
        form.query_one("#turn").focus()
        await rep.type("transcript:4\n")
        await rep.type("ask Ana\n")
        choose(form, need)
        form.query_one("#remark").focus()
        await rep.type("how long?")
        await rep.press("ctrl+s")
        assert isinstance(rep.app.screen, ReviewScreen)

    assert remarks(manager, kept) == {
        ("return", "Two things", None, None),
        ("comment", "which currency?", answer, None),
        ("comment", "ask Ana", None, 4),
        ("comment", "how long?", need, None),
    }
    entries = manager.store.reviews(kept)
    (back,) = (one for one in entries if one.action == "return")
    assert {one.part_of for one in entries if one.action == "comment"} == {back.id}


async def test_what_is_wrong_is_said_in_the_form_and_nothing_is_sent(
    manager: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(manager, size=(120, 50)) as rep:
        form = await begin(rep, kept)
        await rep.press("ctrl+s")
        assert "needs words" in rep.complaint
        choose(form, "")
        form.query_one("#remark").focus()
        await rep.type("ask Ana\n")
        assert "which turn" in rep.complaint
        form.query_one("#turn").focus()
        await rep.type("transcript:99\n")
        await rep.press("enter")
        assert "no turn 'transcript:99'" in rep.complaint

    assert remarks(manager, kept) == set()
