import pytest

from assistant.domain.values import Money
from assistant.extraction.values.money.currencies import country_of, currency_of_place
from assistant.extraction.values.money.finding import find_amounts, find_money

Row = tuple[float, float, str | None, str | None, str | None, str | None]


def rows(text: str, currency: str | None = None, place: str | None = None) -> list[Row]:
    found = find_money(text, currency=currency, place_hint=place)
    return [row(item.value) for item in found]


def row(money: Money) -> Row:
    return (money.low, money.high, money.currency, money.per, money.unit, money.bound)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$40,000", (40_000, 40_000, "USD", None, None, None)),
        ("£90k a year", (90_000, 90_000, "GBP", "year", None, None)),
        ("€18k/yr", (18_000, 18_000, "EUR", "year", None, None)),
        ("50€ /ee/mo", (50, 50, "EUR", "month", "employee", None)),
        ("R75 per vehicle pm", (75, 75, "ZAR", "month", "vehicle", None)),
        ("R$ 0,22", (0.22, 0.22, "BRL", None, None, None)),
        ("A$1.2m", (1_200_000, 1_200_000, "AUD", None, None, None)),
        ("US$ 500", (500, 500, "USD", None, None, None)),
        ("aud$ 15", (15, 15, "AUD", None, None, None)),
        ("c $ 16.4 million", (16_400_000, 16_400_000, "CAD", None, None, None)),
        ("four united states dollars", (4, 4, "USD", None, None, None)),
        ("15 dollars 50.", (15.5, 15.5, "USD", None, None, None)),
        ("$.79 per unit", (0.79, 0.79, "USD", None, "unit", None)),
        ("more than 20k but less than 50k", (20_000, 50_000, None, None, None, None)),
        ("₹12,00,000", (1_200_000, 1_200_000, "INR", None, None, None)),
        ("Rs. 50,000", (50_000, 50_000, "INR", None, None, None)),
        ("AED 95k in the pot", (95_000, 95_000, "AED", None, None, None)),
        ("NOK 1,2 mill per year", (1_200_000, 1_200_000, "NOK", "year", None, None)),
        ("1.4 MSEK per yr", (1_400_000, 1_400_000, "SEK", "year", None, None)),
        ("80 kč / user / month", (80, 80, "CZK", "month", "user", None)),
        ("900 tkr project", (900_000, 900_000, "SEK", None, None, None)),
        ("50 TEUR", (50_000, 50_000, "EUR", None, None, None)),
        ("R$ 250 mil in the plan", (250_000, 250_000, "BRL", None, None, None)),
        ("$ 1.2 mil in the plan", (1_200_000, 1_200_000, "USD", None, None, None)),
        ("about 40k euros for this year", (40_000, 40_000, "EUR", "year", None, "about")),
        ("40k by the end of the month", (40_000, 40_000, None, None, None, None)),
        ("SEK 900 tkr", (900_000, 900_000, "SEK", None, None, None)),
        ("480,000 euros p.a.", (480_000, 480_000, "EUR", "year", None, None)),
        ("2.2 million dirhams", (2_200_000, 2_200_000, "AED", None, None, None)),
        ("eight hundred quid, Jez", (800, 800, "GBP", None, None, None)),
        ("eighteen K Canadian", (18_000, 18_000, "CAD", None, None, None)),
        ("a hundred and fifty k sing", (150_000, 150_000, "SGD", None, None, None)),
        ("five thousand Swiss francs", (5000, 5000, "CHF", None, None, None)),
        ("up to eighty-five pence a box", (0.85, 0.85, "GBP", None, "parcel", "up_to")),
        ("thirty-one cents a pouch", (0.31, 0.31, "USD", None, "parcel", None)),
        ("a buck fifty a seat", (1.5, 1.5, "USD", None, "seat", None)),
        ("ten bucks fifty a parcel", (10.5, 10.5, "USD", None, "parcel", None)),
        ("four dollars and sixty cents", (4.6, 4.6, "USD", None, None, None)),
        ("3 to 4 bucks a head monthly", (3, 4, "USD", "month", "head", None)),
        ("25 grand a month", (25_000, 25_000, None, "month", None, None)),
        ("twelve thousand a month in media", (12_000, 12_000, None, "month", None, None)),
        ("annual budget of 50k", (50_000, 50_000, None, "year", None, None)),
        ("between 40 and 60k", (40_000, 60_000, None, None, None, None)),
        ("between $40 and $60k", (40_000, 60_000, "USD", None, None, None)),
        ("at most 5 grand", (5000, 5000, None, None, None, "up_to")),
        ("can't go over 5 grand", (5000, 5000, None, None, None, "up_to")),
        ("no more than $300", (300, 300, "USD", None, None, "up_to")),
        ("at least 20k", (20_000, 20_000, None, None, None, "at_least")),
        ("$10k+", (10_000, 10_000, "USD", None, None, "at_least")),
        ("around $4k, give or take", (4000, 4000, "USD", None, None, "about")),
        ("mid five figures", (40_000, 60_000, None, None, None, None)),
        ("low six figures", (100_000, 300_000, None, None, None, None)),
        ("low to mid 5-figures", (10_000, 60_000, None, None, None, None)),
        ("north of six figures a year", (100_000, 999_999, None, "year", None, "at_least")),
    ],
)
def test_money_that_shows_itself(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was paying like 16.97amonth and now it's 997amonth", [(1697, "month"), (997, "month")]),
        ("only paying 4.97amonth right now", [(497, "month")]),
        ("7 49amonth, 3,650amonth", [(749, "month"), (3650, "month")]),
        ("6 months is priced at 3:00, $99 and 4 months is $299", [(399, None), (299, None)]),
    ],
)
def test_what_speech_recognition_broke(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(m.value.low, m.value.per) for m in find_money(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the budget meeting",
        "a 10% discount",
        "thirty percent of fifty thousand people",
        "we have 50k users",
        "two million invoices a year",
        "a 401k plan",
        "in 2027",
        "twelve people",
        "thirty for the year",
        "it broke down at 5 pm",
        "I don't have a dollar",
    ],
)
def test_what_shows_no_money(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "currency", "place", "expected"),
    [
        ("500 dollars", None, None, "USD"),
        ("500 dollars", "CAD", None, "CAD"),
        ("500 dollars", None, "Canada", "CAD"),
        ("500 dollars", "EUR", None, "USD"),
        ("500 dollars", None, "Atlantis", "USD"),
        ("500 bucks", "ZAR", None, "ZAR"),
        ("500 quid", "EUR", None, "EUR"),
        ("500 kroner", None, "dk", "DKK"),
        ("500 pounds", "USD", "US", "GBP"),
        ("5 grand", "GBP", None, "GBP"),
        ("5 grand", None, "GB", "GBP"),
        ("5 grand", None, None, None),
        ("€500", "GBP", "GB", "EUR"),
    ],
)
def test_currency_said_then_call_then_place(
    text: str, currency: str | None, place: str | None, expected: str | None
) -> None:
    assert [r[2] for r in rows(text, currency, place)] == [expected]


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("thirty for the year", 22_000, [(30_000, 30_000, "year")]),
        ("thirty for the year", 32, [(30, 30, "year")]),
        ("thirty for the year", None, [(30, 30, "year")]),
        ("eighteen a month to play with", 15_000, [(18_000, 18_000, "month")]),
        ("twenty, twenty-five, out of the profits", 22_000, [(20_000, 25_000, None)]),
        ("they gave us one point eight", 2_000_000, [(1_800_000, 1_800_000, None)]),
        ("about two fifty", 1_500_000, [(250_000, 250_000, None)]),
        ("thirty dollars", 22_000, [(30, 30, None)]),
        ("forty-five hundred", 4_000_000, [(4500, 4500, None)]),
        ("sub-thirty", 22_000, [(30_000, 30_000, None)]),
        ("I can go up to fifteen fifty an hour", None, [(15.5, 15.5, "hour")]),
        ("fifteen hundred an hour", None, [(1500, 1500, "hour")]),
        ("two thou an hour", None, [(2000, 2000, "hour")]),
        ("1550 an hour", None, [(1550, 1550, "hour")]),
        ("12 lakhs a year", 50_000, [(1_200_000, 1_200_000, "year")]),
        ("2.10 a kilo, not more", 50_000, [(2.1, 2.1, None)]),
        ("0.21 a jar", 50_000, [(0.21, 0.21, None)]),
        ("he can spend 250 each", 50_000, [(250, 250, None)]),
        ("seven hundred apiece", 50_000, [(700, 700, None)]),
        ("I've sixteen per source", 50_000, [(16, 16, None)]),
        ("225 a go, I think", 50_000, [(225, 225, None)]),
        ("fifty a bit later", 50_000, [(50_000, 50_000, None)]),
        ("thirty each way we look at it", 50_000, [(30_000, 30_000, None)]),
        (
            "sixty capex and forty a year after",
            50_000,
            [(60_000,) * 2 + (None,), (40_000,) * 2 + ("year",)],
        ),
    ],
)
def test_bare_amounts_take_the_scale_of_what_was_heard(
    text: str, hint: float | None, expected: list[tuple[float, float, str | None]]
) -> None:
    found = find_amounts(text, currency="EUR", scale_hint=hint)
    assert [(m.value.low, m.value.high, m.value.per) for m in found] == expected


@pytest.mark.parametrize(
    ("text", "currency", "expected"),
    [
        ("12 lakhs sanctioned", "JPY", "INR"),
        ("12 lakhs sanctioned", "PKR", "PKR"),
        ("a crore, perhaps", None, "INR"),
        ("twelve hundred thousand", "JPY", "JPY"),
        ("$ 12 lakh", "USD", "USD"),
    ],
)
def test_lakhs_and_crores_are_rupees(text: str, currency: str | None, expected: str) -> None:
    assert [m.value.currency for m in find_amounts(text, currency=currency)] == [expected]


def test_rupees_are_short_for_lakhs() -> None:
    found = find_amounts("thirty-five is what I kept", currency="INR", scale_hint=4_000_000)
    assert [m.value.low for m in found] == [3_500_000]


@pytest.mark.parametrize(
    "text",
    [
        "in six weeks",
        "all three of them",
        "twelve people",
        "ten percent",
        "at 5 pm",
        "in 2027",
        "line fourteen",
        "her two girls",
        "one of them",
    ],
)
def test_bare_numbers_that_are_no_amounts(text: str) -> None:
    assert find_amounts(text, scale_hint=20_000) == ()


def test_sub_thirty_is_a_bound() -> None:
    (found,) = find_amounts("it has to be sub-thirty", scale_hint=22_000)
    assert found.value.bound == "up_to"


def test_raw_is_what_the_offsets_cover() -> None:
    text = "We can do up to 50k a year for it"
    (found,) = find_money(text)
    assert found.value.raw == text[found.start : found.end] == "up to 50k a year"


def test_places_by_name_and_code() -> None:
    assert [country_of(name) for name in ("Canada", "ca", " united  kingdom ", "Mars")] == [
        "CA",
        "CA",
        "GB",
        None,
    ]
    assert currency_of_place("New Zealand") == "NZD"


def test_the_rate_tells_that_no_thousands_were_left_out() -> None:
    texts = ("95 a head", "six hundred a month", "thirty an hour", "eighteen a month")
    read = [find_amounts(text, scale_hint=22_000)[0].value.low for text in texts]
    assert read == [95, 600, 30, 18_000]


@pytest.mark.parametrize("text", ["it'd be 72.7400 all in", "299 is around 2590399"])
def test_amounts_that_ran_together_are_left_out(text: str) -> None:
    assert [
        f.value.raw for f in find_amounts(text) if f.value.high > 1000 or "." in f.value.raw
    ] == []
