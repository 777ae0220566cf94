"""Changed turns: the labels stay with their words."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.fields import Field
from assistant.extraction.learned.encoding import Encoder
from assistant.extraction.learned.labels import OUTSIDE, begins, goes_on
from assistant.training.augmenting import Augmenter, Pieces
from assistant.training.examples import MARKER, Example, Labels, examples_of
from assistant.training.recipe import Recipe
from tests.training.conftest import vocabulary
from tests.training.making_calls import call_of, marked

NAMES = {number: piece for piece, number in vocabulary().items()}
WORD, COMMA, NUMBER = (vocabulary()[piece] for piece in ("grand", ",", "45"))
ALWAYS = Recipe(changed_calls=1, changed_turns=1, unpunctuated=1, filled=1, renumbered=1)
NEVER = Recipe(changed_calls=1, changed_turns=1, unpunctuated=0, filled=0, renumbered=0)


def numbered(ids: list[int], tags: list[int]) -> Example:
    """An example whose pieces are told apart by what stands for their polarity."""
    labels = (Labels(tag, place) for place, tag in enumerate(tags, start=1))
    return Example((0, *ids), (MARKER, *labels), answered=(), asked=None)


tags = st.sampled_from([OUTSIDE, begins(0), goes_on(0), begins(3), goes_on(3)])
turns = st.lists(st.tuples(st.sampled_from([WORD, COMMA, NUMBER]), tags), max_size=40)


@given(turn=turns, seed=st.integers(0, 1000))
def test_words_keep_their_labels_and_order(
    pieces: Pieces, turn: list[tuple[int, int]], seed: int
) -> None:
    ids, given_tags = [piece for piece, _ in turn], [tag for _, tag in turn]

    changed = Augmenter(ALWAYS, pieces).turn(numbered(ids, given_tags), Random(seed))

    assert len(changed.ids) == len(changed.labels)
    assert (changed.ids[0], changed.labels[0]) == (0, MARKER)
    words = [
        (piece, labels)
        for piece, labels in zip(changed.ids[1:], changed.labels[1:], strict=True)
        if piece in {WORD, COMMA} or NAMES[piece].isdigit()
    ]
    places = [labels.polarity for _, labels in words]
    assert places == sorted(set(places))
    for piece, labels in words:
        before, tag = ids[labels.polarity - 1], given_tags[labels.polarity - 1]
        assert piece == before or {piece, before} <= set(pieces.alike)
        assert labels.tag == tag or (tag == labels.tag + 1 and tag in {goes_on(0), goes_on(3)})


@pytest.mark.parametrize("seed", range(20))
def test_an_answer_whose_first_sign_is_lost_begins_with_the_next_word(
    pieces: Pieces, encoder: Encoder, seed: int
) -> None:
    text = '"forty, grand" so'
    [example] = examples_of(
        call_of(("Luis", text), marks=(marked(text, '"forty, grand"'),)), encoder, {}
    )
    recipe = ALWAYS.model_copy(update={"filled": 0})

    changed = Augmenter(recipe, pieces).turn(example, Random(seed))

    found = [each.tag for each in changed.labels[1:]]
    field = example.answered[0] if example.answered else -1
    assert found[0] == begins(field)
    assert set(found[1:-1]) <= {goes_on(field)}
    assert found[-1] == OUTSIDE


def test_fillers_within_an_answer_belong_to_it(pieces: Pieces) -> None:
    recipe = NEVER.model_copy(update={"filled": 1})
    example = numbered([WORD] * 400, [begins(0), *[goes_on(0)] * 399])

    changed = Augmenter(recipe, pieces).turn(example, Random(3))

    assert len(changed) > len(example)
    assert [each.tag for each in changed.labels].count(begins(0)) == 1
    before, *after = [each.tag for each in changed.labels[1:] if each.tag != begins(0)]
    assert {before, *after} <= {goes_on(0), OUTSIDE}


def test_numbers_become_others_of_their_kind(pieces: Pieces) -> None:
    def kind(piece: int) -> set[str]:
        return {NAMES[number] for number in pieces.alike[piece]}

    numbers = vocabulary()
    assert kind(numbers["40"]) == {"20", "30", "40"}
    assert kind(numbers["45"]) == {"20", "30", "40", "45"}
    assert kind(numbers["500"]) == {"500", "900"}
    assert numbers["forty"] not in pieces.alike


def test_a_recipe_without_changes_changes_nothing(pieces: Pieces, encoder: Encoder) -> None:
    text = "forty, grand. 45 so"
    call = examples_of(
        call_of(("Luis", text), marks=(marked(text, "forty", Field.NEED),)), encoder, {}
    )

    assert Augmenter(NEVER, pieces).call(call, Random(1)) == call
