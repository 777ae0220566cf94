"""Rows of text, and marks that stay on their words whatever is made inert around them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from assistant.domain.inert import make_inert
from assistant.tui.wrapping import Mark, marked, row_offsets, rows_of

TEXTS = st.text(alphabet=st.sampled_from("ab c d  é中\U0001f469\u0301"), max_size=80)
ANY_TEXT = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
        ("\u4e2d\u6587\u4e2d\u6587", 4, ["\u4e2d\u6587", "\u4e2d\u6587"]),
        ("\u4e2d\u6587", 1, ["\u4e2d", "\u6587"]),
        ("no width", 0, ["no width"]),
    ],
)
def test_rows_break_at_spaces(text: str, width: int, rows: list[str]) -> None:
    assert [text[start:end] for start, end in row_offsets(text, width)] == rows


@given(TEXTS, st.integers(min_value=2, max_value=20))
def test_rows_fit_and_lose_nothing_but_a_space_at_each_break(text: str, width: int) -> None:
    rows = row_offsets(text, width)
    assert all(cell_len(text[start:end]) <= width for start, end in rows)
    assert rows[0][0] == 0
    assert text[rows[-1][1] :] in {"", " "}
    assert all(text[end:start] in {"", " "} for (_, end), (start, _) in pairwise(rows))


@given(ANY_TEXT, st.data())
def test_marks_stay_on_their_words(text: str, data: st.DataObject) -> None:
    ends = st.integers(min_value=0, max_value=len(text))
    marks = [
        Mark(min(one), max(one), f"style{number}")
        for number, one in enumerate(data.draw(st.lists(st.tuples(ends, ends), max_size=4)))
    ]
    shown = marked(text, marks)
    assert shown.plain == make_inert(text)
    words = {str(span.style): shown.plain[span.start : span.end] for span in shown.spans}
    assert words == {
        mark.style: make_inert(text[mark.start : mark.end])
        for mark in marks
        if mark.start < mark.end
    }


def test_a_sign_stands_before_the_words_and_belongs_to_them() -> None:
    shown = marked("so\x1b we pay 40k", [Mark(11, 14, "a", "\xb9"), Mark(4, 14, "b", "\xb2")])
    assert shown.plain == "so\u241b \xb2we pay \xb940k"
    assert {str(one.style): shown.plain[one.start : one.end] for one in shown.spans} == {
        "a": "\xb940k",
        "b": "\xb2we pay \xb940k",
    }


def test_a_mark_outside_of_the_text_is_left_out() -> None:
    assert marked("short", [Mark(2, 99, "a")]).spans == []


def test_rows_keep_their_styles() -> None:
    rows = rows_of(Content.styled("one two", "bold"), 3)
    assert [(row.plain, [str(span.style) for span in row.spans]) for row in rows] == [
        ("one", ["bold"]),
        ("two", ["bold"]),
    ]
