import pytest

from assistant.extraction.values.counts.finding import find_counts


def read(text: str, *, bare: bool = False) -> list[tuple[float, str | None]]:
    return [(item.value.count, item.value.unit) for item in find_counts(text, bare=bare)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120 employees", (120, "employees")),
        ("about twenty-six hundred heads", (2600, "employees")),
        ("26 ppl", (26, "employees")),
        ("55 FTE", (55, "employees")),
        ("twenty-odd of us", (20, "employees")),
        ("nineteen of us on the benches", (19, "employees")),
        ("three forty on payroll", (340, "employees")),
        ("a team of nine", (9, "employees")),
        ("we employ somewhere around five hundred", (500, "employees")),
        ("35 seats", (35, "seats")),
        ("310 licensed users", (310, "users")),
        ("forty four field adjusters", (44, "agents")),
        ("seven branches", (7, "branches")),
        ("fourteen residential towers", (14, "sites")),
        ("2 critical access hospitals", (2, "clinics")),
        ("1,140 beds", (1140, "beds")),
        ("31 000 students", (31_000, "students")),
        ("48 reefer vehs", (48, "vehicles")),
        ("64 tri-axles", (64, "trucks")),
        ("two delivery vans", (2, "vans")),
        ("7-9 outlets", (7, "branches")),
        ("2020 employees", (2020, "employees")),
        ("14 million in revenue", (14_000_000, "revenue")),
        ("we turn over about 3m", (3_000_000, "revenue")),
        ("turnover 64M eur", (64_000_000, "EUR revenue")),
        ("a twelve-million-dollar operation", (12_000_000, "USD revenue")),
        ("we did 11M last yr", (11_000_000, "revenue")),
    ],
)
def test_sizes(text: str, expected: tuple[float, str | None]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "300 calls a month",
        "forty trucks a day",
        "two thousand invoices",
        "we have 40 customers",
        "50 bucks a seat",
        "in 2026 people will ask",
        "one of us",
        "we did a million of those",
        "three weeks",
    ],
)
def test_what_is_no_size(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two-ten, give or take", [(210, None)]),
        (
            "five hundred and twenty, of whom four hundred are on the road",
            [(520, None), (400, None)],
        ),
        ("fifty-eight on staff", [(58, "employees")]),
        ("one point six, thereabouts", [(1.6, None)]),
        ("ten percent", []),
        ("since 2019", []),
        ("in three weeks", []),
    ],
)
def test_bare_numbers_where_a_size_was_asked_for(
    text: str, expected: list[tuple[float, str | None]]
) -> None:
    assert read(text, bare=True) == expected


def test_the_calls_currency_is_revenues() -> None:
    (found,) = find_counts("about nine million in turnover", currency="CAD")
    assert (found.value.unit, found.value.raw) == ("CAD revenue", "nine million in turnover")
