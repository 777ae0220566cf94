"""Notes beside the turns of their time; two calls of a lead field by field."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.answers import Answer, Evidence, Status
from assistant.domain.calls import NoteLine, Source
from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Field, Kind, Polarity, Side
from assistant.domain.transcript import Turn
from assistant.domain.values import Label, Money
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.asking_turns import questions_of_the_rep
from assistant.workflows.beside import (
    by_time,
    calls_beside,
    field_by_field,
    others_with_the_lead,
)
from assistant.workflows.earlier import calls_before
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.saving import save_annotation
from assistant.workflows.wiring import Workbench
from tests.fakes.benches import Clock
from tests.tui.kept import keep_call

AT = datetime(2026, 3, 10, tzinfo=UTC)


def a_source(*starts: float | None) -> Source:
    turns = tuple(
        Turn(index=index, text=f"turn {index}", start=start) for index, start in enumerate(starts)
    )
    return Source(
        id=uuid4(), call_id=uuid4(), name="transcript", kind=Kind.CALL, format="vtt",
        added_at=AT, turns=turns,
    )  # fmt: skip


def a_line(number: int, seconds: float) -> NoteLine:
    return NoteLine(
        number=number, revision=0, position=float(number), text=f"note {number}",
        seconds=seconds, at=AT + timedelta(seconds=seconds),
    )  # fmt: skip


def rows(source: Source, *seconds: float) -> list[tuple[int | None, list[int]]]:
    lines = [a_line(number, at) for number, at in enumerate(seconds)]
    return [
        (one.turn.index if one.turn else None, [line.number for line in one.lines])
        for one in by_time(source, lines)
    ]


def test_notes_stand_beside_the_turn_that_was_said_then() -> None:
    assert rows(a_source(0, 10, 20), 3, 25, 12, 19.9) == [(0, [0]), (1, [2, 3]), (2, [1])]


def test_notes_before_the_first_words_come_first() -> None:
    assert rows(a_source(5, 10), 1, 7) == [(None, [0]), (0, [1]), (1, [])]


def test_turns_without_a_time_take_no_notes() -> None:
    assert rows(a_source(0, None, 20), 12) == [(0, [0]), (1, []), (2, [])]
    assert rows(a_source(None, None), 12) == []


@given(
    st.lists(st.integers(0, 900), min_size=1, max_size=12).map(sorted),
    st.lists(st.integers(0, 900), max_size=12),
)
def test_every_note_and_every_turn_is_there_once(starts: list[int], noted: list[int]) -> None:
    found = rows(a_source(*starts), *noted)

    assert sorted(line for _, lines in found for line in lines) == list(range(len(noted)))
    assert [turn for turn, _ in found if turn is not None] == list(range(len(starts)))


def an_answer(field: Field, said: str = "", **facts: object) -> Answer:
    words = Evidence(source="t", turn=0, start=0, end=len(said), quote=said) if said else None
    given = {
        "id": uuid4().hex[:16], "field": field, "evidence": words, "polarity": Polarity.YES,
        "found_by": "tagger",
    }  # fmt: skip
    return Answer.model_validate(given | facts)


def money(amount: float) -> Money:
    return Money(low=amount, high=amount, currency="EUR", per=None, unit=None)


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ([], [an_answer(Field.NEED, "late")], "new"),
        ([an_answer(Field.NEED, "late")], [], "gone"),
        ([an_answer(Field.NEED, "Late")], [an_answer(Field.NEED, "late")], "same"),
        ([an_answer(Field.NEED, "late")], [an_answer(Field.NEED, "costly")], "changed"),
        (
            [an_answer(Field.BUDGET, "x", value=money(4))],
            [an_answer(Field.BUDGET, "y", value=money(4))],
            "same",
        ),
        (
            [an_answer(Field.BUDGET, "x", value=money(4))],
            [an_answer(Field.BUDGET, "y", value=money(900))],
            "contradicted",
        ),
        (
            [an_answer(Field.GOAL, value=Label(text="a"))],
            [an_answer(Field.GOAL, value=Label(text="a")), an_answer(Field.GOAL, "b")],
            "changed",
        ),
    ],
)
def test_what_became_of_a_field(before: list[Answer], now: list[Answer], change: str) -> None:
    assert [one.change for one in field_by_field(before, now)] == [change]


def test_only_what_counts_is_compared_in_the_order_of_the_fields() -> None:
    rejected = an_answer(Field.BUDGET, "no", status=Status.REJECTED)
    question = an_answer(Field.NEED, "q").model_copy(
        update={"field": None, "question": "fit.region"}
    )
    before = [question, an_answer(Field.TIMELINE, "June"), rejected]

    found = field_by_field(before, [an_answer(Field.AUTHORITY, "Ana")])
    assert [one.key for one in found] == ["authority", "timeline", "fit.region"]


def test_the_earlier_call_stands_first_whichever_is_named(bench: Workbench, clock: Clock) -> None:
    lead = add_lead(bench, NewLead(name="Luis"))
    first = keep_call(bench, lead)
    clock.pass_seconds(86400)
    later = keep_call(bench, lead, text="Dana: hi\nLuis: budget: sixty", name="b.txt")

    for pair in ((first, later), (later, first)):
        beside = calls_beside(bench, *pair)
        assert (beside.before.call.id, beside.now.call.id) == (first, later)
    assert [one.id for one in others_with_the_lead(bench, later)] == [first]


def test_a_call_that_is_taken_in_late_stands_at_its_day(bench: Workbench, clock: Clock) -> None:
    lead = add_lead(bench, NewLead(name="Luis"))
    newer = keep_call(bench, lead)
    clock.pass_seconds(60)
    read = annotate_text(
        bench, "Dana: hi\nLuis: budget: sixty", AnnotateOptions(call_date=date(2026, 1, 5))
    )
    older = save_annotation(bench, read, lead)

    beside = calls_beside(bench, newer, older)
    assert (beside.before.call.id, beside.now.call.id) == (older, newer)
    assert [row.call.id for row in bench.store.calls()] == [newer, older]
    assert [one.id for one in bench.store.calls_with(lead.id)] == [newer, older]
    assert [one.id for one in calls_before(bench, beside.now.call)] == [older]
    assert calls_before(bench, beside.before.call) == ()


def test_calls_of_two_leads_or_of_none_are_not_compared(bench: Workbench) -> None:
    one = keep_call(bench, add_lead(bench, NewLead(name="Luis")))
    other = keep_call(bench, add_lead(bench, NewLead(name="Ana")))
    nobodys = keep_call(bench)

    for pair in ((one, other), (one, one)):
        with pytest.raises(WrongUsage, match="same lead"):
            calls_beside(bench, *pair)
    with pytest.raises(WrongUsage, match="no other call"):
        others_with_the_lead(bench, one)
    with pytest.raises(WrongUsage, match="no lead"):
        others_with_the_lead(bench, nobodys)


def asked(*said: str) -> list[str]:
    """Of lines, each of the rep where it begins with ``>``, those that ask."""
    turns = [
        Turn(
            index=index,
            text=text.removeprefix(">"),
            side=Side.REP if text[0] == ">" else Side.PROSPECT,
        )
        for index, text in enumerate(said)
    ]
    return [turns[index].text for index in questions_of_the_rep(turns)]


def test_the_reps_questions_are_those_with_a_question_mark() -> None:
    assert asked(">Who signs?", "Who, me?", ">what a day", ">Fine") == ["Who signs?"]


def test_without_any_question_mark_they_are_known_by_how_they_begin() -> None:
    said = (">so what have you put aside", ">okay great", ">and who signs", "what a mess",
            ">we help teams like yours", ">right, tell me about the trucks")  # fmt: skip
    assert asked(*said) == [
        "so what have you put aside",
        "and who signs",
        "right, tell me about the trucks",
    ]
