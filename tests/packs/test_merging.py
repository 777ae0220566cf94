"""Putting records together: the same from either side, once or many times, nothing lost."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.answers import Answer, Decision, Status
from assistant.domain.calls import NoteLine, QuestionMark
from assistant.domain.fields import Field, Polarity
from assistant.domain.records import CallRecord, CallVersion, Draft, Reading
from assistant.packs.acts import disagreeing, heads, in_order, later_than
from assistant.packs.merging import merged_calls
from assistant.packs.note_lines import APART, merged_lines
from tests.storage.samples import DANA, MAX, NOW, a_call, a_verdict, evidence

CALL = a_call()


def at(seconds: int) -> datetime:
    return NOW + timedelta(seconds=seconds)


def an_answer(name: str, **facts: Any) -> Answer:
    answer = {
        "field": Field.BUDGET,
        "evidence": evidence("forty", turn=0),
        "polarity": Polarity.YES,
        "found_by": "rule:x",
        "at": at(0),
    }
    return Answer(id=name, **answer | facts)


def decided(number: int) -> Decision:
    """One of a few decisions: whoever has that id has that decision."""
    name = "ab"[number % 2]
    status = (Status.CONFIRMED, Status.REJECTED, Status.EDITED, Status.SUGGESTED)[number % 4]
    after = an_answer(name, status=status, polarity=(Polarity.YES, Polarity.NO)[number % 3 == 0])
    return Decision(
        id=UUID(int=number),
        answer_id=name,
        action="edit",
        by=(DANA, MAX)[number % 2],
        at=at(number % 5),
        after=after,
        follows=(UUID(int=number - 2),) if number > 5 else (),
    )


READINGS = st.builds(
    lambda name, read, stale, sure: Reading(
        answer=an_answer(name, stale=stale, confidence=sure), read_at=at(read)
    ),
    st.sampled_from("ab"),
    st.integers(0, 6),
    st.booleans(),
    st.sampled_from([0.5, 0.9]),
)
DECISIONS = st.lists(st.builds(decided, st.integers(0, 11)), max_size=5, unique_by=lambda d: d.id)
TEXTS = st.lists(st.sampled_from(["x", "y"]), min_size=1, max_size=3)


def a_line(number: int, texts: list[str]) -> list[NoteLine]:
    return [
        NoteLine(number=number, revision=n, position=1.0, text=text, seconds=0, at=at(n))
        for n, text in enumerate(texts)
    ]


VERSION = CallVersion(id=UUID(int=99), at=at(0), by=DANA, body=CALL)
VERDICTS = [a_verdict(CALL, id=UUID(int=50 + n), number=9, at=at(n)) for n in range(3)]
RECORDS = st.builds(
    lambda readings, decisions, lines, verdicts, marks, draft: CallRecord(
        versions=(VERSION,),
        note_lines=tuple(line for n, texts in lines.items() for line in a_line(n, texts)),
        answers=tuple(readings),
        decisions=tuple(decisions),
        verdicts=tuple(verdicts),
        marks=tuple(marks),
        draft=draft,
    ),
    st.lists(READINGS, max_size=2, unique_by=lambda one: one.answer.id),
    DECISIONS,
    st.dictionaries(st.integers(0, 1), TEXTS, max_size=2),
    st.lists(st.sampled_from(VERDICTS), max_size=3, unique=True),
    st.lists(
        st.builds(
            lambda question, second: QuestionMark(
                question=question, state="asked", by="heard", at=at(second)
            ),
            st.sampled_from(["a.b", "c.d"]),
            st.integers(0, 2),
        ),
        max_size=3,
    ),
    st.none() | st.builds(lambda n: Draft(text=str(n), saved_at=at(n)), st.integers(0, 2)),
)


@given(RECORDS, RECORDS)
@settings(max_examples=150, deadline=None)
def test_it_is_the_same_from_either_side_and_done_again_changes_nothing(
    mine: CallRecord, theirs: CallRecord
) -> None:
    merged = merged_calls(mine, theirs)

    assert merged == merged_calls(theirs, mine)
    assert merged == merged_calls(merged, merged)
    assert merged == merged_calls(mine, merged) == merged_calls(merged, theirs)
    for record in (mine, theirs):
        assert {one.id for one in record.decisions} <= {one.id for one in merged.decisions}
        assert {one.id for one in record.verdicts} <= {one.id for one in merged.verdicts}
        assert set(record.marks) <= set(merged.marks)
        texts = {line.text for line in record.note_lines}
        assert texts <= {line.text for line in merged.note_lines}
    assert [one.number for one in merged.verdicts] == list(range(1, len(merged.verdicts) + 1))


@given(RECORDS, DECISIONS)
@settings(max_examples=100, deadline=None)
def test_what_stands_follows_from_the_decisions_in_their_order(
    record: CallRecord, decisions: list[Decision]
) -> None:
    merged = merged_calls(record, record.model_copy(update={"decisions": tuple(decisions)}))

    last = {one.answer_id: one.after for one in in_order((*record.decisions, *decisions))}
    stands = {one.answer.id: one.answer for one in merged.answers}
    assert stands.keys() == last.keys() | {one.answer.id for one in record.answers}
    for name, after in last.items():
        if after.decided:
            assert (stands[name].status, stands[name].polarity) == (after.status, after.polarity)


def test_a_line_that_went_two_ways_is_two_lines() -> None:
    mine, theirs = a_line(3, ["x", "y"]), a_line(3, ["x", "z", "w"])

    merged = merged_lines(mine, theirs)

    assert [(line.number, line.revision, line.text) for line in merged if line.number == 3] == [
        (3, 0, "x"), (3, 1, "z"), (3, 2, "w"),
    ]  # fmt: skip
    (beside,) = [line for line in merged if line.number != 3]
    assert beside.number >= APART
    assert (beside.revision, beside.text) == (0, "y")


def test_a_line_that_only_one_side_went_on_with_is_one_line() -> None:
    assert merged_lines(a_line(3, ["x"]), a_line(3, ["x", "y"])) == tuple(a_line(3, ["x", "y"]))


def test_acts_that_nobody_follows_are_the_last() -> None:
    first, one, other = decided(2), decided(6), decided(8)
    apart = [
        first,
        one.model_copy(update={"follows": (first.id,)}),
        other.model_copy(update={"follows": (first.id,)}),
    ]
    ended = decided(10).model_copy(
        update={"follows": (one.id, other.id), "at": at(9), "after": one.after}
    )

    assert {act.id for act in heads(apart)} == {one.id, other.id}
    assert [act.id for act in disagreeing(apart, lambda act: act.after.status)] == [
        act.id for act in in_order([one, other])
    ]
    assert disagreeing(apart, lambda _: "alike") == ()
    assert disagreeing([*apart, ended], lambda act: act.after.status) == ()


def test_an_act_is_later_than_those_it_knows() -> None:
    assert later_than(None, at(1)) == at(1)
    assert later_than(at(0), at(1)) == at(1)
    assert at(5) < later_than(at(5), at(1)) < at(6)
