"""Which answers are shown, in which order; which rows of the notes are marked."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from assistant.domain.answers import Answer, Evidence, Status
from assistant.domain.calls import NoteLine
from assistant.domain.fields import Field, Polarity
from assistant.domain.values import Count, Label
from assistant.domain.wording import own_value
from assistant.tui.heard import heard_answers, pending, place_text, words_of
from assistant.tui.note_marks import NoteMarks, RowMark
from assistant.tui.signs import SUPERSEDED
from assistant.workflows.live_call import LiveCall
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)


def answer(name: str, minute: int, **changes: object) -> Answer:
    basis = Answer(
        id=name,
        field=Field.NEED,
        evidence=Evidence(source="notes", turn=minute, start=0, end=len(name), quote=name),
        polarity=Polarity.YES,
        found_by="rule:x",
        at=NOW + timedelta(minutes=minute),
    )
    return basis.model_copy(update=changes)


@pytest.fixture
def view(bench: Workbench, call_id: UUID) -> CallView:
    live = LiveCall(bench, call_id)
    view = live.view()
    live.close()
    return view


def with_answers(view: CallView, *answers: Answer) -> CallView:
    return view.model_copy(update={"answers": answers})


def test_what_is_to_be_decided_comes_first_and_the_latest_before_the_earlier(
    view: CallView,
) -> None:
    view = with_answers(
        view,
        answer("confirmed", 9, status=Status.CONFIRMED),
        answer("first", 1),
        answer("second", 2),
        answer("rejected", 3, status=Status.REJECTED),
        answer("superseded", 4, superseded_by="second"),
        answer("stale", 5, stale=True),
        answer("from the lead", 6, evidence=None),
    )

    assert [one.id for one in pending(view)] == ["second", "first"]
    assert [one.id for one in heard_answers(view)] == ["second", "first", "confirmed"]


def test_answers_of_the_same_moment_keep_the_order_of_their_words_the_last_first(
    view: CallView,
) -> None:
    view = with_answers(view, answer("one", 1), answer("two", 1))

    assert [one.id for one in pending(view)] == ["two", "one"]


@pytest.mark.parametrize(
    ("changes", "own", "few"),
    [
        ({"value": Label(text="Late Trucks")}, "", "Late Trucks"),
        ({"value": Label(text="trucks")}, "", "trucks"),
        ({"value": Label(text="lorries")}, "lorries", "lorries"),
        ({"value": Count(count=2, unit="trucks")}, "2 trucks", "2 trucks"),
        ({}, "", "late trucks"),
        ({"evidence": None}, "", "yes"),
    ],
)
def test_a_value_is_shown_where_it_says_more_than_the_words(
    changes: dict[str, object], own: str, few: str
) -> None:
    one = answer("late trucks", 1, **changes)

    assert (own_value(one), words_of(one)) == (own, few)


def test_where_an_answer_is_from(view: CallView) -> None:
    line = NoteLine(number=1, revision=0, position=0, text="late", seconds=75, at=NOW)
    view = view.model_copy(update={"lines": (line,)})
    by_hand = answer("late", 1, evidence=None, found_by="person")

    assert place_text(view, answer("late", 1)) == "notes 01:15"
    assert place_text(view, by_hand) == "by hand"
    spoken = Evidence(source="transcript", turn=3, start=0, end=4, quote="late", speaker="Luis")
    assert place_text(view, answer("late", 1, evidence=spoken)) == "transcript Luis"


def noted(number: int, text: str) -> NoteLine:
    return NoteLine(
        number=number, revision=0, position=number, text=text, seconds=number * 60.0, at=NOW
    )


def test_rows_are_marked_by_their_words(view: CallView) -> None:
    lines = (noted(1, "late trucks"), noted(2, "yes"), noted(3, "yes"))
    marks = NoteMarks(
        with_answers(view, answer("late", 1), answer("gone", 2, stale=True)).model_copy(
            update={"lines": lines}
        )
    )
    rows = ["  late trucks ", "yes", "", "yes", "being typed"]
    found = [marks.of_row(rows, number) for number in range(len(rows))]

    assert [mark and mark.seconds for mark in found] == [60, 120, None, 180, None]
    assert [len(mark.words) if mark else 0 for mark in found] == [1, 0, 0, 0, 0]
    assert found[0] is not None
    assert found[0].titles == (("need", "field-need"),)


def test_the_sign_of_a_row_is_that_of_what_is_to_be_done(view: CallView) -> None:
    line = noted(1, "late trucks, lost pallets")

    def sign(*answers: Answer) -> str:
        marks = NoteMarks(with_answers(view, *answers).model_copy(update={"lines": (line,)}))
        mark = marks.of_row([line.text], 0)
        return mark.sign.word if mark and mark.sign else ""

    done = answer("late", 1, status=Status.CONFIRMED)
    assert sign(done) == "confirmed"
    assert sign(done, answer("trucks", 1)) == "suggested"
    assert sign(done, answer("trucks", 1, contradicts=("late",))) == "contradicted"
    assert sign(answer("late", 1, status=Status.REJECTED)) == ""


def test_a_row_whose_answer_was_replaced_is_still_marked_as_one_that_gave_it(
    view: CallView,
) -> None:
    line = noted(1, "late trucks, lost pallets")
    late = answer("late", 1, superseded_by="later")

    def mark(*answers: Answer) -> RowMark | None:
        marks = NoteMarks(with_answers(view, *answers).model_copy(update={"lines": (line,)}))
        return marks.of_row([line.text], 0)

    alone, beside = mark(late), mark(late, answer("trucks", 1))
    assert alone is not None
    assert alone.sign == SUPERSEDED
    assert len(alone.words) == 1
    assert beside is not None
    assert beside.sign is not None
    assert beside.sign.word == "suggested"
    assert len(beside.words) == 2
