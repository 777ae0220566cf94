import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction.values.words import Phrases, key_words, split_words, trigger


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-five", ["twenty", "-", "five"]),
        ("$1,200.50 a seat", ["$", "1,200.50", "a", "seat"]),
        ("40k/yr", ["40", "k", "/", "yr"]),
        ("1.4 MSEK", ["1.4", "M", "SEK"]),
        ("KPMG", ["KPMG"]),
        ("the month's out", ["the", "month", "'s", "out"]),
        ("don\u2019t", ["don\u2019t"]),
        ("16.97amonth", ["16.97", "amonth"]),
        ("", []),
    ],
)
def test_split_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in split_words(text)] == expected


@given(st.text(max_size=60))
def test_words_are_slices_in_order_and_leave_only_blanks(text: str) -> None:
    words = split_words(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    assert all(not any(letter.isalpha() for letter in gap) for gap in gaps)


def test_the_longest_phrase_wins_also_with_a_hyphen() -> None:
    phrases = Phrases({"vice president": 1, "vice": 2, "president of sales": 3})
    words = split_words("the Vice-President of sales")
    assert [phrases.at(words, at) for at in range(-1, len(words) + 1)] == [
        None,
        None,
        (1, 4),
        None,
        (3, 6),
        None,
        None,
        None,
    ]
    assert phrases.ending(words, 4) == (1, 1)


def test_trigger_wants_whole_words_or_digits() -> None:
    may_hold = trigger({"May", "$"})
    texts = ("in may", "maybe", "5", "a$", "nothing")
    assert [may_hold(text) for text in texts] == [True, False, True, True, False]
    assert not trigger({"may"}, digits=False)("5")


def test_key_words_are_the_longest() -> None:
    assert key_words(["as soon as possible", "c f o"]) == {"possible", "o"}
