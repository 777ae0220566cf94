from datetime import date

import pytest

from assistant.domain.values import Period
from assistant.extraction.values.periods.days import easter
from assistant.extraction.values.periods.finding import find_periods
from assistant.extraction.values.periods.picking import main_period

TODAY = date(2026, 3, 12)
"""A Thursday."""


def notation(period: Period) -> str:
    if period.asap:
        return "asap"
    return str(period.start) if period.start == period.end else f"{period.start}..{period.end}"


def read(text: str, today: date = TODAY) -> list[str]:
    return [notation(item.value) for item in find_periods(text, today=today)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-06-30", "2026-06-30"),
        ("23/Sep/2026", "2026-09-23"),
        ("05-Aug-2026", "2026-08-05"),
        ("2026/aug/01", "2026-08-01"),
        ("Oct/2", "2026-10-02"),
        ("july twenty fifth twenty twelve", "2012-07-25"),
        ("July 4th of 1995", "1995-07-04"),
        ("before the holidays", "2026-12-24"),
        ("3/19", "2026-03-19"),
        ("12/15/26", "2026-12-15"),
        ("31/10", "2026-10-31"),
        ("31.12.2026", "2026-12-31"),
        ("March 3rd", "2027-03-03"),
        ("march the thirtieth", "2026-03-30"),
        ("July first", "2026-07-01"),
        ("feb one", "2027-02-01"),
        ("the fifteenth of May", "2026-05-15"),
        ("15 June", "2026-06-15"),
        ("29 February", "2028-02-29"),
        ("the 25th", "2026-03-25"),
        ("by the first", "2026-04-01"),
        ("The first.", "2026-04-01"),
        ("the twentieth of next month", "2026-04-20"),
        ("Friday", "2026-03-13"),
        ("thursday", "2026-03-19"),
        ("this Friday", "2026-03-13"),
        ("next Wednesday", "2026-03-18"),
        ("Tuesday next", "2026-03-17"),
        ("last Friday", "2026-03-06"),
        ("Friday week", "2026-03-20"),
        ("a week from this Friday", "2026-03-20"),
        ("two weeks from Friday", "2026-03-27"),
        ("four weeks Thursday", "2026-04-16"),
        ("Wednesday next week", "2026-03-18"),
        ("due 19 may", "2026-05-19"),
        ("Thurs 4/16", "2026-04-16"),
        ("Friday, 11 September", "2026-09-11"),
        ("Monday the thirty-first", "2026-08-31"),
        ("first Monday of May", "2026-05-04"),
        ("the last Friday in April", "2026-04-24"),
        ("the Friday before Labor Day", "2026-09-04"),
        ("the day after Christmas", "2026-12-26"),
        ("tomorrow", "2026-03-13"),
        ("by EOD Friday", "2026-03-13"),
        ("in six weeks", "2026-04-23"),
        ("in 3-4 weeks", "2026-04-02..2026-04-09"),
        ("in two weeks' time", "2026-03-26"),
        ("three weeks ago", "2026-02-19"),
    ],
)
def test_days(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in March", "2026-03-01..2026-03-31"),
        ("2026 Q3", "2026-07-01..2026-09-30"),
        ("2026-H2", "2026-07-01..2026-12-31"),
        ("2026-11", "2026-11-01..2026-11-30"),
        ("2027 april", "2027-04-01..2027-04-30"),
        ("nineteen ninety four", "1994-01-01..1994-12-31"),
        ("in February", "2027-02-01..2027-02-28"),
        ("Nov 2027", "2027-11-01..2027-11-30"),
        ("january '27", "2027-01-01..2027-01-31"),
        ("September of twenty-seven", "2027-09-01..2027-09-30"),
        ("till june twenty eight", "2028-06-01..2028-06-30"),
        ("june of next year", "2027-06-01..2027-06-30"),
        ("november next year", "2027-11-01..2027-11-30"),
        ("next April", "2026-04-01..2026-04-30"),
        ("next March", "2027-03-01..2027-03-31"),
        ("last March", "2025-03-01..2025-03-31"),
        ("since May", "2025-05-01..2025-05-31"),
        ("the July after", "2027-07-01..2027-07-31"),
        ("in a couple of months", "2026-05-01..2026-05-31"),
        ("next month", "2026-04-01..2026-04-30"),
        ("next week", "2026-03-16..2026-03-20"),
        ("the week of May fourth", "2026-05-04..2026-05-08"),
        ("calendar week forty-eight", "2026-11-23..2026-11-27"),
        ("first two weeks of July", "2026-07-01..2026-07-14"),
        ("Q3", "2026-07-01..2026-09-30"),
        ("q four", "2026-10-01..2026-12-31"),
        ("the third quarter", "2026-07-01..2026-09-30"),
        ("Q1 2028", "2028-01-01..2028-03-31"),
        ("Q2 '27", "2027-04-01..2027-06-30"),
        ("this quarter", "2026-01-01..2026-03-31"),
        ("the last quarter of next year", "2027-10-01..2027-12-31"),
        ("H2", "2026-07-01..2026-12-31"),
        ("the back half of twenty-seven", "2027-07-01..2027-12-31"),
        ("early next year", "2027-01-01..2027-03-31"),
        ("in the fall", "2026-09-01..2026-11-30"),
        ("next spring", "2027-03-01..2027-05-31"),
        ("autumn 2027", "2027-09-01..2027-11-30"),
        ("this winter", "2026-12-01..2027-02-28"),
        ("2028", "2028-01-01..2028-12-31"),
        ("before twenty twenty-eight", "2027-12-31"),
        ("in twenty-nine", "2029-01-01..2029-12-31"),
        ("'27 at best", "2027-01-01..2027-12-31"),
        ("september next yr", "2027-09-01..2027-09-30"),
        ("next year", "2027-01-01..2027-12-31"),
        ("the year after next", "2028-01-01..2028-12-31"),
        ("by the time school starts", "2026-09-01..2026-09-30"),
        ("within 90 days", "2026-03-12..2026-06-10"),
        ("within the month", "2026-03-12..2026-03-31"),
        ("over the next two months", "2026-03-12..2026-05-12"),
        ("in two years", "2028-01-01..2028-12-31"),
    ],
)
def test_stretches(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("end of June", "2026-06-30"),
        ("the end of next quarter", "2026-06-30"),
        ("end of next week", "2026-03-20"),
        ("the close of the first quarter", "2026-03-31"),
        ("the end of the month", "2026-03-31"),
        ("the last day of August", "2026-08-31"),
        ("Feb end", "2027-02-28"),
        ("EOY", "2026-12-31"),
        ("before the month's out", "2026-03-31"),
        ("when January ends", "2027-01-31"),
        ("before Q1 closes", "2026-03-31"),
        ("mid-March", "2026-03-15"),
        ("the middle of September", "2026-09-15"),
        ("middle of next week", "2026-03-18"),
        ("early April", "2026-04-01..2026-04-30"),
        ("late May", "2026-05-01..2026-05-31"),
        ("the first half of April", "2026-04-01..2026-04-15"),
        ("before May", "2026-04-30"),
        ("nothing before October", "2026-10-01..2026-10-31"),
    ],
)
def test_edges(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Christmas", "2026-12-25"),
        ("before Easter", "2026-04-05"),
        ("Good Friday", "2026-04-03"),
        ("Thanksgiving", "2026-11-26"),
        ("Black Friday", "2026-11-27"),
        ("around the Fourth of July", "2026-07-04"),
        ("Memorial Day", "2026-05-25"),
        ("labour day", "2026-09-07"),
        ("by New Year's Eve", "2026-12-31"),
        ("by New Year", "2026-12-31"),
        ("this side of New Year's", "2026-12-31"),
        ("after New Year", "2027-01-01"),
        ("by All Saints", "2026-11-01"),
        ("running by Diwali", "2026-11-08"),
        ("two weeks after Easter", "2026-04-19"),
        ("the week before Thanksgiving", "2026-11-16..2026-11-20"),
        ("next Christmas", "2026-12-25"),
    ],
)
def test_holidays(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between May and July", "2026-05-01..2026-07-31"),
        ("from April to June", "2026-04-01..2026-06-30"),
        ("May or June", "2026-05-01..2026-06-30"),
        ("october november", "2026-10-01..2026-11-30"),
        ("December to February", "2026-12-01..2027-02-28"),
        ("between May and July 2027", "2027-05-01..2027-07-31"),
        ("June 29th through July 3rd", "2026-06-29..2026-07-03"),
        ("April 3-5", "2026-04-03..2026-04-05"),
        ("the 6th to the 10th of July", "2026-07-06..2026-07-10"),
        ("the eighteenth and nineteenth of June", "2026-06-18..2026-06-19"),
        ("Tuesday to Thursday", "2026-03-17..2026-03-19"),
        ("2027 to 2029", "2027-01-01..2029-12-31"),
    ],
)
def test_spans(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "asap",
        "as soon as possible",
        "right away",
        "we'd be live yesterday if it were up to me",
        "she needed it yesterday",
        "wants it running yesterday",
    ],
)
def test_haste(text: str) -> None:
    assert read(text) == ["asap"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May I ask who signs?",
        "it may be that we can't",
        "and they march in",
        "the second shift",
        "the first hospitals",
        "I'm the first",
        "one is cost and the third is trust",
        "he sat in the sun",
        "we fell through, it fell apart",
        "if it falls through",
        "the plan may fall through",
        "every Monday",
        "a Friday like any other",
        "the second Tuesday",
        "the Friday before",
        "quarter of a million",
        "24/7 support",
        "$2027",
        "2000 employees",
        "call 415-555-0134",
        "the Christmas appeal",
        "all four at once",
        "a third of it",
        "thirty percent",
    ],
)
def test_what_names_no_time(text: str) -> None:
    assert read(text) == []


def test_day_first() -> None:
    found = find_periods("by 5/6", today=TODAY, date_order="day_first")
    assert [notation(item.value) for item in found] == ["2026-06-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next fiscal year", "2026-07-01..2027-06-30"),
        ("FY27", "2026-07-01..2027-06-30"),
        ("the end of this fiscal year", "2026-06-30"),
        ("fiscal Q1", "2026-07-01..2026-09-30"),
        ("next year", "2027-01-01..2027-12-31"),
    ],
)
def test_fiscal_year_from_july(text: str, expected: str) -> None:
    found = find_periods(text, today=TODAY, fiscal_year_start=7)
    assert [notation(item.value) for item in found] == [expected]


def test_place_turns_the_seasons_and_moves_thanksgiving() -> None:
    spring = find_periods("next spring", today=TODAY, place="Australia")
    thanksgiving = find_periods("before Thanksgiving", today=TODAY, place="CA")
    assert [notation(item.value) for item in (*spring, *thanksgiving)] == [
        "2026-09-01..2026-11-30",
        "2026-10-12",
    ]


@pytest.mark.parametrize(
    ("text", "spoken_of", "expected"),
    [
        ("the thirtieth", Period(start=date(2026, 6, 1), end=date(2026, 6, 30)), "2026-06-30"),
        (
            "more like October",
            Period(start=date(2027, 1, 1), end=date(2027, 12, 31)),
            "2027-10-01..2027-10-31",
        ),
        (
            "October that year",
            Period(start=date(2028, 1, 1), end=date(2028, 12, 31)),
            "2028-10-01..2028-10-31",
        ),
        ("the thirtieth", Period(start=date(2026, 1, 1), end=date(2026, 1, 31)), "2026-03-30"),
        ("the thirtieth", None, "2026-03-30"),
    ],
)
def test_what_was_spoken_of_just_before(text: str, spoken_of: Period | None, expected: str) -> None:
    found = find_periods(text, today=TODAY, spoken_of=spoken_of)
    assert [notation(item.value) for item in found] == [expected]


def test_each_time_is_spoken_of_for_the_next() -> None:
    assert read("the end of May, the twenty-ninth") == ["2026-05-31", "2026-05-29"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July the first, the new fiscal year", "2026-07-01"),
        ("around February, after Christmas", "2027-02-01..2027-02-28"),
        ("we signed last June, so nothing moves till June 2028", "2028-06-01..2028-06-30"),
        ("Mid-January. The sixteenth is when it's due", "2027-01-16"),
        ("sometime this year, maybe Q3", "2026-07-01..2026-09-30"),
        ("in July, before Labor Day", "2026-07-01..2026-07-31"),
        ("April 14, ahead of Easter", "2026-04-14"),
        ("by the fifth of May, that's the Tuesday", "2026-05-05"),
        ("before Easter, that Friday", "2026-04-05"),
    ],
)
def test_main_period(text: str, expected: str) -> None:
    period = main_period(text, find_periods(text, today=TODAY), today=TODAY)
    assert period is not None
    assert notation(period) == expected


def test_no_main_period_without_a_time() -> None:
    assert main_period("no idea", (), today=TODAY) is None


def test_easter_sundays() -> None:
    # Dates as published for the Gregorian calendar.
    assert [easter(year) for year in (1961, 2008, 2025, 2026, 2038)] == [
        date(1961, 4, 2),
        date(2008, 3, 23),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ]


def test_raw_is_what_the_offsets_cover() -> None:
    text = "We decide by the end of next quarter. Sunday."
    found = find_periods(text, today=TODAY)
    assert [text[item.start : item.end] for item in found] == ["the end of next quarter", "Sunday"]
    assert [item.value.raw for item in found] == ["the end of next quarter", "Sunday"]


@pytest.mark.parametrize("text", ["this may take longer", "what may result", "we may differ on it"])
def test_may_is_no_month_before_a_verb(text: str) -> None:
    assert read(text) == []
