import pytest

from assistant import __version__
from assistant.domain.engine import Extractor, ReadingFacts
from assistant.domain.fields import Field, Kind
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.values import Label, Money
from tests.extraction.marked_text import CALL_DATE


def transcript(*texts: str) -> Transcript:
    turns = tuple(Turn(index=i, text=text) for i, text in enumerate(texts))
    return Transcript(format="name_text", kind=Kind.CALL, turns=turns)


def test_the_engine_is_the_programs_version_on_rules(extractor: Extractor) -> None:
    assert str(extractor.engine) == f"{__version__} rules"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are losing two vans a week and nobody knows where they are, so it is a mess.", "en"),
        ("Wir haben das noch nicht geplant, aber der Chef ist mit dem Thema vertraut.", "de"),
        ("Nous avons un budget pour cela, mais le patron n'est pas là, et vous ?", "fr"),
        ("Tenemos un presupuesto para esto, pero el jefe no está, y usted qué dice.", "es"),
        ("Abbiamo un problema con gli ordini e non è la prima volta per noi.", "it"),
        ("We hebben het nog niet gepland, maar dat is voor ons ook goed.", "nl"),
        ("38 MA, zweischichtig", "en"),
        ("Zendesk Q3 40k CFO", "en"),
        ("", "en"),
    ],
)
def test_another_language_is_told_and_english_where_unsure(
    extractor: Extractor, text: str, language: str
) -> None:
    assert extractor.language_of(transcript(text)) == language


@pytest.mark.parametrize(
    ("texts", "fallback", "expected"),
    [
        (("It is €40,000.", "or £30,000", "€20,000 more"), "USD", ("EUR", "said")),
        (("It is forty thousand.",), "USD", ("USD", "settings")),
        (("Nothing at all.",), None, (None, "none")),
    ],
)
def test_the_currency_said_most_often_is_the_calls(
    extractor: Extractor,
    texts: tuple[str, ...],
    fallback: str | None,
    expected: tuple[str | None, str],
) -> None:
    assert extractor.currency_of(transcript(*texts), fallback) == expected


def test_a_typed_value_is_read_as_the_fields_kind(extractor: Extractor) -> None:
    facts = ReadingFacts(call_date=CALL_DATE, currency="EUR")
    money = extractor.value_of(Field.BUDGET, "40k a year", facts)
    assert isinstance(money, Money)
    assert (money.low, money.currency, money.per) == (40000, "EUR", "year")
    assert extractor.value_of(Field.BUDGET, "plenty", facts) == Label(text="plenty", raw="plenty")
    assert extractor.value_of(Field.NEED, " late vans ", facts) == Label(
        text="late vans", raw=" late vans "
    )
