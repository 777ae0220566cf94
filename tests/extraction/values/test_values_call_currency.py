"""Which currency a call is in, and what tells it."""

import pytest

from assistant.extraction.values.money.call_currency import currency_of_call


@pytest.mark.parametrize(
    ("texts", "own", "country", "fallback", "expected"),
    [
        (["It is €40,000.", "or £30,000", "€20,000 more"], [], None, "USD", ("EUR", "said")),
        (["forty dollars a seat"], ["We're in Saskatoon."], None, None, ("CAD", "said")),
        (["forty dollars a seat"], ["We're in Leipzig."], "NZ", None, ("NZD", "said")),
        (["forty dollars a seat"], [], None, "AUD", ("AUD", "said")),
        (["forty dollars a seat"], ["I have forty dollars."], None, None, ("USD", "said")),
        (["forty dollars a seat"], [], None, None, (None, "none")),
        (
            ["forty dollars a seat"],
            ["We're in Leipzig, forty dollars."],
            None,
            None,
            (None, "none"),
        ),
        (["12 lakh is sanctioned"], ["12 lakh is sanctioned"], None, None, ("INR", "said")),
        (["two crore, lakhs"], ["The owner sits in Japan."], "PK", None, ("PKR", "said")),
        (["forty dollars", "A$50 more", "fifty dollars"], [], None, None, ("AUD", "said")),
        (["forty thousand"], ["The plant is in Pune."], "DE", "USD", ("INR", "place")),
        (["forty thousand"], ["In Pune, and one in Leipzig."], "DE", "USD", ("EUR", "account")),
        (["forty thousand"], ["Erie PA"], None, None, ("USD", "place")),
        (["forty thousand"], [], "SE", "USD", ("SEK", "account")),
        (["forty thousand"], [], None, "USD", ("USD", "settings")),
        (["forty thousand"], [], None, None, (None, "none")),
        ([], [], "XX", None, (None, "none")),
        (["€40,000", "or £30,000"], [], None, None, (None, "none")),
        (["€40,000", "or £30,000"], [], None, "GBP", ("GBP", "said")),
        (
            ["thirty pounds of bolts", "forty dollars", "$90 more"],
            ["$90"],
            None,
            None,
            ("USD", "said"),
        ),
        (["thirty pounds of bolts", "forty dollars"], [], None, None, (None, "none")),
        (["forty dollars a seat", "Is that near Saskatoon?"], [], None, None, ("CAD", "said")),
        (["sixty złotych an hour"], [], None, None, ("PLN", "said")),
    ],
)
def test_said_then_place_then_account_then_settings(
    texts: list[str],
    own: list[str],
    country: str | None,
    fallback: str | None,
    expected: tuple[str | None, str],
) -> None:
    assert currency_of_call(texts, own, country=country, fallback=fallback) == expected
