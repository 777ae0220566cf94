"""A tagger that finds what is marked is scored as one that does, whatever the windows."""

import pytest

from assistant.domain.fields import Certainty, Field, Kind, Polarity
from assistant.evaluation.scoring import score
from assistant.extraction.learned.encoding import Encoder
from assistant.training.figures import figures_of, largest_difference
from assistant.training.tuning import open_card
from tests.training.making_calls import call_of, marked
from tests.training.scripted import read_as_marked

CARD = open_card(0.5, 2.0)
TEXT = "maybe forty grand so who signs it"
MARKS = (
    marked(TEXT, "maybe forty grand", turn=1, hedged=True),
    marked(TEXT, "who signs", Field.TIMELINE, turn=1),
)
CALL = call_of(("Dana", "so who signs it?"), ("Luis", TEXT), marks=MARKS)


def test_what_is_tagged_is_answered_in_its_words(encoder: Encoder) -> None:
    read = read_as_marked(CALL, encoder, lambda _field: 0.9)

    guess = read.guess(CARD)

    assert [
        (one.turn, TEXT[one.start : one.end], one.field, one.polarity, one.certainty)
        for one in guess.answers
    ] == [
        (1, "maybe forty grand", Field.BUDGET, Polarity.YES, Certainty.HEDGED),
        (1, "who signs", Field.TIMELINE, Polarity.NO, Certainty.FIRM),
    ]
    assert score([(CALL, guess)])["spans"]["f1"] == 1


def test_what_the_rep_asks_is_told_by_turn(encoder: Encoder) -> None:
    asked = {0: frozenset({Field.AUTHORITY})}

    read = read_as_marked(CALL, encoder, lambda _field: 0.9, asked)

    assert read.guess(CARD).asked == asked
    assert read.asked(0.95) == {0: frozenset()}


@pytest.mark.parametrize("speaker", ["Dana", "Otto"])
def test_nobody_but_the_prospect_answers(encoder: Encoder, speaker: str) -> None:
    call = call_of((speaker, "forty grand"), marks=(marked("forty grand", "forty"),))

    assert read_as_marked(call, encoder, lambda _field: 0.9).guess(CARD).answers == ()


def test_every_turn_of_a_long_call_is_read_once(encoder: Encoder) -> None:
    said = [("Luis" if at % 3 else "Dana", f"{'so ' * (at * 7 % 180)}forty it") for at in range(60)]
    marks = tuple(
        marked(text, "forty", turn=at)
        for at, (speaker, text) in enumerate(said)
        if speaker == "Luis"
    )
    call = call_of(*said, marks=marks)

    read = read_as_marked(call, encoder, lambda _field: 0.999)

    found = [(one.turn, one.start, one.end) for one in read.guess(CARD).answers]
    assert found == [(mark.turn, mark.start, mark.end) for mark in marks]


def test_notes_answer(encoder: Encoder) -> None:
    call = call_of(
        ("", "forty grand"), marks=(marked("forty grand", "forty grand"),), kind=Kind.NOTES
    )

    figures = figures_of([read_as_marked(call, encoder, lambda _field: 0.9)], CARD)

    assert {name: of["calls"] for name, of in figures.items()} == {
        "all": 1,
        "calls": 0,
        "notes": 1,
        "new writers": 0,
    }
    assert figures["notes"]["answers"]["f1"] == 1


def test_two_taggers_are_as_far_apart_as_their_figures(encoder: Encoder) -> None:
    good = figures_of([read_as_marked(CALL, encoder, lambda _field: 0.9)], CARD)
    worse = figures_of([read_as_marked(CALL, encoder, lambda _field: 0.1)], CARD)

    assert largest_difference(good, good) == 0
    assert largest_difference(good, worse) == 1
