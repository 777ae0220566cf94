"""What the text index holds of a value."""

from datetime import date

import pytest

from assistant.domain.values import Count, Decider, Deciders, Label, Money, Period, Value
from assistant.storage.spoken import shortened
from assistant.storage.value_words import value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Label(text="Pipedrive; HubSpot", raw="x"), "Pipedrive; HubSpot"),
        (
            Money(low=40000, high=45000, currency="EUR", per="year", raw="x"),
            "40000.0 45000.0 EUR year",
        ),
        (Period(start=None, end=None, asap=True, raw="x"), ""),
        (Period(start=date(2026, 1, 1), end=date(2026, 3, 31), raw="x"), "2026-01-01 2026-03-31"),
        (Count(count=12.5, unit="sites", raw="x"), "12.5 sites"),
        (
            Deciders(
                speaker="no",
                people=(Decider(name="Lena"), Decider(name="Max", title="CFO"), Decider()),
                raw="x",
            ),
            "Lena Max CFO",
        ),
    ],
)
def test_a_value_is_found_by_what_it_comes_to(value: Value, words: str) -> None:
    assert value_words(shortened(value.model_dump_json())) == words


def test_nothing_is_found_by_nothing() -> None:
    assert value_words(None) == ""
