"""Figures of a transcript, from times or words; what can't be told is said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.fields import Side
from assistant.domain.figures import Stretch
from assistant.domain.transcript import Turn
from assistant.figures.figuring import (
    NO_ENDS,
    NO_MARKS,
    NO_SIDES,
    NO_TIMES,
    SOME_TIMES,
    figures_of,
)

REP, PROSPECT = Side.REP, Side.PROSPECT


def turns(*said: tuple[Side, str, float | None, float | None]) -> list[Turn]:
    names = {REP: "Dana", PROSPECT: "Luis"}
    return [
        Turn(index=at, text=text, side=side, speaker=names.get(side), start=start, end=end)
        for at, (side, text, start, end) in enumerate(said)
    ]


TIMED = turns(
    (REP, "Hello. How are you?", 0, 6),
    (PROSPECT, "Fine.", 7, 10),
    (REP, "What costs you time? And money?", 12, 18),
    (PROSPECT, "Paper.", 18.5, 30),
    (PROSPECT, "Do you do paper?", 30, 48),
    (REP, "Yes.", 47, 60),
)


def test_times_tell_shares_monologues_patience_and_changes() -> None:
    found = figures_of(TIMED)

    assert found is not None
    assert (found.basis, found.minutes, found.missing) == ("times", 1.0, ())
    assert found.rep_share == pytest.approx(25 / (25 + 32.5))
    assert found.longest_rep == Stretch(seconds=13, speaker="Dana", turn=5)
    assert found.longest_prospect == Stretch(seconds=29.5, speaker="Luis", turn=3)
    assert (found.patience, found.waits) == (1.0, 2)
    assert found.interactivity == 4.0


def test_beginnings_alone_are_no_lengths_but_they_are_times() -> None:
    found = figures_of([turn.model_copy(update={"end": None}) for turn in TIMED])

    assert found is not None
    assert (found.basis, found.missing) == ("words", (NO_ENDS,))


def test_questions_are_told_with_when_they_were_asked() -> None:
    found = figures_of(TIMED)

    assert found is not None
    assert found.questions is not None
    assert [(one.turn, one.text, one.seconds) for one in found.questions] == [
        (0, "How are you?", 0),
        (2, "What costs you time?", 12),
        (2, "And money?", 12),
    ]
    parts = [one.part for one in found.questions]
    assert parts == sorted(parts)
    assert found.prospect_questions == 1


def test_words_stand_in_for_times_and_it_is_said() -> None:
    ten = "one two three four five six seven eight nine ten?"
    found = figures_of(turns((REP, ten, None, None), (PROSPECT, f"{ten} {ten}", None, None)))

    assert found is not None
    assert (found.basis, found.missing) == ("words", (NO_TIMES,))
    assert found.minutes == pytest.approx(12 / 60)
    assert found.rep_share == pytest.approx(1 / 3)
    assert (found.patience, found.waits) == (None, 0)


def test_where_some_turns_have_times_both_are_named() -> None:
    found = figures_of([*TIMED, Turn(index=6, text="Bye", side=REP)])

    assert found is not None
    assert (found.basis, found.missing) == ("times and words", (SOME_TIMES,))


def test_without_a_rep_there_are_no_shares() -> None:
    found = figures_of(turns((PROSPECT, "Hello?", 0, 1), (PROSPECT, "Hm", 1, 2)))

    assert found is not None
    assert found.missing == (NO_SIDES,)
    assert (found.rep_share, found.questions, found.interactivity) == (None, None, None)


def test_without_question_marks_no_questions_are_counted() -> None:
    found = figures_of(turns((REP, "how are you", 0, 1), (PROSPECT, "fine", 1, 2)))

    assert found is not None
    assert found.missing == (NO_MARKS,)
    assert (found.questions, found.prospect_questions) == (None, None)


def test_where_nobody_says_anything_there_are_no_figures() -> None:
    assert figures_of([]) is None
    assert figures_of(turns((REP, " ", 0, 1))) is None


@given(
    st.lists(
        st.builds(
            dict,
            text=st.text(alphabet="ab ?.", max_size=9),
            side=st.sampled_from(Side),
            start=st.none() | st.floats(0, 9),
            end=st.none() | st.floats(0, 9),
        ),
        max_size=8,
    )
)
def test_figures_stay_in_their_bounds(said: list[dict[str, Any]]) -> None:
    found = figures_of([Turn(index=at, **one) for at, one in enumerate(said)])

    if found is not None:
        assert found.minutes >= 0
        assert found.rep_share is None or 0 <= found.rep_share <= 1
        assert found.patience is None or found.patience >= 0
        assert all(0 <= one.part <= 1 for one in found.questions or ())
