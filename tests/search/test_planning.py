"""What queries come to: branches, days and people filled in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.people import Who
from assistant.domain.searching import Asked, Branch, Condition, Plan, Words
from assistant.search.days import span_of
from assistant.search.mistakes import QueryMistake
from assistant.search.planning import plan_of

TODAY = date(2026, 5, 31)
ME = Who(id="dana", name="Dana Reyes")
A, B, C = (Words(text=text) for text in "abc")
NEED = Condition(name="field", value="need")
MINE = Condition(name="rep_id", value="dana")
NURTURE = Condition(name="verdict", value="nurture")


def planned(query: str) -> tuple[Branch, ...]:
    return plan_of(query, today=TODAY, me=ME).branches


@pytest.mark.parametrize(
    ("query", "branches"),
    [
        ("", [Branch()]),
        ("a b -c", [Branch(found=((A,), (B,)), left_out=(C,))]),
        ("a (b or field:need)", [Branch(found=((A,), (B, NEED)))]),
        ("-(a or b)", [Branch(left_out=(A, B))]),
        ("-(a b)", [Branch(left_out=(A,)), Branch(left_out=(B,))]),
        ("--a", [Branch(found=((A,),))]),
        ("a rep:me", [Branch(found=((A,),), calls=(Asked(condition=MINE),))]),
        (
            "-verdict:nurture or a",
            [Branch(calls=(Asked(condition=NURTURE, holds=False),)), Branch(found=((A,),))],
        ),
        (
            "a -side:rep",
            [
                Branch(
                    found=((A,),),
                    spots=(Asked(condition=Condition(name="side", value="rep"), holds=False),),
                )
            ],
        ),
        ("is:reviewed", [Branch(calls=(Asked(condition=Condition(name="is", value="reviewed")),))]),
        ("is:hedged", [Branch(found=((Condition(name="is", value="hedged"),),))]),
        ("a or a", [Branch(found=((A, A),))]),
    ],
)
def test_a_query_comes_to_branches(query: str, branches: list[Branch]) -> None:
    assert plan_of(query, today=TODAY, me=ME) == Plan(branches=tuple(branches))


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("since:2026", "2026-01-01"),
        ("until:2026", "2026-12-31"),
        ("since:2024-02", "2024-02-01"),
        ("until:2024-02", "2024-02-29"),
        ("since:may", "2026-05-01"),
        ("until:may", "2026-05-31"),
        ("since:jun", "2025-06-01"),
        ("since:today", "2026-05-31"),
        ("until:yesterday", "2026-05-30"),
        ("since:10d", "2026-05-21"),
        ("since:2w", "2026-05-17"),
        ("since:3m", "2026-02-28"),
        ("since:1y", "2025-05-31"),
    ],
)
def test_days_are_counted_from_today(query: str, day: str) -> None:
    ((asked,),) = (branch.calls for branch in planned(query))
    assert asked.condition.value == day


@given(st.text(max_size=12), st.dates())
def test_no_text_breaks_the_reading_of_days(text: str, today: date) -> None:
    span = span_of(text, today)
    assert span is None or span[0] <= span[1]


def test_who_said_it_narrows_words_only() -> None:
    with pytest.raises(QueryMistake, match="only narrows down words") as caught:
        planned("rep:me side:rep")
    assert caught.value.at == len("rep:me ")


def test_alternatives_have_an_end() -> None:
    pairs = " ".join(f"(a{number} or rep:b{number})" for number in range(20))
    with pytest.raises(QueryMistake, match="too many alternatives"):
        planned(pairs)
