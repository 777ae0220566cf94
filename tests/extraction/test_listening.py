import gc

import pytest

from assistant.domain.answers import Answer, answer_id
from assistant.domain.bank import ChoiceAnswer, FieldAnswer, Option, Question, TypedAnswer
from assistant.domain.engine import Extractor, ReadingFacts
from assistant.domain.fields import Field, Kind, Polarity, Side
from assistant.domain.transcript import Turn
from assistant.domain.values import Label
from assistant.extraction.for_questions.suggesting import PRODUCT
from assistant.extraction.listening import WINDOW
from assistant.extraction.moment import Spoken
from tests.extraction.marked_text import CALL_DATE, hear

ASIDE = "We've set aside $40,000 for this."


def only(answers: tuple[Answer, ...], field: Field) -> Answer:
    (answer,) = (each for each in answers if each.field is field)
    return answer


def test_an_answer_carries_its_words_and_why(extractor: Extractor) -> None:
    heard, _ = hear(extractor, ["R: Hello.", f"P: Honestly, {ASIDE}"])
    answer = only(heard[1].answers, Field.BUDGET)
    evidence = answer.evidence
    assert evidence is not None
    text = f"Honestly, {ASIDE}"
    assert (
        evidence.quote == text[evidence.start : evidence.end] == "We've set aside $40,000 for this"
    )
    assert (evidence.source, evidence.turn, evidence.speaker) == ("transcript", 1, "Luis")
    assert answer.id == answer_id("transcript", 1, evidence.start, evidence.end, "budget")
    assert answer.found_by == "rule:budget.set_aside"
    assert answer.engine == str(extractor.engine)
    assert [(cue.kind, cue.text) for cue in answer.why] == [("phrase", "set aside")]
    assert all(text[cue.start : cue.end] == cue.text for cue in answer.why)


@pytest.mark.parametrize("letter", ["R", "X"])
def test_the_rep_and_bystanders_answer_nothing(extractor: Extractor, letter: str) -> None:
    listener = extractor.listen(ReadingFacts(call_date=CALL_DATE))
    side = Side.REP if letter == "R" else Side.OTHER
    assert listener.hear(Turn(index=0, text=ASIDE, speaker="A", side=side)).answers == ()


def test_an_unknown_side_is_not_the_rep(extractor: Extractor) -> None:
    listener = extractor.listen(ReadingFacts(call_date=CALL_DATE))
    assert listener.hear(Turn(index=0, text=ASIDE)).answers


def test_the_same_turn_heard_again_gives_the_same_ids(extractor: Extractor) -> None:
    listener = extractor.listen(ReadingFacts(call_date=CALL_DATE, kind=Kind.NOTES))
    first = listener.hear(Turn(index=0, text="set aside $40,000")).answers
    again = listener.hear(Turn(index=0, text="set aside $40,000")).answers
    assert [a.id for a in first] == [a.id for a in again] != []


@pytest.mark.parametrize("text", ["", " ", "...", "?", "\u200b", "🤷", "a" * 5000])
def test_turns_of_nothing_give_nothing(extractor: Extractor, text: str) -> None:
    listener = extractor.listen(ReadingFacts(call_date=CALL_DATE))
    assert listener.hear(Turn(index=0, text=text)).answers == ()


QUESTIONS = (
    Question(
        id="known.us",
        ask="Have you come across us before?",
        answer=TypedAnswer(type="yes_no"),
        listen_for={"yes": ("heard of you", PRODUCT)},
    ),
    Question(
        id="lead.how",
        ask="How did you hear of the webinar?",
        answer=ChoiceAnswer(
            choice=(Option(say="event"), Option(say="cold call", counts=Polarity.NO))
        ),
        listen_for={
            "event": ("at the trade fair",),
            "cold call": ("you called us out of the blue",),
        },
    ),
    Question(id="budget.amount", ask="What is set aside?", answer=FieldAnswer(field=Field.BUDGET)),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We had heard of you, sure.", {("known.us", "yes", "yes")}),
        ("We had not heard of you.", {("known.us", "no", "no")}),
        ("My boss tried Vanly last year.", {("known.us", "yes", "yes")}),
        ("We met your lot at the trade fair.", {("lead.how", "event", "yes")}),
        ("you called us, out of the blue!", {("lead.how", "cold call", "no")}),
        ("Have you heard of you?", set()),
        ("We weren't at the trade fair.", set()),
        ("The van is late.", set()),
    ],
)
def test_other_questions_get_suggestions(
    extractor: Extractor, text: str, expected: set[tuple[str, str, str]]
) -> None:
    heard, _ = hear(extractor, [f"P: {text}"], questions=QUESTIONS, product_names=("Vanly",))
    found = {
        (answer.question, answer.value.text, answer.polarity.value)
        for answer in heard[0].answers
        if answer.field is None and isinstance(answer.value, Label)
    }
    assert found == expected


@pytest.mark.parametrize("kind", [Kind.CALL, Kind.NOTES])
def test_of_a_long_talk_only_the_last_turns_are_kept(extractor: Extractor, kind: Kind) -> None:
    source = f"a talk of hours, {kind.value}"
    listener = extractor.listen(ReadingFacts(call_date=CALL_DATE, kind=kind, source=source))
    for index in range(10 * WINDOW):
        side = Side.PROSPECT if index % 2 else Side.REP
        listener.hear(Turn(index=index, text=f"{ASIDE} Or {index} of it.", side=side))
    gc.collect()

    read = [one for one in gc.get_objects() if isinstance(one, Spoken)]
    kept = {one.turn.index for one in read if one.facts.source == source}
    assert kept == set(range(10 * WINDOW - WINDOW, 10 * WINDOW))
