"""The figures equal those of the reference scorer, to the last digit."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.fields import Field
from assistant.domain.marked import MarkedCall
from assistant.evaluation.guess import Guess
from assistant.evaluation.scoring import compare_all, first_mistakes, score
from assistant.ingest.marked import marked_files, read_marked

GOLDEN = Path(__file__).parent / "golden"
DEV = Path(__file__).parents[2] / "transcripts" / "corpus" / "dev"

Scored = tuple[MarkedCall, Guess]


def _golden(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((GOLDEN / name).read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def messy() -> list[Scored]:
    guesses = _golden("messy_guesses.json")
    calls = [read_marked(path) for path in marked_files(DEV)]
    return [(call, Guess.from_annotation(guesses[call.id])) for call in calls]


def test_all_figures(messy: list[Scored]) -> None:
    assert score(messy) == _golden("messy_figures.json")


def test_figures_of_some_fields(messy: list[Scored]) -> None:
    fields = frozenset({Field.BUDGET, Field.TIMELINE, Field.AUTHORITY})
    assert score(messy, fields) == _golden("messy_figures_of_three_fields.json")


def test_figures_come_in_the_reference_order(messy: list[Scored]) -> None:
    assert json.dumps(score(messy)) == json.dumps(_golden("messy_figures.json"))


def test_mistakes(messy: list[Scored]) -> None:
    expected = (GOLDEN / "messy_mistakes.txt").read_text(encoding="utf-8").splitlines()
    assert list(first_mistakes(compare_all(messy), len(expected))) == expected


def test_the_golden_guesses_spoil_every_field(messy: list[Scored]) -> None:
    figures = score(messy)["fields"]
    assert set(figures) == set(Field)
    assert all(0 < each["f1"] < 1 for each in figures.values())
    assert all(each["value"] is None or 0 < each["value"] < 1 for each in figures.values())
