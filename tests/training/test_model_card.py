"""The model card says of the model what the model says of itself."""

from typing import Any

import pytest

from assistant.domain.errors import BadInput
from assistant.domain.fields import Field
from assistant.extraction.learned.model import WEIGHTS, Making, ModelCard
from assistant.training.card import page
from assistant.training.tuning import open_card


def rates(f1: float, gold: int = 10, found: int = 8) -> dict[str, Any]:
    return {"precision": 0.81, "recall": 0.62, "f1": f1, "gold": gold, "found": found}


def group(calls: int) -> dict[str, Any]:
    return {
        "calls": calls,
        "answers": rates(0.71),
        "spans": rates(0.61),
        "checklist": rates(0.83),
        "macro_f1": 0.7,
        "polarity": 0.93,
        "hedged": rates(0.72),
    }


FIELDS = {"need": rates(0.4), "role": rates(0.9), "budget": rates(0.8), "goal": rates(0.0, gold=0)}
CARD = open_card(0.55, 2.0).model_copy(
    update={
        "sha256": {WEIGHTS: "abc123"},
        "thresholds": dict.fromkeys(Field, 0.55) | {Field.NEED: 0.35},
        "made": Making(
            version="0.1.0",
            base="a-base",
            base_sha256="def456",
            licence="Apache-2.0",
            recipe={"epochs": 8, "contexts": [24, 48]},
            trained_on={"calls": 300, "notes": 90, "turns": 9000, "answers": 7000},
            dev={
                "all": group(66) | {"fields": FIELDS, "asked": {**rates(0.7), "calls": 53}},
                "notes": group(0),
                "new writers": group(20),
            },
        ),
    }
)
WRONG = (
    "MISSED a-1 turn 2 role/yes: the boss",
    "POLARITY a-1 turn 3 need no read as yes: so so",
    "MISSED a-1 turn 4 need/yes: `cold` | long " + "x" * 200,
    "INVENTED a-2 turn 1 need/yes: some words",
    "MISSED a-3 turn 9 need/yes: another",
)


def rows(text: str, heading: str) -> list[list[str]]:
    table = text.partition(heading)[2].partition("| --- |")[2].splitlines()[1:]
    cells = []
    for line in table:
        if not line.startswith("|"):
            break
        cells.append([cell.strip() for cell in line.strip("|").split("|")])
    return cells


def test_its_tables_are_the_models_figures() -> None:
    text = page(CARD, WRONG, 23_000_000)

    figures = ["0.81", "0.62", "0.71", "0.61", "0.83", "0.93", "0.72"]
    assert rows(text, "## Figures") == [
        ["all", "66", *figures],
        ["new writers", "20", *figures],
        ["what the rep asks", "53", "0.81", "0.62", "0.70", "", "", "", ""],
    ]
    assert [row[:2] + row[4:] for row in rows(text, "An answer to a field")] == [
        ["role", "0.55", "0.90", "10", "8"],
        ["budget", "0.55", "0.80", "10", "8"],
        ["need", "0.35", "0.40", "10", "8"],
        ["goal", "0.55", "0.00", "0", "8"],
    ]
    assert rows(text, "with this recipe") == [["epochs", "8"], ["contexts", "24, 48"]]
    for fact in ("23.0 MB", "`abc123`", "`a-base`", "`def456`", "Apache-2.0", "300 calls"):
        assert fact in text


def test_its_examples_are_of_the_weakest_fields() -> None:
    text = page(CARD, WRONG, 1)

    assert "weakest fields are `need` (0.40), `budget` (0.80), `role` (0.90)." in text
    examples = [line for line in text.splitlines() if line.startswith("- `")]
    assert len(examples) == 3
    assert examples[0].startswith("- `MISSED a-1 turn 4 need/yes: 'cold'")
    assert len(examples[0]) < 170
    assert examples[1:] == [f"- `{WRONG[3]}`", f"- `{WRONG[0]}`"]


def test_a_model_that_says_nothing_of_its_making_has_no_page() -> None:
    silent: ModelCard = open_card(0.5, 2.0)

    with pytest.raises(BadInput, match="build the model anew"):
        page(silent, (), 1)
