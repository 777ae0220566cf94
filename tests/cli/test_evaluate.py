import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CALL = Path(__file__).parents[2] / "transcripts" / "corpus" / "dev" / "a-023.call"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "marked"
    folder.mkdir()
    return folder


def test_a_folder_without_marked_calls_is_3(run: Run, folder: Path) -> None:
    assert str(folder) in run("evaluate", str(folder), code=3).stderr


def test_an_unknown_field_is_2(run: Run, folder: Path) -> None:
    assert "budget" in run("evaluate", str(folder), "--fields", "money", code=2).stderr


def test_the_figures_as_text_and_as_json(run: Run, folder: Path) -> None:
    shutil.copy(CALL, folder)

    assert "answers" in run("evaluate", str(folder)).stdout
    figures = json.loads(run("evaluate", str(folder), "--json").stdout)
    assert "asked" not in figures


def test_what_the_rep_asked_for_is_told_where_it_is_marked(run: Run, folder: Path) -> None:
    shutil.copy(CALL, folder)
    shutil.copy(CALL.parents[1] / "asked.tsv", folder.parent)

    assert "what the rep asked for, " in run("evaluate", str(folder)).stdout
    asked = json.loads(run("evaluate", str(folder), "--json").stdout)["asked"]
    assert asked["calls"] == 1
    assert asked["gold"] > 0


def test_a_bad_mark_of_a_question_is_3(run: Run, folder: Path) -> None:
    shutil.copy(CALL, folder)
    (folder / "asked.tsv").write_text("call\tturn\tfields\nx\t0\tmoney\n", encoding="utf-8")

    assert "asked.tsv:2: 'money' is no field" in run("evaluate", str(folder), code=3).stderr


def test_mistakes_are_listed_on_request(run: Run, folder: Path) -> None:
    shutil.copy(CALL, folder)

    mistakes = run("evaluate", str(folder), "--errors", "2").stderr.splitlines()

    assert len(mistakes) == 2
