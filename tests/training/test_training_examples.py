from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.fields import Field, Kind, Side
from assistant.domain.marked import MarkedCall
from assistant.domain.values import Say
from assistant.extraction.learned.encoding import LONGEST, REP_PIECES, Encoder
from assistant.extraction.learned.labels import FIELDS, OUTSIDE, SAYS, begins, goes_on
from assistant.training.examples import (
    MARKER,
    UNKNOWN,
    Example,
    Labels,
    Meant,
    examples_of,
    labelled,
)
from tests.training.making_calls import call_of, marked

BUDGET, TIMELINE = FIELDS.index(Field.BUDGET), FIELDS.index(Field.TIMELINE)
WORDS = Labels(OUTSIDE)


def the_only(call: MarkedCall, encoder: Encoder) -> Example:
    [example] = examples_of(call, encoder, {})
    return example


def test_every_piece_of_a_mark_has_its_tag_polarity_and_certainty(encoder: Encoder) -> None:
    text = "maybe forty grand so who signs it"
    marks = (
        marked(text, "maybe forty grand", hedged=True),
        marked(text, "who signs", Field.TIMELINE),
    )

    example = the_only(call_of(("Luis", text), marks=marks), encoder)

    assert example.labels == (
        MARKER,
        Labels(begins(BUDGET), 0, 1),
        Labels(goes_on(BUDGET), 0, 1),
        Labels(goes_on(BUDGET), 0, 1),
        WORDS,
        Labels(begins(TIMELINE), 1, 0),
        Labels(goes_on(TIMELINE), 1, 0),
        WORDS,
    )
    assert example.answered == (BUDGET, TIMELINE)
    assert example.asked is None


@pytest.mark.parametrize(
    ("notation", "say"),
    [
        ("speaker=yes", "yes"),
        ("speaker=no; the board", "no"),
        ("speaker=shared; Priya (CFO)", "shared"),
        ("Priya (CFO)", None),
        ("?", None),
    ],
)
def test_words_about_authority_have_the_speakers_say(
    notation: str, say: Say | None, encoder: Encoder
) -> None:
    text = "who signs"
    mark = marked(text, text, Field.AUTHORITY).model_copy(update={"notation": notation})

    example = the_only(call_of(("Luis", text), marks=(mark,)), encoder)

    assert {each.say for each in example.labels[1:]} == {SAYS.index(say)}


def test_a_mark_that_begins_and_ends_within_pieces_has_these_pieces(encoder: Encoder) -> None:
    text = "so forty grand it"

    example = the_only(call_of(("Luis", text), marks=(marked(text, "ty gra"),)), encoder)

    assert [each.tag for each in example.labels] == [
        UNKNOWN,
        OUTSIDE,
        begins(BUDGET),
        goes_on(BUDGET),
        OUTSIDE,
    ]


def test_marks_side_by_side_begin_each(encoder: Encoder) -> None:
    text = "forty grand"
    marks = (marked(text, "forty"), marked(text, "grand"))

    example = the_only(call_of(("Luis", text), marks=marks), encoder)

    assert [each.tag for each in example.labels[1:]] == [begins(BUDGET)] * 2


def test_an_answer_that_a_long_turn_is_cut_within_goes_on(encoder: Encoder) -> None:
    text = " ".join(["so"] * (LONGEST - 1) + ["forty", "grand", "it"])

    first, second = examples_of(
        call_of(("Luis", text), marks=(marked(text, "forty grand"),)), encoder, {}
    )

    assert len(first) == LONGEST + 1
    assert [each.tag for each in first.labels[-2:]] == [OUTSIDE, begins(BUDGET)]
    assert [each.tag for each in second.labels] == [UNKNOWN, goes_on(BUDGET), OUTSIDE]
    assert first.answered == second.answered == (BUDGET,)


def test_the_rep_answers_nothing_and_asks_what_is_marked(encoder: Encoder) -> None:
    call = call_of(("Dana", "so who signs it?"), ("Luis", "ana"), ("Dana", "well um"))

    asking, answering, silent = examples_of(call, encoder, {0: frozenset({Field.BUDGET})})

    assert (asking.answered, asking.asked) == (None, (BUDGET,))
    assert (answering.answered, answering.asked) == ((), None)
    assert (silent.answered, silent.asked) == (None, None)


def test_the_end_of_a_long_turn_of_the_rep_is_read(encoder: Encoder) -> None:
    call = call_of(("Dana", "so " * 200 + "who signs it"))

    example = the_only(call, encoder)

    assert len(example) == REP_PIECES + 1
    assert example.ids[-3:] == encoder.encode("who signs it", *sides(call))[0].ids[1:]


def sides(call: MarkedCall) -> tuple[Side, Kind]:
    return Side.REP, call.kind


def test_notes_answer_whoever_writes_them(encoder: Encoder) -> None:
    text = "forty grand"
    call = call_of(("", text), marks=(marked(text, text),), kind=Kind.NOTES)

    assert the_only(call, encoder).answered == (BUDGET,)


@given(st.data())
def test_each_mark_is_begun_once_by_its_first_piece(data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, 60), min_size=2, max_size=20)))
    spots = list(pairwise(edges))
    cuts = sorted(data.draw(st.sets(st.integers(0, 60), min_size=2, max_size=8)))
    marks = [Meant(cut, BUDGET, WORDS) for cut in list(pairwise(cuts))[::2]]

    tags = [each.tag for each in labelled(spots, marks)]

    covered = [any(start < b and end > a for (a, b), *_ in marks) for start, end in spots]
    assert [tag != OUTSIDE for tag in tags] == covered
    seen = [
        m.spot for m in marks if any(start < m.spot[1] and end > m.spot[0] for start, end in spots)
    ]
    assert tags.count(begins(BUDGET)) <= len(seen)
    for (start, end), tag in zip(spots, tags, strict=True):
        if tag == begins(BUDGET):
            assert any(start < b and a < end for a, b in seen)
