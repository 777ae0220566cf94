"""Selecting words of a turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tui.annotation.selecting import selection_of


def test_it_begins_with_the_first_word() -> None:
    made = selection_of("t:0", "well, my boss signs")

    assert made is not None
    assert made.words == "well"
    assert made.moved(2).words == "boss"


def test_it_begins_with_the_words_of_an_answer() -> None:
    made = selection_of("t:0", "well, my boss signs", 9, 13)

    assert made is not None
    assert made.words == "boss"
    assert made.moved(1, extend=True).words == "boss signs"


def test_held_words_stay_and_let_go_ones_do_not() -> None:
    made = selection_of("t:0", "a b c d")

    assert made is not None
    held = made.moved(1).toggled().moved(2)
    assert held.words == "b c d"
    assert held.toggled().moved(-1).words == "c"
    assert held.moved(-3).words == "a b"


def test_a_long_selection_is_told_by_its_ends() -> None:
    made = selection_of("t:0", "a b c d e f")

    assert made is not None
    assert made.moved(3, extend=True).in_short == "a b c d"
    assert made.moved(5, extend=True).in_short == "a b … e f"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“forty thousand,” he said", "forty"),
        ("$40k", "$40k"),
        ("(40%)", "40%"),
        ("...", "..."),
        ("-- well", "--"),
    ],
)
def test_marks_at_the_edges_belong_to_no_answer(text: str, words: str) -> None:
    made = selection_of("t:0", text)

    assert made is not None
    assert made.words == words


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_a_text_without_words_has_nothing_to_select(text: str) -> None:
    assert selection_of("t:0", text) is None


@given(st.text(), st.lists(st.tuples(st.integers(-5, 5), st.booleans(), st.booleans())))
def test_whatever_is_pressed_some_words_are_selected(
    text: str, presses: list[tuple[int, bool, bool]]
) -> None:
    made = selection_of("t:0", text)
    if made is None:
        assert not text.split()
        return
    for by, extend, toggle in presses:
        made = made.moved(by, extend=extend)
        made = made.toggled() if toggle else made
        start, end = made.span
        assert 0 <= start < end <= len(text)
        assert made.words.strip()
