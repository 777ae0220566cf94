"""Questions of a bank that is made up, whose asking is listened for."""

from assistant.domain.bank import FieldAnswer, Question, TypedAnswer
from assistant.domain.fields import Field

AMOUNT = Question(
    id="budget.amount",
    ask="How much have you put aside for fixing this?",
    also=("What are you looking to spend?",),
    answer=FieldAnswer(field=Field.BUDGET),
)
KNOWN = Question(
    id="known.us",
    ask="Have you come across us before?",
    answer=TypedAnswer(type="yes_no"),
)
