import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.fields import Certainty, Field, Polarity
from assistant.plain.correcting import correction_of
from assistant.workflows.deciding import AnswerEdit


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("60k a year", AnswerEdit(value="60k a year")),
        ("firm", AnswerEdit(certainty=Certainty.FIRM)),
        ("Hedged", AnswerEdit(certainty=Certainty.HEDGED)),
        ("no", AnswerEdit(polarity=Polarity.NO)),
        ("open", AnswerEdit(polarity=Polarity.OPEN)),
        ("current solution", AnswerEdit(field=Field.CURRENT_SOLUTION)),
        ("goal: less waiting", AnswerEdit(field=Field.GOAL, value="less waiting")),
        ("firm, 60k a year", AnswerEdit(certainty=Certainty.FIRM, value="60k a year")),
        ("no, firm", AnswerEdit(polarity=Polarity.NO, certainty=Certainty.FIRM)),
        ("Dana, Max and Ines", AnswerEdit(value="Dana, Max and Ines")),
        ("40,000 USD", AnswerEdit(value="40,000 USD")),
        ("firm, hedged", AnswerEdit(certainty=Certainty.FIRM, value="hedged")),
        ("note: see the mail", AnswerEdit(value="note: see the mail")),
    ],
)
def test_what_is_put_right(text: str, change: AnswerEdit) -> None:
    assert correction_of(text) == change


@pytest.mark.parametrize("text", ["", "  ", "\t"])
def test_nothing_said_changes_nothing(text: str) -> None:
    assert correction_of(text) is None


@given(st.text(min_size=1).filter(str.strip))
def test_any_words_change_something(text: str) -> None:
    assert correction_of(text) != AnswerEdit()
