from pathlib import Path
from typing import Any

import pytest

from assistant.domain.errors import BadInput, WrongUsage
from assistant.domain.fields import Field, Kind
from assistant.domain.marked import MarkedCall
from assistant.domain.transcript import Transcript
from assistant.workflows.evaluating import (
    evaluate,
    fields_named,
    read_asked_marks,
    read_calls,
)

CALL = """id: one
call_date: 2026-03-12
rep: Dana
speakers: Dana (rep), Luis (prospect)
criteria: budget=unknown authority=unknown need=met timeline=unknown
---
Dana: So what is going on?
Luis: {{need|yes|firm|missed visits}}We miss visits{{/}}.
"""
NOTES = """id: two
kind: notes
call_date: 2026-03-12
rep: Dana
speakers: Dana (rep), Luis (prospect)
criteria: budget=unknown authority=unknown need=met timeline=unknown
---
{{need|yes|firm|late invoices}}invoices go out late{{/}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "more").mkdir()
    (tmp_path / "one.call").write_text(CALL, encoding="utf-8")
    (tmp_path / "more" / "two.call").write_text(NOTES, encoding="utf-8")
    return tmp_path


def _annotated(transcript: Transcript, turn: int) -> dict[str, Any]:
    said = transcript.turns[turn].text.rstrip(".")
    answer = {"field": "need", "turn": turn, "start": 0, "end": len(said), "polarity": "yes"}
    return {
        "turns": [{"text": each.text} for each in transcript.turns],
        "answers": [answer],
        "criteria": {"need": {"status": "met"}},
    }


def test_every_call_is_annotated_from_its_plain_text(folder: Path) -> None:
    seen: list[tuple[str, Kind, list[str]]] = []
    told: list[tuple[int, int]] = []

    def annotate(call: MarkedCall, transcript: Transcript) -> dict[str, Any]:
        seen.append((call.id, transcript.kind, [turn.text for turn in transcript.turns]))
        return _annotated(transcript, len(transcript.turns) - 1)

    result = evaluate(
        read_calls(folder), annotate, progress=lambda done, of: told.append((done, of))
    )

    assert seen == [
        ("two", Kind.NOTES, ["invoices go out late"]),
        ("one", Kind.CALL, ["So what is going on?", "We miss visits."]),
    ]
    assert told == [(1, 2), (2, 2)]
    assert result.figures["calls"] == 2
    assert result.figures["answers"]["f1"] == 1
    assert (result.mistakes, result.warnings) == ((), ())
    assert result.text().startswith("2 calls\n")


def test_mistakes_and_other_turns_are_told(folder: Path) -> None:
    def annotate(call: MarkedCall, transcript: Transcript) -> dict[str, Any]:
        return _annotated(transcript, 0) | {"turns": []}

    result = evaluate(read_calls(folder), annotate, errors=1)

    assert result.mistakes == ("MISSED one turn 1 need/yes: We miss visits",)
    assert len(result.warnings) == 2


def test_only_the_named_fields_are_scored(folder: Path) -> None:
    def annotate(call: MarkedCall, transcript: Transcript) -> dict[str, Any]:
        return _annotated(transcript, 0)

    result = evaluate(read_calls(folder), annotate, fields=fields_named(["goal", " budget "]))

    assert result.figures["answers"]["gold"] == 0


def test_what_the_rep_asked_for_is_scored_where_it_is_marked(folder: Path) -> None:
    def annotate(call: MarkedCall, transcript: Transcript) -> dict[str, Any]:
        return _annotated(transcript, 0) | {"asked": {0: ["need", "goal"]}}

    assert read_asked_marks(folder) is None
    (folder / "asked.tsv").write_text("call\tturn\tfields\none\t0\tneed\n", encoding="utf-8")
    marks, calls = read_asked_marks(folder), read_calls(folder)
    figures = evaluate(calls, annotate, asked=marks).figures

    asked = figures.pop("asked")
    assert (asked["calls"], asked["precision"], asked["recall"]) == (1, 0.5, 1)
    assert figures == evaluate(calls, annotate).figures
    assert "asked" not in evaluate(calls[:1], annotate, asked=marks).figures


def test_names_of_fields() -> None:
    assert fields_named(["need", "goal"]) == {Field.NEED, Field.GOAL}
    with pytest.raises(WrongUsage, match="budget, authority"):
        fields_named(["mood"])


def test_a_folder_without_marked_calls(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no marked calls"):
        read_calls(tmp_path)
