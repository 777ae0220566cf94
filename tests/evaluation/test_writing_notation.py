"""A value that is written in GUIDE's notation is read back as what it was."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.fields import Field
from assistant.domain.values import Count, Decider, Deciders, Label, Money, Period, Value
from assistant.evaluation.notation import read_notation
from assistant.evaluation.writing_notation import notation_of

DAY = date(2026, 6, 30)


def money(low: float, high: float | None = None, **facts: object) -> Money:
    return Money.model_validate({"low": low, "high": high or low, "currency": "USD"} | facts)


def span(start: str | None, end: str | None) -> Period:
    return Period(
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
    )


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (Field.BUDGET, None, "?"),
        (Field.BUDGET, money(40000, per="year"), "40000 USD/year"),
        (Field.BUDGET, money(50000, 60000, currency="EUR"), "50000-60000 EUR"),
        (Field.BUDGET, money(25, unit="seat", per="month"), "25 USD/seat/month"),
        (Field.BUDGET, money(1.5, unit="Users (named)"), "1.5 USD/users"),
        (Field.BUDGET, money(1e16), "10000000000000000 USD"),
        (Field.BUDGET, money(7, currency=None), "7 GBP"),
        (Field.BUDGET, money(float("inf")), "?"),
        (Field.BUDGET, Label(text="peanuts"), "?"),
        (Field.TIMELINE, span("2026-06-30", "2026-06-30"), "2026-06-30"),
        (Field.TIMELINE, span("2026-06-01", "2026-06-30"), "2026-06"),
        (Field.TIMELINE, span("2026-07-01", "2026-09-30"), "2026-Q3"),
        (Field.TIMELINE, span("2026-07-01", "2026-12-31"), "2026-H2"),
        (Field.TIMELINE, span("2026-01-01", "2026-06-30"), "2026-H1"),
        (Field.TIMELINE, span("2027-01-01", "2027-12-31"), "2027"),
        (Field.TIMELINE, span("2026-05-01", "2026-07-31"), "2026-05..2026-07"),
        (Field.TIMELINE, span("2026-12-01", "2027-01-31"), "2026-12..2027-01"),
        (Field.TIMELINE, span("2026-05-04", "2026-05-08"), "2026-05-04..2026-05-08"),
        (Field.TIMELINE, span(None, "2026-06-30"), "2026-06-30"),
        (Field.TIMELINE, span("2026-06-01", None), "2026-06-01"),
        (Field.TIMELINE, Period(start=None, end=None, asap=True), "asap"),
        (Field.TIMELINE, Period(start=None, end=None), "?"),
        (Field.TIMELINE, Label(text="someday"), "?"),
        (Field.AUTHORITY, Deciders(speaker="yes"), "speaker=yes"),
        (
            Field.AUTHORITY,
            Deciders(
                speaker="no",
                people=(
                    Decider(name="Priya", title="CFO"),
                    Decider(name="Al"),
                    Decider(title="VP"),
                ),
            ),
            "speaker=no; Priya (CFO); Al; VP",
        ),
        (Field.AUTHORITY, Deciders(speaker=None, people=(Decider(name="A;b (c)"),)), "A b c"),
        (Field.AUTHORITY, Deciders(speaker=None), "?"),
        (Field.COMPANY_SIZE, Count(count=120, unit="employees"), "120 employees"),
        (Field.COMPANY_SIZE, Count(count=14e6, unit="USD revenue"), "14000000 USD revenue"),
        (Field.COMPANY_SIZE, Count(count=9), "9"),
        (Field.NEED, Label(text=" late trucks "), "late trucks"),
        (Field.NEED, Label(text=" "), "?"),
        (Field.NEXT_STEP, span("2026-06-30", "2026-06-30"), "2026-06-30"),
    ],
)
def test_a_value_is_written_as_guide_says(field: Field, value: Value | None, expected: str) -> None:
    assert notation_of(field, value, "GBP") == expected


def test_an_amount_of_no_currency_cannot_be_written() -> None:
    assert notation_of(Field.BUDGET, money(7, currency=None)) == "?"


days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(days, days, st.booleans())
def test_days_are_read_back(one: date, other: date, whole: bool) -> None:
    start, end = sorted((one, other))
    if whole:
        start, end = start.replace(day=1), end.replace(day=28)
    read = read_notation(Field.TIMELINE, notation_of(Field.TIMELINE, Period(start=start, end=end)))
    assert isinstance(read, Period)
    assert (read.start, read.end) == (start, end)


BUDGET = re.compile(r"\?|\d[\d.]*(-\d[\d.]*)? [A-Z]{3}(/[a-z]+)*")


@given(
    st.floats(),
    st.floats(min_value=0, max_value=1e12),
    st.sampled_from([None, "EUR"]),
    st.text(max_size=5),
)
def test_any_amount_is_a_budget_that_can_be_read(
    low: float, more: float, currency: str | None, unit: str
) -> None:
    value = Money.model_construct(low=low, high=low + more, currency=currency, unit=unit)
    text = notation_of(Field.BUDGET, value)
    assert BUDGET.fullmatch(text)
    read = read_notation(Field.BUDGET, text)
    assert text == "?" or isinstance(read, Money)
