"""The annotation screen: moving, deciding, marking words, undo."""

from uuid import UUID

import pytest
from textual.widgets import Input

from assistant.domain.answers import Status
from assistant.domain.fields import Field, Polarity
from assistant.tui.modals.choose_field import LETTERS, ChooseField
from assistant.tui.review.index import answer_in
from assistant.workflows.wiring import Workbench
from tests.tui.annotating import answers_of, keep_luis, quote, screen, states
from tests.tui.conftest import OpenCall


@pytest.fixture
def kept(bench: Workbench) -> UUID:
    return keep_luis(bench)


# Moving


async def test_it_opens_at_the_first_answer_to_decide_on(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        assert quote(rep) == "trucks leave late"
        assert answer_in(screen(rep).blocks.aim) == screen(rep).words.chosen
        assert "unsure" in rep.seen.splitlines()[0]
        assert screen(rep).words.has_focus


async def test_moving_on_one_side_moves_the_other(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    budget = answers_of(bench, kept)["forty thousand"]
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("down", "down")
        assert screen(rep).words.aim == "transcript:3"
        assert answer_in(screen(rep).blocks.aim) == budget.id
        await rep.press("tab", "home")
        assert screen(rep).blocks.has_focus
        while answer_in(screen(rep).blocks.aim) != answers_of(bench, kept)["drivers wait"].id:
            await rep.press("down")
        assert screen(rep).words.aim == "transcript:1"
        assert quote(rep) == "drivers wait"


async def test_jumps_go_round_in_both_directions(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        visited = []
        for key in ("right", "right", "right", "right", "left", "left"):
            await rep.press(key)
            visited.append(quote(rep))
        assert visited == [
            *("drivers wait", "forty thousand", "nothing at all, sorry", "trucks leave late"),
            *("nothing at all, sorry", "forty thousand"),
        ]
        await rep.press("c", "n")
        assert quote(rep) == "nothing at all, sorry"
        await rep.press("n", "N")
        assert quote(rep) == "nothing at all, sorry"


async def test_to_the_next_field_question_and_contradiction(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    against = [quote for quote, one in answers_of(bench, kept).items() if one.contradicts]
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("f")
        assert screen(rep).answer is not None
        assert quote(rep) in {"forty thousand", "nothing at all, sorry"}
        await rep.press("f")
        assert quote(rep) == "trucks leave late"
        await rep.press("home", "a")
        assert screen(rep).words.aim == "transcript:2"
        await rep.press("a")
        assert screen(rep).words.aim == "transcript:0"
        await rep.press("A")
        assert screen(rep).words.aim == "transcript:2"
        await rep.press("x")
        assert (quote(rep) in against) if against else "No answer contradicts" in rep.seen


async def test_a_narrow_window_shows_one_side(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept, size=(80, 24)) as rep:
        assert (screen(rep).words.display, screen(rep).blocks.display) == (True, False)
        await rep.press("enter")
        assert (screen(rep).words.display, screen(rep).blocks.display) == (False, True)
        assert quote(rep) == "trucks leave late"
        await rep.press("n")
        assert quote(rep) == "drivers wait"
        await rep.press("a")
        assert screen(rep).words.has_focus
        assert screen(rep).words.aim == "transcript:2"


# Deciding


async def test_answers_are_confirmed_rejected_and_taken_back(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    before = states(bench, kept)
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("space", "r", "n", "c")
        assert states(bench, kept) == {
            "trucks leave late": "confirmed",
            "drivers wait": "rejected",
            "forty thousand": "suggested",
            "nothing at all, sorry": "confirmed",
        }
        await rep.press("u", "u", "u")
        assert states(bench, kept) == before
        await rep.press("u")
        assert "nothing of yours to take back" in rep.seen


async def test_an_answer_is_retagged_and_its_polarity_changed(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("t")
        assert "“trucks leave late”" in rep.seen
        await rep.press("g")
        await rep.press("p")
        answer = answers_of(bench, kept)["trucks leave late"]
        assert (answer.field, answer.polarity, answer.status) == (
            *(Field.GOAL, Polarity.NO, Status.EDITED),
        )
        await rep.press("p", "p")
        assert answers_of(bench, kept)["trucks leave late"].polarity is Polarity.YES
        await rep.press("t", "escape")
        assert answers_of(bench, kept)["trucks leave late"].field is Field.GOAL


async def test_a_value_is_put_right(bench: Workbench, kept: UUID, open_app: OpenCall) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("f", "e")
        rep.app.screen.query_one("#value", Input).value = "41,000"
        await rep.press("ctrl+s")
        assert "41,000" in rep.seen
    edited = [one for one in bench.store.answers(kept) if one.status is Status.EDITED]
    assert [getattr(one.value, "text", "") for one in edited] == ["41,000"]


async def test_every_field_has_a_letter_of_its_own() -> None:
    assert set(LETTERS) == set(Field)
    assert len(set(LETTERS.values())) == len(LETTERS)


# Words as an answer


async def test_missed_words_are_marked_by_keys_alone(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("home", "down", "down", "down", "down", "m")
        assert "“no”" in rep.seen.splitlines()[-1]
        await rep.press("right", "right", "right", "right", "space", "right", "right")
        assert "“Ana I guess”" in rep.seen.splitlines()[-1]
        await rep.press("shift+left", "left", "enter")
        assert isinstance(rep.app.screen, ChooseField)
        await rep.press("a")
        assert screen(rep).selection is None
        assert quote(rep) == "Ana"
        assert "✓ authority" in rep.seen
    answer = answers_of(bench, kept)["Ana"]
    assert answer.evidence is not None
    assert (answer.field, answer.evidence.turn, answer.evidence.start) == (Field.AUTHORITY, 4, 19)
    assert (answer.status, answer.found_by) == (Status.CONFIRMED, "person")


async def test_an_answers_words_can_be_widened_and_left(
    bench: Workbench, kept: UUID, open_app: OpenCall
) -> None:
    before = states(bench, kept)
    async with open_app(bench, annotate=kept) as rep:
        await rep.press("m", "shift+right")
        assert "“trucks leave late; need”" in rep.seen.splitlines()[-1]
        await rep.press("c", "r", "down")
        assert "“hello" not in rep.seen.splitlines()[-1]
        assert "“and”" in rep.seen.splitlines()[-1]
        await rep.press("escape")
        assert "Esc" not in rep.seen.splitlines()[-1]
        assert rep.on_top == "AnnotationScreen"
    assert states(bench, kept) == before
