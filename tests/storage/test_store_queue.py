"""The queue: any filter in any order, the same calls on every way to them, sums that are kept."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.answers import Answer, Status
from assistant.domain.calls import Call
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.people import Who
from assistant.domain.queue import QUEUE_SORTS, QueueCounts, QueueRow, QueueSort
from assistant.domain.store import Store
from assistant.domain.values import Label
from assistant.domain.verdict import Outcome
from assistant.qualification.standing import settle
from assistant.search.planning import plan_of
from assistant.storage.connecting import connect
from assistant.storage.opening import open_store
from assistant.storage.search import queueing
from assistant.storage.search.filtering import field_bit
from tests.storage.samples import (
    DANA,
    MAX,
    NOW,
    Clock,
    a_bank,
    a_call,
    a_lead,
    a_review,
    a_source,
    a_verdict,
    an_account,
    an_answer,
    evidence,
)

ANA = Who(id="ana", name="Ana Berg", team="south")
TODAY = date(2026, 3, 10)
QUERIES = (
    "", "rep:dana", "team:south", "verdict:qualified", "verdict:none", "score>50", "gaps>0",
    "gaps:0", "unconfirmed>0", "unconfirmed:0", "missing:budget", "missing:need -verdict:none",
    "is:waiting", "is:returned", "is:answered", "is:reviewed", "is:overridden", "is:disputed",
    "is:conflict", "is:unassigned", "is:unconfirmed", "is:confirmed", "is:hedged",
    "-is:unconfirmed", "field:budget", "-field:budget", "field:budget polarity:no",
    "field:need or field:budget",
    "field:budget or price", "-field:budget -price", "price", "-price", "price -forty",
    "price rep:ana", "side:prospect price", "kind:answer price", "speaker:lena -price nine",
    "rep:ana or is:returned", "price or verdict:none", "-(price or nine)", "xyzzyx",
    "is:confirmed or is:hedged", "since:2026-03-04 price", "bank:bant until:2026-03-08",
    "lead:lena", "-lead:lena", "lead:nobody", "account:harbor", "industry:textiles",
    "industry:rail", "industry:rail or industry:boats", "-industry:textiles -price",
    "lead:lena price", "lead:lena -price", "account:harbor side:prospect price",
    "industry:textiles rep:ana or price", "lead:lena or -account:harbor score>50",
)  # fmt: skip


@pytest.fixture
def calls(store: Store) -> tuple[Call, ...]:
    """Eight calls of two reps, all of them different."""
    store.save_bank(a_bank())
    store.save_account(account := an_account())
    store.save_lead(lead := a_lead(account=account))
    made = tuple(
        a_call(
            lead if number % 3 else None,
            title=f"Call {number}",
            call_date=TODAY - timedelta(days=number),
            rep=DANA if number % 2 else ANA,
            banks=("bant",),
        )
        for number in range(8)
    )
    for number, call in enumerate(made):
        store.save_call(call)
        price = "the price is high" if number in {1, 2, 5} else "nine trucks"
        store.save_source(a_source(call, "forty thousand", price))
        store.save_answers(call.id, answers_of(number))
        if number:
            outcome = list(Outcome)[number % 4]
            store.add_verdict(a_verdict(call, outcome, number * 11))
    store.add_verdict(a_verdict(made[3], Outcome.DISQUALIFIED, 33, kind="override", by=DANA))
    for number, action in ((2, "return"), (4, "agree"), (5, "return"), (5, "answer")):
        store.add_review(a_review(made[number], action=action, at=NOW))
    return made


def answers_of(number: int) -> list[Answer]:
    if number % 4 == 0:
        return []
    status = Status.CONFIRMED if number % 2 else Status.SUGGESTED
    if number == 7:
        said = evidence("nine trucks", 1)
        return [an_answer("i", field=Field.INDUSTRY, evidence=said, value=Label(text="rail"))]
    budget = an_answer(
        status=status,
        polarity=Polarity.NO if number == 3 else Polarity.YES,
        certainty=Certainty.HEDGED if number > 4 else Certainty.FIRM,
    )
    need = an_answer("n", field=Field.NEED, evidence=evidence("nine trucks", 1), value=None)
    return [budget, need] if number in {3, 6} else [budget]


def rows_of(
    store: Store, query: str, sort: QueueSort = "date", *, reverse: bool = False, limit: int = 3
) -> list[QueueRow]:
    """All pages, one after the other."""
    plan = plan_of(query, today=TODAY, me=MAX)
    page = store.queue(plan, sort=sort, reverse=reverse, limit=limit)
    rows = list(page.rows)
    while page.after is not None:
        page = store.queue(plan, sort=sort, reverse=reverse, limit=limit, after=page.after)
        rows += page.rows
    return rows


def titles(rows: list[QueueRow]) -> str:
    return " ".join(row.title.removeprefix("Call ") for row in rows)


@pytest.fixture(params=["as usual", "little patience", "common words", "both"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ways in which words are looked for."""
    if request.param in {"little patience", "both"}:
        monkeypatch.setattr(queueing, "LOOKED_INTO", 1)
        monkeypatch.setattr(queueing, "LOOKED_UP", 1)
        monkeypatch.setattr(queueing, "AT_ONCE", 1)
    if request.param in {"common words", "both"}:
        monkeypatch.setattr(queueing, "COMMON", 1)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("query", QUERIES)
def test_every_query_finds_the_calls_that_a_search_finds(
    store: Store, calls: tuple[Call, ...], query: str
) -> None:
    plan = plan_of(query, today=TODAY, me=MAX)
    expected = store.matching_calls(plan, limit=100).calls

    for sort in QUEUE_SORTS:
        found = [row.call_id for row in rows_of(store, query, sort)]
        assert sorted(found) == sorted(expected), sort
    assert tuple(row.call_id for row in rows_of(store, query)) == expected


@pytest.mark.parametrize("query", ["price", "", "is:unconfirmed", "-price", "field:budget price"])
def test_counts_are_those_of_the_rows(store: Store, calls: tuple[Call, ...], query: str) -> None:
    rows = rows_of(store, query)
    counts = store.queue_counts(plan_of(query, today=TODAY, me=MAX))

    assert counts == QueueCounts(
        calls=len(rows),
        waiting=sum(bool(one.outcome) and one.reviewed in {"", "answered"} for one in rows),
        returned=sum(one.reviewed == "returned" for one in rows),
        answered=sum(one.reviewed == "answered" for one in rows),
        agreed=sum(one.reviewed == "agreed" for one in rows),
        reversed=sum(one.reviewed == "reversed" for one in rows),
    )


def test_who_said_it_is_not_counted(store: Store, calls: tuple[Call, ...]) -> None:
    assert store.queue_counts(plan_of("side:prospect price", today=TODAY, me=MAX)) is None


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("date", "0 1 2 3 4 5 6 7"),
        ("score", "7 6 5 4 3 2 1 0"),
        ("verdict", "4 1 5 7 2 3 6 0"),
        ("rep", "0 2 4 6 1 3 5 7"),
        ("team", "1 3 5 7 0 2 4 6"),
        ("disagreement", "3 0 1 2 4 5 6 7"),
        ("missing", "1 2 3 4 5 6 7 0"),
        ("unconfirmed", "6 2 3 7 0 1 4 5"),
        ("review", "5 1 3 6 7 2 4 0"),
    ],
)
def test_the_order(store: Store, calls: tuple[Call, ...], sort: QueueSort, order: str) -> None:
    assert titles(rows_of(store, "", sort)) == order


@pytest.mark.parametrize("sort", QUEUE_SORTS)
def test_the_other_way_round(store: Store, calls: tuple[Call, ...], sort: QueueSort) -> None:
    def value(row: QueueRow) -> object:
        if sort in {"date", "score", "rep", "team", "unconfirmed"}:
            facts = row.model_dump()
            return facts["day" if sort == "date" else sort]
        return None

    there, back = (rows_of(store, "-verdict:none", sort, reverse=way) for way in (False, True))
    assert [value(row) for row in there] == [value(row) for row in reversed(back)]


def test_what_a_row_says(store: Store, calls: tuple[Call, ...]) -> None:
    (row,) = rows_of(store, "is:overridden")

    assert row == QueueRow(
        call_id=calls[3].id, day=calls[3].call_date, title="Call 3", lead="", account="",
        rep=DANA.name, team="north", banks=("bant",), outcome="disqualified",
        system_outcome=list(Outcome)[3].value, rep_outcome="disqualified", score=33,
        missing=("authority",), answers=2, unconfirmed=1, contradicted=0, reviewed="",
    )  # fmt: skip


def test_a_review_counts_for_the_verdict_that_it_saw(store: Store, calls: tuple[Call, ...]) -> None:
    call = calls[1]
    store.add_review(a_review(call, action="agree", after="nurture"))
    state = [row.reviewed for row in rows_of(store, "") if row.call_id == call.id]
    assert state == [("agreed" if list(Outcome)[1] == "nurture" else "")]

    now = list(Outcome)[1].value
    store.add_review(a_review(call, action="agree", after=now))
    store.add_review(a_review(call, action="comment"))
    assert "1" in titles(rows_of(store, "is:reviewed"))
    other = next(one for one in Outcome if one != now)
    store.add_verdict(a_verdict(call, other, 1, kind="override", by=DANA))
    assert "1" not in titles(rows_of(store, "is:reviewed"))
    store.add_verdict(a_verdict(call, Outcome(now), 1, kind="override", by=DANA))
    assert "1" in titles(rows_of(store, "is:reviewed"))


def test_of_reviews_that_arrive_in_any_order_the_latest_counts(
    store: Store, calls: tuple[Call, ...]
) -> None:
    later, earlier = NOW + timedelta(hours=2), NOW + timedelta(hours=1)
    store.add_review(a_review(calls[7], action="answer", at=later))
    store.add_review(a_review(calls[7], action="return", at=earlier))

    assert titles(rows_of(store, "is:answered")) == "5 7"


SUMS = "SELECT answers, unconfirmed, contradicted, hedged, fields FROM call_index WHERE call_id = ?"
STATES = st.lists(
    st.tuples(
        st.integers(0, 3), st.sampled_from(Field), st.sampled_from(Status), st.booleans(),
        st.booleans(),
    ),
    max_size=8,
)  # fmt: skip


@pytest.fixture
def sums(path: Path) -> Iterator[Callable[[UUID], tuple[int, ...]]]:
    with closing(connect(path)) as connection:

        def of(call_id: UUID) -> tuple[int, ...]:
            row: tuple[int, ...] = connection.execute(SUMS, (call_id.bytes,)).fetchone()
            return row

        yield of


@given(states=STATES)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_sums_are_those_of_the_answers(
    store: Store, sums: Callable[[UUID], tuple[int, ...]],
    states: list[tuple[int, Field, Status, bool, bool]],
) -> None:  # fmt: skip
    call = a_call()
    store.save_call(call)
    for number, field, status, stale, hedged in states:
        certainty = Certainty.HEDGED if hedged else Certainty.FIRM
        contradicts = ("x",) if stale and hedged else ()
        answer = an_answer(
            f"a{number}", field=field, status=status, stale=stale, certainty=certainty,
            contradicts=contradicts,
        )  # fmt: skip
        store.save_answers(call.id, [answer])

    there = [one for one in store.answers(call.id) if one.in_force]
    fields = {one.field for one in there if one.field}
    assert sums(call.id) == (
        len(there),
        sum(one.status is Status.SUGGESTED for one in there),
        sum(bool(one.contradicts) for one in there),
        sum(one.certainty is Certainty.HEDGED for one in there),
        sum(field_bit(field) for field in fields),
    )


def test_sums_of_a_store_that_is_settled(path: Path, clock: Clock) -> None:
    store = open_store(path, clock=clock, settle=settle)
    store.save_call(call := a_call())
    no = an_answer("no", evidence=evidence("no budget", 1), polarity=Polarity.NO, value=None)
    store.save_answers(call.id, [an_answer(), no])
    store.close()

    with closing(sqlite3.connect(path)) as connection:
        (answers, *_, fields) = connection.execute(SUMS, (call.id.bytes,)).fetchone()
    assert (answers, fields) == (1, field_bit("budget"))
