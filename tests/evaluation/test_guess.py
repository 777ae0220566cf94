from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.errors import BadInput
from assistant.evaluation.guess import Guess, turn_difference
from assistant.evaluation.scoring import compare_all, first_mistakes, score
from assistant.ingest.marked import read_marked

CALL = """id: small
call_date: 2026-03-12
rep: Dana
speakers: Dana (rep), Luis (prospect)
criteria: budget=met authority=unknown need=met timeline=unmet
---
Dana: So what is going on?
Luis: {{need|yes|firm|visits}}We miss visits{{/}}, {{budget|yes|hedged|40000 USD}}maybe 40k{{/}}.
Luis: {{timeline|yes|firm|2027-09}}September next year, at the earliest{{/}}.
"""

ANSWER = {"field": "need", "turn": 1, "start": 0, "end": 14, "polarity": "yes"}


@pytest.fixture
def call_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.call"
    path.write_text(CALL, encoding="utf-8")
    return path


def test_what_is_not_scored_is_passed_over() -> None:
    data = {
        "schema": "assistant.annotation/1",
        "call": {"id": "x"},
        "turns": [{"text": "We miss visits", "speaker": "Luis", "side": "prospect"}],
        "answers": [ANSWER | {"id": "1", "quote": "We miss visits", "certainty": "firm"}],
        "criteria": {"need": {"status": "met", "answers": ["1"]}, "budget": None, "timeline": {}},
        "verdict": {"outcome": "nurture"},
    }
    guess = Guess.from_annotation(data)
    assert [(answer.field, answer.start, answer.end) for answer in guess.answers] == [
        ("need", 0, 14)
    ]
    assert guess.criteria == {"need": "met", "budget": None, "timeline": None}
    assert guess.turns == ("We miss visits",)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({}, "answers"),
        ({"answers": [ANSWER | {"field": "mood"}]}, "answers.0.field"),
        ({"answers": [ANSWER, ANSWER | {"turn": "first"}]}, "answers.1.turn"),
        ({"answers": [ANSWER | {"polarity": "maybe"}]}, "answers.0.polarity"),
        ({"answers": [ANSWER | {"value": "40k"}]}, "answers.0.value"),
        ({"answers": [], "turns": [{}]}, "turns.0.text"),
    ],
)
def test_what_breaks_the_contract_is_named(data: dict[str, Any], where: str) -> None:
    with pytest.raises(BadInput, match=f"a-001: not an annotation: {where}: "):
        Guess.from_annotation(data, name="a-001")


def test_a_person_who_marks_the_same_is_right_in_everything(call_file: Path) -> None:
    call = read_marked(call_file)
    figures = score([(call, Guess.from_marked(call))])
    assert figures["answers"]["f1"] == figures["spans"]["f1"] == figures["verdict"] == 1
    assert figures["value"] == {"right": 1, "wrong": 0, "blank": 0, "invented": 0}


def test_a_time_more_than_a_year_off_reads_as_no(call_file: Path) -> None:
    call = read_marked(call_file)
    assert call.call_date == date(2026, 3, 12)
    far = call.answers[2]
    value = {"start": "2027-09-01", "end": "2027-09-30"}
    said_no = {"field": "timeline", "turn": 2, "start": far.start, "end": far.end}
    guess = Guess.from_annotation({"answers": [said_no | {"polarity": "no", "value": value}]})
    assert score([(call, guess)])["polarity"] == 1
    near = Guess.from_annotation({"answers": [said_no | {"polarity": "yes", "value": None}]})
    assert score([(call, near)])["polarity"] == 0


def test_mistakes_say_what_was_missed_invented_and_misread(call_file: Path) -> None:
    call = read_marked(call_file)
    budget = call.answers[1]
    money = {"field": "budget", "turn": 1, "start": budget.start, "end": budget.end}
    value = {"low": 50000, "high": 50000}
    answers = [
        money | {"polarity": "open", "value": value},
        ANSWER | {"field": "goal"},
        ANSWER | {"turn": 9},
    ]
    compared = compare_all([(call, Guess.from_annotation({"answers": answers}))])
    assert first_mistakes(compared, 10) == (
        "MISSED small turn 1 need/yes: We miss visits",
        "POLARITY small turn 1 budget yes read as open: maybe 40k",
        f"VALUE wrong small turn 1 budget 40000 USD read as {value}: maybe 40k",
        "MISSED small turn 2 timeline/no: September next year, at the earliest",
        "INVENTED small turn 1 goal/yes: We miss visits",
        "INVENTED small turn 9 need/yes: ?",
    )
    assert len(first_mistakes(compared, 2)) == 2
    assert first_mistakes(compared, 0) == ()


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["So what is going on?", "We miss visits, maybe 40k."], "(2 for 3)"),
        (["So what is going on?", "Something else", ""], "(3 for 3, first at turn 1)"),
    ],
)
def test_turns_that_differ_are_told(call_file: Path, turns: list[str], expected: str) -> None:
    call = read_marked(call_file)
    guess = Guess(answers=(), turns=tuple(turns))
    assert turn_difference(call, guess) == f"small: the turns differ from the input {expected}"


def test_turns_that_are_the_same_are_not_told(call_file: Path) -> None:
    call = read_marked(call_file)
    assert turn_difference(call, Guess.from_marked(call)) is None


def test_a_mark_with_a_day_that_cannot_be_is_told(call_file: Path) -> None:
    call_file.write_text(CALL.replace("2027-09", "2027-19"), encoding="utf-8")
    call = read_marked(call_file)
    with pytest.raises(BadInput, match=r"small\.call:9: .*2027-19"):
        score([(call, Guess(answers=()))])
