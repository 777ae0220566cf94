import pytest

from assistant.domain.bank import FieldAnswer, Question
from assistant.domain.fields import Field
from assistant.extraction.dialogue.wordings import Wordings
from tests.extraction.asked_questions import AMOUNT, KNOWN

OWNER = Question(
    id="budget.owner",
    ask="Whose pocket does the money come out of?",
    answer=FieldAnswer(field=Field.BUDGET),
)
WORDINGS = Wordings((AMOUNT, OWNER, KNOWN))


@pytest.mark.parametrize(
    ("sentence", "about", "questions"),
    [
        ("So how much have you put aside for fixing this", (), ["budget.amount"]),
        ("Have you come across us before, by the way", (Field.BUDGET,), ["known.us"]),
        ("Can you afford it?", (Field.BUDGET,), ["budget.amount"]),
        ("And out of whose pocket would that come?", (Field.BUDGET,), ["budget.owner"]),
        ("Can you afford it?", (Field.NEED,), []),
        ("Can you afford it?", (), []),
        ("Come across?", (), []),
        ("", (Field.BUDGET,), []),
    ],
)
def test_said_as_it_stands_or_else_the_likest_of_the_field(
    sentence: str, about: tuple[Field, ...], questions: list[str]
) -> None:
    found = WORDINGS.asked((sentence,), frozenset(), about)
    assert [question.id for question in found] == questions


def test_nothing_is_asked_of_no_questions() -> None:
    assert Wordings(()).asked(("Can you afford it?",), (), (Field.BUDGET,)) == ()
