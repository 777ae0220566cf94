"""The published figures are what the engine does on the development calls."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.settings.loading import load_settings
from assistant.workflows.evaluating import annotator, evaluate, read_asked_marks, read_calls
from assistant.workflows.wiring import Workbench
from docs.make_accuracy import DEV, FIGURES, PAGE, page

PUBLISHED = json.loads(FIGURES.read_text(encoding="utf-8"))
_ROUNDING = 0.005
"""Another CPU rounds in another way, and an answer at its threshold falls to the other side."""


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    return Workbench(load_settings(environ={}, file=tmp_path / "none.toml"))


def shares(figures: dict[str, Any]) -> dict[str, Any]:
    """What is a share of something, without the fields' own, which rest on few answers."""
    kept = ("answers", "spans", "turns", "checklist", "hedged", "value", "asked")
    flat = {f"{name} {key}": each for name in kept for key, each in figures[name].items()}
    flat = {name: each for name, each in flat.items() if isinstance(each, float)}
    criteria = {name: figures["criteria"][name] for name in ("accuracy", "false_met")}
    return flat | criteria | {name: figures[name] for name in ("polarity", "verdict", "macro_f1")}


def test_the_figures_are_those_that_are_published(bench: Workbench) -> None:
    fresh = evaluate(read_calls(DEV), annotator(bench), asked=read_asked_marks(DEV)).figures
    published = PUBLISHED["groups"]["all"]
    assert bench.extractor.engine.model_dump() == PUBLISHED["engine"]
    assert fresh["calls"] == published["calls"]
    assert shares(fresh) == pytest.approx(shares(published), abs=_ROUNDING)


def test_the_page_tells_the_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(PUBLISHED)
