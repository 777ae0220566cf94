from datetime import date

import pytest

from assistant.domain.fields import Field
from assistant.domain.values import Count, Decider, Deciders, Label, Money, Period, Value
from assistant.evaluation.notation import read_notation


def _money(low: float, high: float, currency: str, raw: str, **more: str) -> Money:
    return Money.model_validate(
        {"low": low, "high": high, "currency": currency, "raw": raw, **more}
    )


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("40000 USD/year", _money(40000, 40000, "USD", "40000 USD/year", per="year")),
        ("50000-60000 EUR", _money(50000, 60000, "EUR", "50000-60000 EUR")),
        ("25 USD/seat/month", _money(25, 25, "USD", "25 USD/seat/month", per="month", unit="seat")),
        ("1.50 GBP/call", _money(1.5, 1.5, "GBP", "1.50 GBP/call", unit="call")),
        ("about forty", Label(text="about forty", raw="about forty")),
        ("?", None),
        ("", None),
    ],
)
def test_budget(notation: str, expected: Value | None) -> None:
    assert read_notation(Field.BUDGET, notation) == expected


@pytest.mark.parametrize(
    ("notation", "start", "end"),
    [
        ("2026-06-30", date(2026, 6, 30), date(2026, 6, 30)),
        ("2026-06", date(2026, 6, 1), date(2026, 6, 30)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("2026-05..2026-07", date(2026, 5, 1), date(2026, 7, 31)),
        ("2026-05-15..2026-Q4", date(2026, 5, 15), date(2026, 12, 31)),
        ("before the holidays", None, None),
        ("2026-05..later", None, None),
    ],
)
def test_timeline(notation: str, start: date | None, end: date | None) -> None:
    expected = Period(start=start, end=end, raw=notation)
    assert read_notation(Field.TIMELINE, notation) == expected


def test_as_soon_as_possible() -> None:
    expected = Period(start=None, end=None, asap=True, raw="asap")
    assert read_notation(Field.TIMELINE, "asap") == expected


@pytest.mark.parametrize("notation", ["2026-13", "2026-02-30", "2026-07..2026-05"])
def test_days_that_cannot_be(notation: str) -> None:
    with pytest.raises(ValueError, match=r"month|day|start"):
        read_notation(Field.TIMELINE, notation)


@pytest.mark.parametrize(
    ("notation", "speaker", "people"),
    [
        ("speaker=no; Priya (CFO)", "no", [("Priya", "CFO")]),
        ("speaker=shared", "shared", []),
        ("Priya", None, [("Priya", None)]),
        ("(CFO); Marta", None, [(None, "CFO"), ("Marta", None)]),
        ("?", None, None),
    ],
)
def test_authority(
    notation: str, speaker: str | None, people: list[tuple[str | None, str | None]] | None
) -> None:
    value = read_notation(Field.AUTHORITY, notation)
    if people is None:
        assert value is None
    else:
        assert isinstance(value, Deciders)
        assert value.speaker == speaker
        assert value.people == tuple(Decider(name=name, title=title) for name, title in people)


@pytest.mark.parametrize(
    ("notation", "count", "unit"),
    [
        ("120 employees", 120, "employees"),
        ("14 M USD revenue", 14e6, "USD revenue"),
        ("1,200 seats", 1200, "seats"),
        ("3k users", 3000, "users"),
        ("35", 35, None),
    ],
)
def test_company_size(notation: str, count: float, unit: str | None) -> None:
    assert read_notation(Field.COMPANY_SIZE, notation) == Count(
        count=count, unit=unit, raw=notation
    )


@pytest.mark.parametrize("field", [Field.COMPANY_SIZE, Field.NEED, Field.ROLE])
def test_other_words_are_labels(field: Field) -> None:
    assert read_notation(field, "a few shops") == Label(text="a few shops", raw="a few shops")
