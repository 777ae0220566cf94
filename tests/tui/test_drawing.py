"""Lines of text that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tui.drawing import fit, inert, row, words, wrapped

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)


@pytest.mark.parametrize(
    ("left", "right", "width", "expected"),
    [
        ("Need", "met", 10, "Need   met"),
        ("A long title", "met", 10, "A lon… met"),
        ("Need", "", 3, "Ne…"),
        ("Need", "unknown", 4, "unk…"),
        ("", "met", 5, "  met"),
        ("Need", "met", 0, ""),
    ],
)
def test_a_row_has_its_ends_at_the_edges(left: str, right: str, width: int, expected: str) -> None:
    assert row(inert(left), inert(right), width).plain == expected


@given(TEXTS, TEXTS, st.integers(0, 60))
def test_a_row_fits(left: str, right: str, width: int) -> None:
    assert row(inert(left), inert(right), width).cell_length <= width


@given(TEXTS, st.integers(0, 40), st.integers(0, 4))
def test_wrapped_text_fits(text: str, width: int, most: int) -> None:
    lines = wrapped(inert(text), width, most)

    assert len(lines) <= most
    assert [line.plain for line in lines if line.cell_length > width] == []


def test_wrapped_text_says_that_more_is_left() -> None:
    lines = wrapped(inert("one two three four five"), 9, 2)

    assert [line.plain for line in lines] == ["one two", "three…"]


def test_text_from_outside_is_plain() -> None:
    assert words("[b]x[/b]\x1b", ("[red]", "bold")).plain == "[b]x[/b]␛[red]"
    assert fit(inert("中文字"), 4).plain == "中 …"
