from hypothesis import given
from hypothesis import strategies as st

from assistant.reports.highlights import Piece, cut
from assistant.reports.outline import AnswerLine

TEXT = "forty grand for the year"


def line(name: str, start: int, end: int) -> AnswerLine:
    return AnswerLine(
        id=name,
        about="Budget",
        sign="+",
        meaning="yes",
        remarks=(),
        quote="",
        place="",
        turn=0,
        start=start,
        end=end,
    )


def test_words_that_gave_nothing_stay_in_one_piece() -> None:
    assert cut(TEXT, []) == (Piece(text=TEXT),)
    assert cut("", []) == ()


def test_overlapping_answers_share_the_words_between_them() -> None:
    money, year = line("money", 0, 11), line("year", 6, 24)
    assert cut(TEXT, [money, year]) == (
        Piece(text="forty ", answers=(money,), begins=(money,)),
        Piece(text="grand", answers=(money, year), begins=(year,)),
        Piece(text=" for the year", answers=(year,)),
    )


def test_an_answer_past_the_text_ends_with_it() -> None:
    beyond, outside = line("beyond", 20, 99), line("outside", 24, 30)
    assert cut(TEXT, [beyond, outside]) == (
        Piece(text="forty grand for the "),
        Piece(text="year", answers=(beyond,), begins=(beyond,)),
    )


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=6),
)
def test_pieces_are_the_text_and_cover_each_answer(text: str, spans: list[tuple[int, int]]) -> None:
    lines = [line(str(at), start, end) for at, (start, end) in enumerate(spans)]
    pieces = cut(text, lines)
    assert "".join(piece.text for piece in pieces) == text
    for one in lines:
        covered = "".join(piece.text for piece in pieces if one in piece.answers)
        assert covered == text[one.start : one.end]
        begun = [piece for piece in pieces if one in piece.begins]
        assert len(begun) == bool(covered)
