"""Names as meeting tools show them: with a firm behind a stroke, telephones, small letters."""

import pytest

from assistant.ingest.reading import read_text
from tests.ingest.reading_forms import read_said


def _captions(*said: str) -> str:
    cues = (f"00:00:{at:02}.000 --> 00:00:{at:02}.900\n{words}\n" for at, words in enumerate(said))
    return "WEBVTT\n\n" + "\n".join(cues)


def test_a_firm_behind_a_stroke() -> None:
    text = _captions(
        "Ana Ruiz | Acme: Hi.", "Ben: Hello.", "Ana Ruiz | Acme | Lisbon: So.", "Ben: Yes."
    )
    assert read_said(text) == [
        ("Ana Ruiz | Acme", "Hi."),
        ("Ben", "Hello."),
        ("Ana Ruiz | Acme | Lisbon", "So."),
        ("Ben", "Yes."),
    ]


def test_a_stroke_makes_no_name_of_a_table_or_a_topic() -> None:
    text = "| Budget | 40k: firm |\nbudget | cost: 40k\nnext steps | timeline: June\nask abt boss\n"
    assert read_text(text).format == "notes"


@pytest.mark.parametrize("phone", ["14155550123", "+1 (415) 555-0123", "+49 30 ***-***23"])
def test_who_dialled_in_is_a_number(phone: str) -> None:
    text = _captions(f"{phone}: Hello?", "Ben: Hi.", f"{phone}: Yes.", "Ben: So.")
    assert [speaker for speaker, _ in read_said(text)] == [phone, "Ben", phone, "Ben"]


@pytest.mark.parametrize("label", ["2026-03-12", "20260312", "12.03.2026", "10:02", "40000"])
def test_dates_and_sums_are_nobody(label: str) -> None:
    text = _captions("Ana: Hi.", "Ben: Hello.", f"{label}: that was it.", "Ana: Yes.", "Ben: So.")
    assert {speaker for speaker, _ in read_said(text)} == {"Ana", "Ben"}


def test_a_number_that_comes_once_is_nobody() -> None:
    text = "Ana: Hi.\nBen: Hello.\n0171 5550 0123: that is her number.\nAna: Yes.\nBen: So.\n"
    assert {speaker for speaker, _ in read_said(text)} == {"Ana", "Ben"}


def test_one_word_of_small_letters_once_where_nearly_all_have_names() -> None:
    said = [f"{name}: Yes." for name in ("Ana", "Ben") * 5]
    text = _captions(*said, "lightning (Jo): I agree.", "and so on.")
    assert read_said(text)[-1] == ("lightning (Jo)", "I agree. and so on.")


@pytest.mark.parametrize("words", ["note: it rains.", "so many: we stop.", "well: no."])
def test_words_before_a_colon_are_nobody(words: str) -> None:
    text = _captions(*(f"{name}: Yes." for name in ("Ana", "Ben") * 6), words, "and so on.")
    assert read_said(text)[-1] == ("Ben", f"Yes. {words} and so on.")


def test_where_few_have_names_a_word_before_a_colon_is_nobody() -> None:
    text = _captions("Ana: Hi.", "you know", "Ben: Well.", "sooner: we do.", "Ana: So.", "Ben: Hm.")
    assert {speaker for speaker, _ in read_said(text)} == {"Ana", "Ben"}
