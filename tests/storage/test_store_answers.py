"""Answers of every kind, decisions, and reading again."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.answers import PERSON, Answer, Cue, Evidence, Status
from assistant.domain.calls import Call
from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.domain.records import Reading
from assistant.domain.store import Store
from assistant.domain.values import Count, Decider, Deciders, Label, Money, Period, Value
from assistant.storage.answers import read_again
from assistant.storage.opening import open_store
from assistant.storage.upkeep import check
from tests.storage.samples import (
    DANA,
    MAX,
    NOW,
    Clock,
    a_call,
    a_decision,
    an_answer,
    evidence,
    no_call,
)

words = st.text(max_size=30)
said = st.text(min_size=1, max_size=30)
amounts = st.floats(min_value=0, max_value=1e12, allow_nan=False)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1))
# Python holds an hour that a clock skips or repeats equal to no instant of another zone.
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001  # bounds have no zone
    datetime(2199, 12, 31),  # noqa: DTZ001
    timezones=zones,
)


@st.composite
def money(draw: st.DrawFn) -> Money:
    low, high = sorted((draw(amounts), draw(amounts)))
    return Money(
        low=low,
        high=high,
        currency=draw(st.sampled_from(["EUR", "USD", None])),
        per=draw(st.sampled_from(["year", "month", None])),
        unit=draw(st.none() | words),
        bound=draw(st.sampled_from(["up_to", "about", None])),
        raw=draw(words),
    )


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(st.none() | days), draw(st.none() | days)
    if start and end and start > end:
        start, end = end, start
    return Period(start=start, end=end, asap=draw(st.booleans()), raw=draw(words))


deciders = st.builds(
    Deciders,
    speaker=st.sampled_from(["yes", "no", "shared", None]),
    people=st.lists(
        st.builds(Decider, name=st.none() | words, title=st.none() | words), max_size=3
    ).map(tuple),
    raw=words,
)
counts = st.builds(Count, count=amounts, unit=st.none() | words, raw=words)
labels = st.builds(Label, text=words, raw=words)
values: dict[str, st.SearchStrategy[Value]] = {
    "money": money(),
    "period": periods(),
    "deciders": deciders,
    "count": counts,
    "label": labels,
}


@st.composite
def places(draw: st.DrawFn) -> Evidence:
    quote, start = draw(said), draw(st.integers(0, 10_000))
    return Evidence(
        source=draw(said),
        turn=draw(st.integers(0, 10_000)),
        start=start,
        end=start + len(quote),
        quote=quote,
        speaker=draw(st.none() | words),
        side=draw(st.sampled_from(Side)),
        revision=draw(st.integers(0, 9)),
    )


def answers_with(value: st.SearchStrategy[Value | None]) -> st.SearchStrategy[Answer]:
    return st.builds(
        Answer,
        id=st.text("0123456789abcdef", min_size=16, max_size=16),
        field=st.sampled_from(Field),
        question=st.none() | said,
        evidence=st.none() | places(),
        polarity=st.sampled_from(Polarity),
        certainty=st.sampled_from(Certainty),
        value=value,
        confidence=st.floats(0, 1),
        found_by=words,
        why=st.lists(
            st.builds(Cue, kind=words, start=st.integers(), end=st.integers(), text=words),
            max_size=3,
        ).map(tuple),
        status=st.sampled_from(Status),
        stale=st.booleans(),
        superseded_by=st.none() | words,
        contradicts=st.lists(words, max_size=3).map(tuple),
        engine=words,
        at=st.none() | instants,
    )


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for many examples; each has a call of its own."""
    path: Path = tmp_path_factory.mktemp("answers") / "calls.sqlite"
    store = open_store(path, clock=Clock())
    yield store
    store.close()


@pytest.fixture
def call(store: Store) -> Call:
    call = a_call()
    store.save_call(call)
    return call


@pytest.mark.parametrize("kind", [*values, "none"])
@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_any_answer_is_read_as_it_was_saved(
    shared_store: Store, kind: str, data: st.DataObject
) -> None:
    answer = data.draw(answers_with(values.get(kind, st.none())))
    call = a_call()
    shared_store.save_call(call)

    shared_store.save_answers(call.id, [answer])

    assert shared_store.answers(call.id) == (answer,)


@settings(deadline=None, max_examples=30)
@given(before=answers_with(money()), after=answers_with(labels))
def test_any_decision_is_read_as_it_was_made(
    shared_store: Store, before: Answer, after: Answer
) -> None:
    after = after.model_copy(update={"id": before.id})
    decision = a_decision(before, action="edit", after=after, reason="misheard", by=MAX)
    call = a_call()
    shared_store.save_call(call)
    shared_store.save_answers(call.id, [before])

    shared_store.decide(call.id, decision)

    assert shared_store.decisions(call.id) == (decision,)
    assert shared_store.answers(call.id) == (after,)


def test_answers_keep_the_order_of_adding(store: Store, call: Call) -> None:
    first, second, third = (an_answer(name) for name in ("z", "a", "m"))
    store.save_answers(call.id, [first, second])
    again = first.model_copy(update={"confidence": 0.9})

    store.save_answers(call.id, [third, again])

    assert store.answers(call.id) == (again, second, third)


def test_the_same_id_in_two_calls_is_two_answers(store: Store, call: Call) -> None:
    other = a_call()
    store.save_call(other)
    one, two = an_answer(quote="forty"), an_answer(quote="fifty")

    store.save_answers(call.id, [one])
    store.save_answers(other.id, [two])

    assert (store.answers(call.id), store.answers(other.id)) == ((one,), (two,))
    assert store.answers(no_call()) == ()


def test_a_suggestion_becomes_what_is_read_now(store: Store, call: Call) -> None:
    store.save_answers(call.id, [an_answer()])
    better = an_answer(polarity=Polarity.NO, value=None, engine="0.2.0 tagger", confidence=0.5)

    store.save_answers(call.id, [better])

    assert store.answers(call.id) == (better,)


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.EDITED, Status.REJECTED])
def test_what_a_person_decided_stays_when_it_is_read_again(
    store: Store, call: Call, status: Status
) -> None:
    answer = an_answer()
    decided = answer.model_copy(update={"status": status, "value": Label(text="fifty")})
    store.save_answers(call.id, [answer])
    store.decide(call.id, a_decision(answer, after=decided))

    store.save_answers(call.id, [an_answer(polarity=Polarity.OPEN, engine="0.2.0 tagger")])

    assert store.answers(call.id) == (decided,)


def test_the_standing_of_a_decided_answer_follows() -> None:
    decided = an_answer(status=Status.CONFIRMED)
    read = an_answer(superseded_by="b", contradicts=("c",), stale=True, polarity=Polarity.NO)

    assert read_again(decided, read) == decided.model_copy(
        update={"superseded_by": "b", "contradicts": ("c",), "stale": True}
    )


def test_a_decided_answer_moves_with_its_words() -> None:
    decided = an_answer(quote="forty", status=Status.CONFIRMED)
    moved = evidence("forty", start=7, revision=1)

    assert read_again(decided, an_answer(evidence=moved)).evidence == moved


def test_a_decided_answer_keeps_its_words_where_others_stand_now() -> None:
    decided = an_answer(quote="forty", status=Status.CONFIRMED)

    kept = read_again(decided, an_answer(quote="fifty"))

    assert kept == decided


def test_an_answer_given_by_hand_is_stored_with_its_decision(store: Store, call: Call) -> None:
    given_by_hand = an_answer("q1", field=None, question="fit.size", found_by=PERSON, evidence=None)
    decision = a_decision(given_by_hand, action="add", before=None, by=DANA)

    store.decide(call.id, decision)

    assert store.answers(call.id) == (decision.after,)
    assert store.decisions(call.id) == (decision,)


def test_a_decision_that_fails_changes_no_answer(store: Store, call: Call) -> None:
    answer = an_answer()
    store.save_answers(call.id, [answer])
    decision = a_decision(answer)
    store.decide(call.id, decision)
    again = a_decision(decision.after, Status.REJECTED, id=decision.id, at=NOW)

    with pytest.raises(WrongUsage, match="already"):
        store.decide(call.id, again)

    assert store.answers(call.id) == (decision.after,)
    assert store.decisions(call.id) == (decision,)


def test_an_answer_that_takes_the_place_of_another_gets_a_number_of_its_own(
    store: Store, call: Call, path: Path
) -> None:
    store.save_answers(call.id, [an_answer("a"), an_answer("b"), an_answer("c")])
    record = store.call_record(call.id)
    assert record is not None
    later = Reading(answer=an_answer("d"), read_at=NOW)

    with store.together():
        store.put_call(record.model_copy(update={"answers": (*record.answers[1:], later)}), call)

    assert [answer.id for answer in store.answers(call.id)] == ["b", "c", "d"]
    store.close()
    assert check(path).problems == ()


def test_answers_follow_their_call_to_another_day(store: Store, call: Call, path: Path) -> None:
    store.save_answers(call.id, [an_answer("a"), an_answer("b")])
    before = store.answers(call.id)

    store.save_call(call.model_copy(update={"call_date": date(2026, 1, 31)}))

    assert store.answers(call.id) == before
    (row,) = store.calls()
    assert (row.answers, row.unconfirmed) == (2, 2)
    store.close()
    assert check(path).problems == ()
