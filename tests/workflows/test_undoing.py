"""Undo goes back through everything that a person did to a call, each act at once."""

from uuid import UUID

import pytest

from assistant.domain.answers import Answer
from assistant.domain.calls import ReviewEntry, standing
from assistant.domain.fields import Side
from assistant.domain.marks import TurnMark, in_force
from assistant.workflows import deciding, marking, reviewing
from assistant.workflows.undoing import undo_last
from assistant.workflows.viewing import call_of, sources_of
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import MANAGER, BenchOf, Clock
from tests.tui.annotating import answers_of, keep_luis


@pytest.fixture
def kept(bench: Workbench) -> UUID:
    return keep_luis(bench)


def said(bench: Workbench, call_id: UUID) -> list[str]:
    return [one.text for one in standing(bench.store.reviews(call_id))]


def spoken(bench: Workbench, call_id: UUID) -> list[str | None]:
    (source,) = sources_of(bench, call_of(bench, call_id))
    return [turn.speaker for turn in source.turns]


def test_a_comment_is_taken_back_and_both_acts_are_kept(
    bench: Workbench, kept: UUID, clock: Clock
) -> None:
    answer = answers_of(bench, kept)["forty thousand"].id
    reviewing.comment(bench, kept, "on the call")
    clock.pass_seconds(1)
    deciding.confirm(bench, kept, answer)
    clock.pass_seconds(1)
    reviewing.comment(bench, kept, "on the answer", answer_id=answer)
    clock.pass_seconds(1)

    taken = [undo_last(bench, kept) for _ in range(4)]

    kinds = [type(one) for one in taken]
    assert kinds == [ReviewEntry, Answer, ReviewEntry, type(None)]
    assert [one.text for one in taken if isinstance(one, ReviewEntry)] == [
        "on the answer", "on the call",
    ]  # fmt: skip
    assert said(bench, kept) == []
    assert [one.action for one in bench.store.reviews(kept)] == [
        "comment", "comment", "take_back", "take_back",
    ]  # fmt: skip
    view = reviewing.open_review(bench, kept)
    assert view.state == ""
    assert "takes back a comment" in reviewing.review_as(bench, kept, "text")


def test_what_others_said_and_what_was_sent_back_stays(
    bench: Workbench, bench_of: BenchOf, kept: UUID
) -> None:
    manager = bench_of(MANAGER)
    remark = reviewing.Remark(text="which currency?", source="transcript", turn=3)
    reviewing.return_call(manager, kept, "two things", [remark])
    reviewing.comment(manager, kept, "alone")

    assert undo_last(bench, kept) is None
    assert isinstance(undo_last(manager, kept), ReviewEntry)
    assert undo_last(manager, kept) is None

    assert sorted(said(bench, kept)) == ["two things", "which currency?"]
    assert reviewing.open_review(bench, kept).state == "returned"


def test_all_turns_of_a_speaker_are_put_right_and_taken_back_at_once(
    bench: Workbench, kept: UUID
) -> None:
    before = spoken(bench, kept)
    assert before == ["Dana", "Luis", "Dana", "Luis", "Luis", "Luis"]
    marking.name_speaker(bench, kept, "transcript", 4, "Ana", Side.OTHER)

    marks = marking.name_speaker(bench, kept, "transcript", 1, "Luisa", None, everywhere=True)

    assert [one.turn for one in marks] == [1, 3, 5]
    assert spoken(bench, kept) == ["Dana", "Luisa", "Dana", "Luisa", "Ana", "Luisa"]
    taken = undo_last(bench, kept)
    assert isinstance(taken, TurnMark)
    assert (taken.turn, taken.kind) == (1, "speaker")
    assert spoken(bench, kept) == ["Dana", "Luis", "Dana", "Luis", "Ana", "Luis"]
    undo_last(bench, kept)
    assert spoken(bench, kept) == before
    assert undo_last(bench, kept) is None


def test_as_transcribed_puts_all_turns_of_a_speaker_back(bench: Workbench, kept: UUID) -> None:
    before = spoken(bench, kept)
    marking.name_speaker(bench, kept, "transcript", 1, "Dana", None, everywhere=True)
    assert set(spoken(bench, kept)) == {"Dana"}

    marks = marking.name_speaker(bench, kept, "transcript", 1, None, None, everywhere=True)

    assert [one.turn for one in marks] == [1, 3, 4, 5]
    assert spoken(bench, kept) == before
    assert in_force(bench.store.turn_marks(kept), "speaker") == {}
