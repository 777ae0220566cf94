import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.engine import Extractor, ReadingFacts
from assistant.domain.fields import Field, Side
from assistant.domain.transcript import Turn
from assistant.extraction.dialogue.direct import DirectQuestions
from assistant.extraction.moment import TurnReader
from assistant.extraction.pipeline import build_pipeline
from tests.extraction.marked_text import CALL_DATE

NLP = build_pipeline()
READER = TurnReader(NLP)
DIRECT = DirectQuestions(NLP)
FACTS = ReadingFacts(call_date=CALL_DATE)


def about(text: str) -> set[str]:
    turn = Turn(index=0, text=text, speaker="Dana", side=Side.REP)
    return {field.value for field in DIRECT.about(READER.read(turn, FACTS))}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Whose signature goes on the order?", {"authority"}),
        ("so um who makes the call on this", {"authority"}),
        ("Have you got a figure in mind for it?", {"budget"}),
        ("When would you want it running?", {"timeline"}),
        ("and what made you fill in the form", {"need"}),
        ("What would good look like for you?", {"goal"}),
        ("Where does this rank against everything else?", {"priority"}),
        ("How do you handle returns at present?", {"current_solution"}),
        ("Who else are you talking to, if I may?", {"competition"}),
        ("What would make you choose one over the other?", {"decision_criteria"}),
        ("Between today and a purchase order, what has to happen?", {"decision_process"}),
        ("shall we say thursday", {"next_step"}),
        ("Are you in the market for one?", {"intent"}),
        ("Is there anything about us that worries you?", {"objection"}),
        ("How many people work there?", {"company_size"}),
        ("And what do you folks make?", {"industry"}),
        ("Where are you based?", {"location"}),
        ("What's your title there?", {"role"}),
    ],
)
def test_every_field_has_direct_questions(text: str, fields: set[str]) -> None:
    assert about(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Right.",
        "We signed them when they moved, and they paid for it in a year.",
        (
            "who signs is up to the customer but what we do is set the whole thing up ourselves "
            "and then we train all of the staff and we look after it for a year or so"
        ),
        "I asked him who signs. He laughed. Anyway, that was that. Lovely weather.",
        "How many people came to that concert! Did you see it?",
    ],
)
def test_what_does_not_ask_has_none(text: str) -> None:
    assert about(text) == set()


def test_the_last_question_counts() -> None:
    assert about("How many people are you? And when would you want it live?") == {"timeline"}


@given(st.text(alphabet="who when ?.!,you signs it\n", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert about(text) <= set(Field)


def test_a_heard_turn_tells_what_it_is_about(extractor: Extractor) -> None:
    listener = extractor.listen(FACTS)
    said = (
        ("And whose signature goes on the order?", Side.REP),
        ("Who signs? Whose signature is it?", Side.PROSPECT),
        ("Lovely.", Side.REP),
    )
    heard = [
        listener.hear(Turn(index=at, text=text, speaker=side.value, side=side))
        for at, (text, side) in enumerate(said)
    ]
    assert [one.about for one in heard] == [(Field.AUTHORITY,), (), ()]
