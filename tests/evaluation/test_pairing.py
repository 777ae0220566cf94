from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.marked import MarkedAnswer
from assistant.evaluation.guess import GuessedAnswer
from assistant.evaluation.pairing import pair, shared


def _gold(start: int, end: int, *, turn: int = 0, field: Field = Field.NEED) -> MarkedAnswer:
    return MarkedAnswer(
        field=field,
        turn=turn,
        start=start,
        end=end,
        quote="x" * (end - start),
        polarity=Polarity.YES,
        certainty=Certainty.FIRM,
        notation="?",
    )


def _guess(start: int, end: int, *, turn: int = 0, field: Field = Field.NEED) -> GuessedAnswer:
    return GuessedAnswer(field=field, turn=turn, start=start, end=end)


def test_share_is_common_over_covered() -> None:
    assert shared(_gold(0, 10), _guess(5, 15)) == 5 / 15
    assert shared(_gold(0, 10), _guess(0, 10)) == 1
    assert shared(_gold(0, 10), _guess(10, 20)) == 0
    assert shared(_gold(0, 10), _guess(0, 10, turn=1)) == 0
    assert shared(_gold(0, 10), _guess(0, 10, field=Field.GOAL)) == 0
    assert shared(_gold(0, 0), _guess(0, 0)) == 0


def test_most_overlap_pairs_first() -> None:
    golds = [_gold(0, 10), _gold(10, 20)]
    guesses = [_guess(5, 20), _guess(0, 4)]
    pairs = {(found.gold, found.guess) for found in pair(golds, guesses)}
    assert pairs == {(1, 0), (0, 1)}


def test_the_same_words_twice_pair_once() -> None:
    assert len(pair([_gold(0, 10)], [_guess(0, 10), _guess(0, 10)])) == 1


_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 15), st.integers(0, 1)), max_size=8)


@given(_SPANS, _SPANS)
def test_pairs_are_one_to_one(
    golds: list[tuple[int, int, int]], guesses: list[tuple[int, int, int]]
) -> None:
    pairs = pair(
        [_gold(start, start + size, turn=turn) for start, size, turn in golds],
        [_guess(start, start + size, turn=turn) for start, size, turn in guesses],
    )
    assert len({found.gold for found in pairs}) == len(pairs)
    assert len({found.guess for found in pairs}) == len(pairs)
    assert all(0 < found.share <= 1 for found in pairs)
    assert [found.share for found in pairs] == sorted((p.share for p in pairs), reverse=True)
