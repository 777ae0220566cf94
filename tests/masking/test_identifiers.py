"""Account and card numbers, machines, pages and places are masked; figures stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.masking.identifiers import identifiers_in
from assistant.masking.masked import Identifier
from assistant.masking.masker import Masker
from assistant.masking.phones import phones_in


def masked(text: str, country: str | None = None) -> str:
    return Masker([], [], [text], 7, country=country).mask(text).text


def kinds(text: str) -> list[tuple[str, Identifier]]:
    return [(text[one.start : one.end], one.kind) for one in identifiers_in(text)]


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("to DE89 3704 0044 0532 0130 00, please", "DE89 3704 0044 0532 0130 00", "IBAN"),
        ("GB29NWBK60161331926819.", "GB29NWBK60161331926819", "IBAN"),
        ("card 4111 1111 1111 1111 it is", "4111 1111 1111 1111", "CARD"),
        ("5500-0000-0000-0004", "5500-0000-0000-0004", "CARD"),
        ("it runs on 10.2.0.17 here", "10.2.0.17", "IP"),
        ("at 2a00:1450:4001:81b::200e", "2a00:1450:4001:81b::200e", "IP"),
        ("see https://acme.io/plan?x=1.", "https://acme.io/plan?x=1", "URL"),
        ("on www.acme.io, too", "www.acme.io", "URL"),
        ("acme.io/pricing", "acme.io/pricing", "URL"),
        ("we are at 12 Harbour View Road now", "12 Harbour View Road", "ADDRESS"),
        ("221B Baker Street", "221B Baker Street", "ADDRESS"),
        ("1600 Pennsylvania Avenue", "1600 Pennsylvania Avenue", "ADDRESS"),
        ("in der Lindenstraße 14a wohnt er", "Lindenstraße 14a", "ADDRESS"),
        ("London SW1A 1AA", "SW1A 1AA", "ADDRESS"),
        ("Dallas, TX 75201", "TX 75201", "ADDRESS"),
    ],
)
def test_an_identifier_is_found(text: str, found: str, kind: str) -> None:
    assert kinds(text) == [(found, Identifier[kind])]
    assert found not in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "version 3.2.1, or 1.2.3.400",
        "at 12:30, or 12:30:45",
        "40,000 to 60,000 dollars in 2026",
        "3 streets away, 2 Road trips",
        "1,234,567,890,123",
        "HubSpot, Monday.com and e.g. this and/or that",
        "Q3 2026, 15 to 20 people",
        "64 TRI-AXLES ON THE ROAD",
    ],
)
def test_what_is_none_stays(text: str) -> None:
    assert kinds(text) == []
    assert masked(text) == text


@pytest.mark.parametrize(
    "number", ["DE89 3704 0044 0532 0130 01", "4111 1111 1111 1112", "0000 0000 0000 0000"]
)
def test_a_number_whose_check_digits_are_wrong_is_no_account_and_no_card(number: str) -> None:
    assert kinds(number) == []


def test_the_same_thing_has_the_same_stand_in() -> None:
    assert masked("10.0.0.1, 10.0.0.2, 10.0.0.1") == "192.0.2.1, 192.0.2.2, 192.0.2.1"
    assert masked("DE89 3704 0044 0532 0130 00") == "DE00 0000 0000 0000 0000 00"


@pytest.mark.parametrize(
    ("text", "country", "numbers"),
    [
        ("call 912 345 678 today", "ES", ["912 345 678"]),
        ("call 912 345 678 today", None, []),
        ("call 912 345 678 today", "XX", []),
        ("+351 912 345 678", None, ["+351 912 345 678"]),
        ("168.000 im Jahr", "DE", []),
        ("EUR 912 345 678", "ES", []),
        ("912 345 678 euros", "ES", []),
        ("912345", "ES", []),
    ],
)
def test_phone_numbers_are_found_as_a_country_writes_them(
    text: str, country: str | None, numbers: list[str]
) -> None:
    assert [text[start:end] for start, end in phones_in(text, country)] == numbers


@given(st.text(alphabet="DE019 .:-/@awxSt", max_size=60))
def test_any_text_can_be_masked(text: str) -> None:
    made = Masker([], [], [text], 1, country="DE").mask(text)
    ends = [0, *(edit.end for edit in made.edits)]

    assert all(end <= edit.start for end, edit in zip(ends, made.edits, strict=False))
    assert (made.text == text) is all(text[e.start : e.end] == e.new for e in made.edits)
