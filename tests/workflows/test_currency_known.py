"""Which currency amounts without one are in, and what tells it."""

import pytest

from assistant.domain.fields import Kind
from assistant.domain.transcript import Transcript, Turn
from assistant.extraction.values.money.call_currency import currency_of_call
from assistant.settings.settings import Settings
from assistant.workflows.reading_sources import currency_known
from tests.fakes.reading import WordExtractor


class _Reader(WordExtractor):
    """Tells the currency as the shipped extractor does."""

    def currency_of(
        self, transcript: Transcript, fallback: str | None, country: str | None = None
    ) -> tuple[str | None, str]:
        texts = [turn.text for turn in transcript.turns]
        return currency_of_call(texts, texts, country=country, fallback=fallback)


@pytest.mark.parametrize(
    ("text", "given", "country", "currency", "settings_country", "known"),
    [
        ("We have forty thousand pounds.", None, "US", "EUR", "US", ("GBP", "said")),
        ("We're in Dublin, forty thousand.", None, "US", "USD", "US", ("EUR", "place")),
        ("Forty thousand.", None, "CA", "EUR", "US", ("CAD", "account")),
        ("Forty thousand.", "CHF", None, "EUR", "US", ("CHF", "settings")),
        ("Forty thousand.", None, None, "EUR", "US", ("EUR", "settings")),
        ("Forty thousand.", None, None, None, "CA", ("CAD", "settings")),
        ("Forty thousand dollars.", None, None, None, "CA", ("CAD", "said")),
        ("Forty thousand.", None, None, None, None, (None, "none")),
    ],
)
def test_a_currency_is_told_by_the_talk_then_by_the_account_then_by_the_settings(
    text: str,
    given: str | None,
    country: str | None,
    currency: str | None,
    settings_country: str | None,
    known: tuple[str | None, str],
) -> None:
    settings = Settings(currency=currency, country=settings_country)
    talk = Transcript(format="text", kind=Kind.CALL, turns=(Turn(index=0, text=text),))
    found = currency_known(_Reader(), settings, talk, given=given, country=country)
    assert found == known
