"""Words of rows are kept as numbers, and come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.answers import Status
from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.storage.coded import WORDS, as_bytes, as_text, coded, word


def test_words_keep_their_numbers() -> None:
    """Of words in another order another answer would be read."""
    assert {column: " ".join(words) for column, words in WORDS.items()} == {
        "certainty": "firm hedged",
        "field": "budget authority need goal timeline priority current_solution competition "
        "decision_criteria decision_process next_step intent objection company_size industry "
        "location role",
        "found_by": "tagger person",
        "polarity": "yes no open",
        "side": "rep prospect other unknown",
        "source": "transcript notes chat",
        "status": "suggested confirmed edited rejected",
    }


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("certainty", Certainty), ("field", Field), ("polarity", Polarity), ("side", Side),
        ("status", Status),
    ],
)  # fmt: skip
def test_every_word_has_its_number(column: str, words: type[Side]) -> None:
    kept = [coded(column, one) for one in words]

    assert kept == list(range(len(words)))
    assert [word(column, one) for one in kept] == list(words)


@given(st.sampled_from(sorted(WORDS)), st.none() | st.text() | st.integers(0, 9).map(str))
def test_other_words_stay_as_they_are(column: str, other: str | None) -> None:
    assert word(column, coded(column, other)) == other


@given(st.none() | st.text() | st.text("0123456789abcdef") | st.binary().map(bytes.hex))
def test_every_text_comes_back_from_bytes(text: str | None) -> None:
    assert as_text(as_bytes(text)) == text


def test_digits_take_half_the_room() -> None:
    assert as_bytes("00ffa0") == b"\x00\xff\xa0"
    assert [as_bytes(text) for text in ("00FF", "0 0", "abc", "a1 ", "given")] == [
        "00FF", "0 0", "abc", "a1 ", "given",
    ]  # fmt: skip
