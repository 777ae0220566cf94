"""The words of the shipped banks do what they are there for: the extractor knows them."""

from collections.abc import Sequence
from datetime import date

import pytest

from assistant.domain.bank import Question
from assistant.domain.engine import Extractor, Heard, ReadingFacts
from assistant.domain.fields import Side
from assistant.domain.transcript import Turn
from assistant.domain.values import Label
from assistant.extraction.loading import load_extractor
from assistant.playbook.playbook import load_playbook
from assistant.settings.shipped import shipped

BANKS = load_playbook([shipped("question_banks")]).banks.values()
QUESTIONS = {question.id: question for bank in BANKS for question in bank.questions}
PRODUCT = "Acme Dispatch"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor()


def hear(extractor: Extractor, text: str, side: Side, questions: Sequence[Question]) -> Heard:
    facts = ReadingFacts(
        call_date=date(2026, 3, 12), product_names=(PRODUCT,), questions=tuple(questions)
    )
    return extractor.listen(facts).hear(Turn(index=0, text=text, speaker="X", side=side))


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_each_wording_is_recognised_as_its_question_only(
    extractor: Extractor, question: Question
) -> None:
    heard = {
        text: hear(extractor, text, Side.REP, list(QUESTIONS.values())).asked
        for text in (question.ask, *question.also)
    }

    assert heard == dict.fromkeys(heard, (question.id,))


@pytest.mark.parametrize(
    "question", [each for each in QUESTIONS.values() if each.by_hand], ids=lambda each: each.id
)
def test_what_is_listened_for_suggests_its_answer(extractor: Extractor, question: Question) -> None:
    wrong = {
        phrase: suggested
        for option, phrases in question.listen_for.items()
        for phrase in phrases
        if (suggested := suggestions(extractor, phrase)) != {(question.id, option)}
    }

    assert wrong == {}


def suggestions(extractor: Extractor, phrase: str) -> set[tuple[str, str]]:
    """Question and option of everything suggested when a prospect says the phrase."""
    said = f"Well, {phrase.replace('<product>', PRODUCT)}."
    answers = hear(extractor, said, Side.PROSPECT, list(QUESTIONS.values())).answers
    return {
        (answer.key, answer.value.text)
        for answer in answers
        if answer.question is not None and isinstance(answer.value, Label)
    }
