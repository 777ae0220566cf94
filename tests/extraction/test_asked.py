import pytest

from assistant.domain.bank import FieldAnswer, Question
from assistant.domain.engine import ReadingFacts
from assistant.domain.fields import Field, Side
from assistant.domain.transcript import Turn
from assistant.extraction.dialogue.asked import AskedFinder
from assistant.extraction.dialogue.wordings import Wordings
from assistant.extraction.moment import TurnReader
from assistant.extraction.pipeline import build_pipeline
from tests.extraction.asked_questions import AMOUNT, KNOWN
from tests.extraction.marked_text import CALL_DATE

NLP = build_pipeline()
READER = TurnReader(NLP)
FINDER = AskedFinder(NLP)
FACTS = ReadingFacts(call_date=CALL_DATE)
SIGNS = Question(
    id="authority.signs",
    ask="Who signs off on something like this?",
    answer=FieldAnswer(field=Field.AUTHORITY),
)
WORDINGS = Wordings((AMOUNT, SIGNS, KNOWN))


def asked(text: str) -> tuple[set[Field], tuple[str, ...]]:
    spoken = READER.read(Turn(index=0, text=text, speaker="Dana", side=Side.REP), FACTS)
    found = FINDER.asked(spoken, WORDINGS)
    return set(found.fields), found.questions


@pytest.mark.parametrize(
    ("text", "fields", "questions"),
    [
        ("And how much have you put aside for fixing this?", {Field.BUDGET}, ("budget.amount",)),
        ("What would you be looking to spend?", {Field.BUDGET}, ("budget.amount",)),
        ("so um who signs off on something like this", {Field.AUTHORITY}, ("authority.signs",)),
        ("Is there money for it this year?", {Field.BUDGET}, ("budget.amount",)),
        ("Who else are you looking at?", {Field.COMPETITION}, ()),
        ("How many people are you?", {Field.COMPANY_SIZE}, ()),
        ("Got it. And have you come across us before?", set(), ("known.us",)),
        ("That's lovely, my son plays too.", set(), ()),
        ("Understood.", set(), ()),
    ],
)
def test_a_turn_asks_for_fields_and_questions(
    text: str, fields: set[Field], questions: tuple[str, ...]
) -> None:
    assert asked(text) == (fields, questions)


@pytest.mark.parametrize(
    ("askable", "about"),
    [
        (None, {Field.AUTHORITY}),
        (frozenset({Field.AUTHORITY, Field.NEED}), {Field.AUTHORITY}),
        (frozenset({Field.NEED}), set()),
    ],
)
def test_only_what_the_tagger_holds_possible_is_ticked_off(
    askable: frozenset[Field] | None, about: set[Field], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.extraction.dialogue.asked.askable_of", lambda _: askable)
    turn = Turn(index=0, text="Who signs off on it?", speaker="Dana", side=Side.REP)

    found = FINDER.asked(READER.read(turn, FACTS), WORDINGS)

    assert found.about == about
    assert Field.AUTHORITY in found.fields


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Budget:", Field.BUDGET),
        ("$ -> 40k/yr", Field.BUDGET),
        ("- **Who:** the CFO", Field.AUTHORITY),
        ("WHEN - June", Field.TIMELINE),
        ("budget 40k", Field.BUDGET),
        ("their main pain is manual entry", Field.NEED),
        ("Next step is a demo", Field.NEXT_STEP),
        ("budget meeting with Ana", None),
        ("the problem child of the group", None),
        ("Priya: CFO", None),
        ("", None),
    ],
)
def test_a_heading_of_notes_names_its_field(text: str, field: Field | None) -> None:
    assert FINDER.heading(text) is field
