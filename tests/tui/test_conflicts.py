"""What two people said apart from each other stands on the screen, and one side is chosen there."""

from uuid import UUID

import pytest

from assistant.domain.fields import Field
from assistant.domain.verdict import Outcome
from assistant.tui.review.conflicts import side_in
from assistant.tui.screens.review import ReviewScreen
from assistant.workflows import deciding, reviewing
from assistant.workflows.conflicts import conflicts_of
from assistant.workflows.ending import override_verdict
from assistant.workflows.viewing import call_of
from tests.fakes.two_stores import Two, a_call, answer_to
from tests.tui.conftest import OpenCall, Rep


@pytest.fixture
def call_id(two: Two) -> UUID:
    """A call whose budget and verdict Dana and Max saw differently, in both stores."""
    made = a_call(two.rep)
    two.send(two.rep, two.manager, made)
    answer = answer_to(two.rep, made, Field.BUDGET)
    deciding.confirm(two.rep, made, answer)
    override_verdict(two.rep, made, Outcome.NURTURE, "frozen until summer")
    two.manager_clock.pass_seconds(60)
    deciding.reject(two.manager, made, answer)
    reviewing.reverse(two.manager, made, Outcome.DISQUALIFIED, "no plant at all")
    two.send(two.rep, two.manager, made)
    two.send(two.manager, two.rep, made)
    return made


def sides(rep: Rep) -> list[str]:
    assert isinstance(rep.app.screen, ReviewScreen)
    return [key for key in rep.app.screen.blocks.keys if side_in(key) is not None]


async def choose(rep: Rep, side: str) -> None:
    assert isinstance(rep.app.screen, ReviewScreen)
    rep.app.screen.blocks.aim_at(side)
    await rep.press("enter")


async def test_both_sides_stand_on_the_review_and_one_is_put_into_force(
    two: Two, call_id: UUID, open_app: OpenCall
) -> None:
    answer = answer_to(two.manager, call_id, Field.BUDGET)
    async with open_app(two.manager, size=(120, 60)) as rep:
        rep.app.open_review(call_id)
        await rep.settle()
        for told in ("⇄ 2 apart", "Said apart", "kept: confirmed", "in force: rejected",
                     "the verdict", "kept: nurture: frozen until summer",
                     "in force: disqualified: no plant at all"):  # fmt: skip
            assert told in rep.words
        assert len(sides(rep)) == 4

        await choose(rep, sides(rep)[0])
        assert rep.on_top == "ChooseSide"
        assert "▸ Dana Reyes: confirmed" in rep.words
        await rep.press("enter")

        assert "⇄ 1 apart" in rep.words
        assert len(sides(rep)) == 2
        await choose(rep, sides(rep)[0])
        await rep.type("we looked at it together")
        await rep.press("enter")
        assert "apart" not in rep.words

    (stands,) = (one for one in two.manager.store.answers(call_id) if one.id == answer)
    latest = two.manager.store.verdicts(call_id)[-1]
    assert stands.status == "confirmed"
    assert (latest.verdict.outcome, latest.reason) == ("nurture", "we looked at it together")
    assert conflicts_of(two.manager, call_of(two.manager, call_id)) == ()


async def test_leaving_the_form_chooses_nothing(
    two: Two, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(two.manager, size=(120, 60)) as rep:
        rep.app.open_review(call_id)
        await rep.settle()
        await choose(rep, sides(rep)[0])
        await rep.press("escape")

        assert len(sides(rep)) == 4


async def test_the_annotation_screen_shows_them_too(
    two: Two, call_id: UUID, open_app: OpenCall
) -> None:
    async with open_app(two.rep, size=(120, 60), annotate=call_id) as rep:
        assert "⇄ 2 apart" in rep.words
        await rep.press("2")
        assert "in force: disqualified: no plant at all" in rep.words


async def test_the_queue_marks_them(two: Two, call_id: UUID, open_app: OpenCall) -> None:
    async with open_app(two.manager) as rep:
        rep.app.open_queue()
        await rep.settle()
        await rep.press("/", "ctrl+u")
        await rep.type("is:conflict\n")
        assert "1 call" in rep.words
        assert "⇄ said apart" in rep.words
