from datetime import date

import pytest

from assistant.domain.values import Count, Decider, Deciders, Label, Money, Period, Value
from assistant.domain.wording import clock_text, date_text, number_text, value_text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (
            Money(low=40000, high=40000, currency="USD", per="year", bound="about"),
            "about 40,000 USD a year",
        ),
        (Money(low=50000, high=60000, currency="EUR"), "50,000 to 60,000 EUR"),
        (
            Money(low=25, high=25, currency="USD", per="month", unit="seat"),
            "25 USD per seat a month",
        ),
        (Money(low=0, high=1500, bound="up_to"), "up to 1,500"),
        (Money(low=1500, high=1500, bound="up_to"), "up to 1,500"),
        (Money(low=12.5, high=12.5, currency="GBP", per="hour"), "12.5 GBP an hour"),
        (Period(start=None, end=date(2026, 6, 30)), "by 30 June 2026"),
        (Period(start=date(2026, 6, 30), end=date(2026, 6, 30)), "30 June 2026"),
        (Period(start=date(2027, 1, 1), end=None), "from 1 January 2027"),
        (Period(start=date(2026, 2, 1), end=date(2026, 2, 28)), "February 2026"),
        (Period(start=date(2026, 7, 1), end=date(2026, 9, 30)), "Q3 2026"),
        (Period(start=date(2026, 2, 1), end=date(2026, 4, 30)), "February to April 2026"),
        (Period(start=date(2026, 7, 1), end=date(2026, 12, 31)), "second half of 2026"),
        (Period(start=date(2027, 1, 1), end=date(2027, 12, 31)), "2027"),
        (
            Period(start=date(2026, 11, 1), end=date(2027, 2, 28)),
            "November 2026 to February 2027",
        ),
        (Period(start=date(2026, 5, 4), end=date(2026, 5, 8)), "4 May 2026 to 8 May 2026"),
        (Period(start=None, end=None, asap=True), "as soon as possible"),
        (Period(start=None, end=None, raw="whenever"), "whenever"),
        (
            Deciders(speaker="no", people=(Decider(name="Priya", title="CFO"),)),
            "Priya (CFO) signs; speaker does not",
        ),
        (
            Deciders(speaker="no", people=(Decider(name="Ann"), Decider(title="the board"))),
            "Ann and the board sign; speaker does not",
        ),
        (Deciders(speaker="no"), "speaker does not decide"),
        (Deciders(speaker="yes"), "speaker decides"),
        (
            Deciders(speaker="yes", people=(Decider(name="Gus"),)),
            "speaker decides; also Gus",
        ),
        (
            Deciders(speaker="shared", people=(Decider(name="Gus", title="owner"),)),
            "speaker decides with Gus (owner)",
        ),
        (Deciders(speaker="shared"), "speaker decides with others"),
        (
            Deciders(
                speaker=None, people=(Decider(name="A"), Decider(name="B"), Decider(name="C"))
            ),
            "A, B and C",
        ),
        (Deciders(speaker=None), ""),
        (Count(count=120, unit="employees"), "120 employees"),
        (Count(count=14_000_000, unit="USD revenue"), "14,000,000 USD revenue"),
        (Count(count=3), "3"),
        (Label(text="slow replies"), "slow replies"),
    ],
)
def test_values_in_words(value: Value | None, words: str) -> None:
    assert value_text(value) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (100, "100"), (1200000, "1,200,000"), (0.75, "0.75"), (0.075, "0.075")],
)
def test_numbers_in_words(number: float, words: str) -> None:
    assert number_text(number) == words


def test_a_date_names_its_month() -> None:
    assert date_text(date(2026, 3, 4)) == "4 March 2026"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-3.0, "00:00"),
        (12.9, "00:12"),
        (761.0, "12:41"),
        (3723.0, "1:02:03"),
        (86399.0, "23:59:59"),
        (86400.0, "+1 d"),
        (1016 * 3600.0, "+42 d"),
    ],
)
def test_a_clock_counts_days_where_hours_say_nothing(seconds: float, words: str) -> None:
    assert clock_text(seconds) == words
