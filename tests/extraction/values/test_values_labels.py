import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction.values.labels.labelling import label_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Honestly, we're missing two or three appointments a week because nobody knows",
            "missing two or three appointments week",
        ),
        ("replies take 2 days", "replies take 2 days"),
        ("we have to get the month-end close under five days", "month-end close under five days"),
        ("So, uh, we'd love to stop re-keying orders by hand", "stop re-keying orders by hand"),
        ("you know it's sort of slow replies", "slow replies"),
        ("price.", "price"),
        ("um", "um"),
        ("...", ""),
        ("", ""),
    ],
)
def test_label_of(text: str, expected: str) -> None:
    assert label_of(text) == expected


@given(st.text(alphabet="we are um slow, because of the-vans' . \n$é", max_size=80))
def test_a_label_is_short_and_in_the_texts_own_words(text: str) -> None:
    label = label_of(text)
    assert len(label.split()) <= 6
    assert set(label) <= set(text) | {" "}
    assert bool(label) == any(letter.isalnum() for letter in text)
