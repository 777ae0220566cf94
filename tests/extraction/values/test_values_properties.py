"""What holds for every finder and any text."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.transcript import Participant
from assistant.extraction.values.counts.finding import find_counts
from assistant.extraction.values.found import Found
from assistant.extraction.values.labels.labelling import label_of
from assistant.extraction.values.money.finding import find_amounts, find_money
from assistant.extraction.values.numbers.finding import find_numbers
from assistant.extraction.values.people.deciders import find_deciders
from assistant.extraction.values.people.titles import find_titles
from assistant.extraction.values.periods.finding import find_periods

_PIECES = Path(__file__).with_name("pieces.txt").read_text(encoding="utf-8").split()
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=15).map("".join),
)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))


def assert_in_order(text: str, found: Sequence[Found[object]]) -> None:
    ends = [0, *(item.end for item in found)]
    assert all(
        end <= item.start < item.end <= len(text) for end, item in zip(ends, found, strict=False)
    )


@settings(max_examples=300)
@given(TEXTS)
def test_numbers(text: str) -> None:
    found = find_numbers(text)
    assert all(0 <= n.low <= n.high and text[n.start : n.end].strip() for n in found)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from([None, "USD", "INR", "EUR"]), st.sampled_from([None, 22.0, 3e6]))
def test_money(text: str, currency: str | None, hint: float | None) -> None:
    sure = find_money(text, currency=currency)
    loose = find_amounts(text, currency=currency, scale_hint=hint)
    for found in (sure, loose):
        assert_in_order(text, found)
        assert all(item.value.raw == text[item.start : item.end] for item in found)
        assert all(0 <= item.value.low <= item.value.high for item in found)
    assert {item.start for item in sure} <= {item.start for item in loose}


@settings(max_examples=500)
@given(TEXTS, DAYS, st.integers(1, 12), st.sampled_from([None, "AU", "CA"]), st.booleans())
def test_periods(text: str, today: date, start: int, place: str | None, near: bool) -> None:
    spoken = find_periods("in two months", today=today)[0].value if near else None
    found = find_periods(text, today=today, fiscal_year_start=start, place=place, spoken_of=spoken)
    assert_in_order(text, found)
    for item in found:
        period = item.value
        assert period.raw == text[item.start : item.end]
        assert period.asap == (period.start is None) == (period.end is None)
        assert period.start is None or period.end is None or period.start <= period.end


@settings(max_examples=200)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2050, 12, 31)), st.integers(0, 300))
def test_a_date_without_its_year_is_the_next_one(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    (found,) = find_periods(f"by {day:%B} {day.day}", today=today)
    assert (found.value.start, found.value.end) == (day, day)


@settings(max_examples=300)
@given(TEXTS, st.booleans())
def test_counts(text: str, bare: bool) -> None:
    found = find_counts(text, bare=bare)
    assert_in_order(text, sorted(found, key=lambda item: item.start))
    assert all(item.value.raw == text[item.start : item.end] for item in found)


@settings(max_examples=300)
@given(TEXTS)
def test_people(text: str) -> None:
    people = find_deciders(text, [Participant(name="Priya"), Participant(name="")])
    assert_in_order(text, people)
    assert all(item.value.name or item.value.title for item in people)
    titles = find_titles(text)
    assert_in_order(text, titles)
    assert all(item.value.raw == text[item.start : item.end] for item in titles)


LONG_LINES = [
    "so we are moving things around and it works " * 1100,
    "1" * 50_000,
    "1,2" * 16_000,
    "1/" * 25_000,
    "a-" * 25_000,
    "$" * 50_000,
    "'" * 50_000,
    "end of " * 7000,
    "two weeks after " * 3100,
    "friday before " * 3500,
    "twenty-" * 7000,
    "general finance " * 3100,
    "head of " * 6200,
    "me and " * 7000,
    "7 49amonth " * 4500,
    "between 1 and " * 3500,
    "low mid " * 6000 + "six figures",
    "one point " + "five " * 9900,
]
FINDERS: list[Callable[[str], object]] = [
    find_numbers,
    find_money,
    find_amounts,
    find_counts,
    find_titles,
    find_deciders,
    label_of,
    lambda text: find_periods(text, today=date(2026, 3, 12)),
]


@pytest.mark.parametrize("line", LONG_LINES, ids=lambda line: line[:12])
def test_a_line_of_fifty_thousand_characters_ends(line: str) -> None:
    # A quadratic reader takes minutes here, a linear one less than a second.
    for finder in FINDERS:
        finder(line)
