"""The published figures are what the engine does on the development calls."""

import json
from pathlib import Path

import pytest

from assistant.settings.loading import load_settings
from assistant.workflows.evaluating import annotator, evaluate, read_calls
from assistant.workflows.wiring import Workbench
from docs.make_accuracy import DEV, PAGE, page

GOLDEN = Path(__file__).parent / "golden" / "dev_figures.json"


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    return Workbench(load_settings(environ={}, file=tmp_path / "none.toml"))


def test_figures_are_those_of_the_reference_scorer(bench: Workbench) -> None:
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert evaluate(read_calls(DEV), annotator(bench)).figures == golden


def test_the_page_tells_the_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
