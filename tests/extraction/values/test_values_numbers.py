import pytest

from assistant.extraction.values.numbers.finding import find_numbers


def read(text: str) -> list[float | tuple[float, float]]:
    return [n.low if n.low == n.high else (n.low, n.high) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fifty k", [50_000]),
        ("minus five percent", [-5]),
        ("it fell to -5 then", [-5]),
        ("3-5", [(3, 5)]),
        ("20~100", [(20, 100)]),
        (".79 a minute", [0.79]),
        ("eighteen point o five", [18.05]),
        ("two trillion", [2e12]),
        ("three dozens", [36]),
        ("see you at 2 pm", []),
        ("that one is good", []),
        ("a hundred and twenty", [120]),
        ("four hundred fifteen", [415]),
        ("two-ten", [210]),
        ("seven-thirty-two", [732]),
        ("eighteen sixty", [1860]),
        ("four oh five", [405]),
        ("twenty twenty six", [2026]),
        ("1.2 mil", [1_200_000]),
        ("1,2 mill", [1_200_000]),
        ("a couple of hundred", [200]),
        ("a couple of vans", [2]),
        ("a few thousand", [(3000, 5000)]),
        ("half a million", [500_000]),
        ("quarter of a million", [250_000]),
        ("three quarters of a million", [750_000]),
        ("a million two", [1_200_000]),
        ("a million two hundred thousand", [1_200_000]),
        ("a million and a half", [1_500_000]),
        ("two and a half grand", [2500]),
        ("forty-two and a half", [42.5]),
        ("one point eight million", [1_800_000]),
        ("twelve lakh", [1_200_000]),
        ("3 crore", [30_000_000]),
        ("four lakh fifty", [450_000]),
        ("a crore twenty", [12_000_000]),
        ("four lakh five hundred", [400_500]),
        ("two lakh and twenty people", [200_020]),
        ("12,00,000", [1_200_000]),
        ("1,200,000.50", [1_200_000.5]),
        ("1.200.000", [1_200_000]),
        ("31 000 students", [31_000]),
        ("two dozen", [24]),
        ("twenty-three hundred", [2300]),
        ("5 hundo", [500]),
        ("1.4 MSEK", [1_400_000]),
        ("52 bakkies and 9 trucks", [52, 9]),
        ("four hundred and ten and twelve shops", [410, 12]),
        ("nought", [0]),
    ],
)
def test_single_numbers(text: str, expected: list[float]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 40 and 60k", [(40_000, 60_000)]),
        ("forty to fifty grand", [(40_000, 50_000)]),
        ("15-18k", [(15_000, 18_000)]),
        ("between three hundred and three fifty", [(300, 350)]),
        ("between three thousand and three and a half", [(3000, 3500)]),
        ("between two thousand and four people", [2004]),
        ("three thousand and four", [3004]),
        ("$40 to $60k", [(40_000, 60_000)]),
        ("ten to twelve lakhs", [(1_000_000, 1_200_000)]),
        ("one fifty to two hundred thousand", [(150_000, 200_000)]),
        ("6 or 7 hundred", [(600, 700)]),
        ("two and two and a half thousand", [2, 2500]),
        ("between two and two and a half thousand", [(2000, 2500)]),
        ("fifteen hundred two thousand", [(1500, 2000)]),
        ("eighty ninety thou", [(80_000, 90_000)]),
        ("twenty, twenty-five", [(20, 25)]),
        ("twenty five twenty six", [(25, 26)]),
        ("one ten one fifteen", [(110, 115)]),
        ("one point eight maybe two million", [(1_800_000, 2_000_000)]),
        ("from 160 to about 300", [(160, 300)]),
        ("sixty, could be fifty-five", [60, 55]),
        ("40 vans and 60 trucks", [40, 60]),
        ("5, 6 and 20", [5, 6, 20]),
    ],
)
def test_ranges_carry_the_scale_back(text: str, expected: list[object]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no numbers here",
        "on the 25th and the 3rd",
        "at 9:30",
        "3/19 or 2026-06-30",
        "31.12.2026",
        "call 415-555-0134",
        "a T4 and a K-110",
        "a grand opening",
        "a question",
        "9" * 40,
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert read(text) == []


def test_offsets_cover_the_words() -> None:
    text = "maybe 40 to 60k, or half a million"
    assert [text[n.start : n.end] for n in find_numbers(text)] == ["40 to 60k", "half a million"]
