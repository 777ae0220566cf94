from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.errors import BadInput
from assistant.domain.fields import Field, Kind, Side
from assistant.domain.marked import MarkedCall
from assistant.domain.transcript import Participant, Turn
from assistant.evaluation.asked import (
    AskedMarks,
    AskedTurn,
    find_asked,
    read_asked,
    score_asked,
)
from assistant.evaluation.guess import Guess

HEADER = "call\tturn\tfields\n"
BUDGET, NEED, ROLE = (frozenset({one}) for one in (Field.BUDGET, Field.NEED, Field.ROLE))
NONE = frozenset[Field]()

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        path = tmp_path / "asked.tsv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def a_call(call_id: str, turns: int = 6) -> MarkedCall:
    """Dana, the rep, has the even turns."""
    return MarkedCall(
        id=call_id,
        call_date=date(2026, 3, 12),
        kind=Kind.CALL,
        rep="Dana",
        participants=(
            Participant(name="Dana", side=Side.REP),
            Participant(name="Luis", side=Side.PROSPECT),
        ),
        header={},
        turns=tuple(
            Turn(index=at, text="Right.", speaker="Luis" if at % 2 else "Dana")
            for at in range(turns)
        ),
        answers=(),
        criteria={},
    )


def marks(**calls: dict[int, frozenset[Field]]) -> AskedMarks:
    return AskedMarks(
        file="asked.tsv",
        calls={
            call: {
                turn: AskedTurn(fields=fields, line=line)
                for line, (turn, fields) in enumerate(turns.items(), start=2)
            }
            for call, turns in calls.items()
        },
    )


def test_every_line_is_a_turn(write: Write) -> None:
    path = write(HEADER + "a-1\t0\t-\na-1\t12\tbudget,need\nb-2\t4\trole\n")
    assert read_asked(path) == AskedMarks(
        file=str(path),
        calls={
            "a-1": {
                0: AskedTurn(fields=NONE, line=2),
                12: AskedTurn(fields=BUDGET | NEED, line=3),
            },
            "b-2": {4: AskedTurn(fields=ROLE, line=4)},
        },
    )


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "the first line"),
        ("a-1\t0\t-\n", 1, "the first line"),
        (HEADER + "a-1\t0\n", 2, "a line has to be written"),
        (HEADER + "a-1\t0\t-\n\n", 3, "a line has to be written"),
        (HEADER + "a-1\tzero\t-\n", 2, "a line has to be written"),
        (HEADER + "a-1\t-1\t-\n", 2, "a line has to be written"),
        (HEADER + "\t1\t-\n", 2, "a line has to be written"),
        (HEADER + "a-1\t0\t-\na-1\t2\tbudget,money\n", 3, "'money' is no field; write - or"),
        (HEADER + "a-1\t0\t\n", 2, "'' is no field"),
        (HEADER + "a-1\t0\t-\na-1\t0\tneed\n", 3, "turn 0 of a-1 is marked already, on line 2"),
    ],
)
def test_a_bad_line_is_told_with_its_place(write: Write, text: str, line: int, told: str) -> None:
    path = write(text)
    with pytest.raises(BadInput) as error:
        read_asked(path)
    assert (error.value.file, error.value.line) == (str(path), line)
    assert told in str(error.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_asked(tmp_path / "asked.tsv")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "asked.tsv"
    path.write_bytes(b"call\xff")
    with pytest.raises(BadInput, match="UTF-8"):
        read_asked(path)


def test_marks_are_in_the_folder_or_the_one_above(write: Write, tmp_path: Path) -> None:
    below = tmp_path / "dev"
    below.mkdir()
    assert find_asked(below) is None
    above = write(HEADER)
    assert find_asked(below) == above.resolve()
    own = below / "asked.tsv"
    own.write_text(HEADER, encoding="utf-8")
    assert find_asked(below) == own.resolve()


def test_fields_are_scored_turn_by_turn() -> None:
    gold = marks(
        one={0: NEED, 2: BUDGET | NEED, 4: NONE},
        two={0: ROLE},
        elsewhere={0: ROLE},
    )
    pairs = [
        (a_call("one"), Guess(answers=(), asked={0: BUDGET, 1: ROLE, 2: BUDGET | NEED, 4: NEED})),
        (a_call("two"), Guess(answers=())),
        (a_call("unmarked"), Guess(answers=(), asked={0: NEED})),
    ]
    assert score_asked(pairs, gold) == {
        "calls": 2,
        "turns": 4,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
        "gold": 4,
        "found": 4,
        "fields": {
            "budget": {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "gold": 1, "found": 2},
            "need": {"precision": 0.5, "recall": 0.5, "f1": 0.5, "gold": 2, "found": 2},
            "role": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1, "found": 0},
        },
    }


def test_only_some_fields_are_scored() -> None:
    gold = marks(one={0: NEED, 2: BUDGET})
    pairs = [(a_call("one"), Guess(answers=(), asked={0: NEED | ROLE, 2: NEED}))]
    figures = score_asked(pairs, gold, BUDGET)
    assert figures is not None
    assert (figures["gold"], figures["found"], set(figures["fields"])) == (1, 0, {"budget"})


def test_nothing_is_scored_without_marked_calls() -> None:
    assert score_asked([(a_call("other"), Guess(answers=()))], marks(one={0: NEED})) is None


@pytest.mark.parametrize("turn", [1, 6])
def test_a_mark_on_no_turn_of_the_rep_is_told_with_its_line(turn: int) -> None:
    gold = marks(one={0: NONE, turn: NEED})
    with pytest.raises(BadInput, match=rf"^asked.tsv:3: one has no turn {turn} of the rep"):
        score_asked([(a_call("one"), Guess(answers=()))], gold)


@given(
    asked=st.dictionaries(st.sampled_from((0, 2, 4)), st.frozensets(st.sampled_from(Field))),
)
def test_the_marks_themselves_score_one(asked: dict[int, frozenset[Field]]) -> None:
    pairs = [(a_call("one"), Guess(answers=(), asked=asked))]
    figures = score_asked(pairs, marks(one=asked))
    assert figures is not None
    best = float(any(asked.values()))
    assert (figures["precision"], figures["recall"], figures["f1"]) == (best, best, best)
