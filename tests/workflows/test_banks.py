import json
from pathlib import Path

import pytest

from assistant.domain.errors import WrongUsage
from assistant.settings.paths import team_folder
from assistant.settings.shipped import shipped
from assistant.workflows.banks import check_files, list_banks, schema_text, start_bank
from assistant.workflows.wiring import Workbench


def test_a_new_bank_goes_to_the_teams_folder_and_is_in_force() -> None:
    path = start_bank(Workbench.open(), "renewals", "Our renewals")

    listed = {one.bank.id: (one.bank.title, one.file) for one in list_banks(Workbench.open())}
    assert path == team_folder() / "renewals.yaml"
    assert listed == {
        "bant": ("BANT", ""),
        "champ": ("CHAMP", ""),
        "discovery": ("Discovery call", ""),
        "lead_qualification": ("Lead qualification", ""),
        "renewals": ("Our renewals", str(path)),
    }
    assert Workbench.open().playbook.problems == ()


def test_a_bank_of_the_team_works_like_a_shipped_one() -> None:
    start_bank(Workbench.open(), "renewals")

    assert Workbench.open().bank("renewals").title == "Renewals"


def test_a_new_bank_goes_where_it_is_told(tmp_path: Path) -> None:
    bench = Workbench.open()

    assert start_bank(bench, "a", out=tmp_path) == tmp_path / "a.yaml"
    assert start_bank(bench, "b", out=tmp_path / "x.yaml") == tmp_path / "x.yaml"
    assert [one.problems for one in check_files(bench, sorted(tmp_path.iterdir()))] == [(), ()]


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("keep me", encoding="utf-8")

    with pytest.raises(WrongUsage, match="is there already"):
        start_bank(Workbench.open(), "mine", out=tmp_path)

    assert path.read_text(encoding="utf-8") == "keep me"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="cannot be written"):
        start_bank(Workbench.open(), "mine", out=tmp_path / "none" / "x.yaml")


@pytest.mark.parametrize(
    ("bank_id", "words"), [("bant", "take its place"), ("My Bank", "no id for a bank")]
)
def test_an_id_that_cannot_be_had_is_refused(bank_id: str, words: str) -> None:
    with pytest.raises(WrongUsage, match=words):
        start_bank(Workbench.open(), bank_id)

    assert not team_folder().exists()


def test_every_file_is_checked_and_described(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: bad\ngates: 5\ntitel: Bad\n", encoding="utf-8")
    folder = shipped("question_banks")
    files = [
        folder / "bant.yaml",
        bad,
        folder / "lifecycles" / "levels.yaml",
        folder / "points.yaml",
        folder / "icp.example.yaml",
    ]

    checked = check_files(Workbench.open(), files)

    assert [one.file for one in checked] == [str(file) for file in files]
    assert [one.holds for one in checked] == [
        "bank bant, 4 gates, 12 questions",
        "",
        "lifecycle levels",
        "points table points",
        "ideal customer profile example",
    ]
    assert [len(one.problems) for one in checked] == [0, 5, 0, 0, 0]
    assert f"{bad}:3: titel: no such key. Write title" in checked[1].problems


def test_a_file_is_checked_against_the_other_banks(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    text = start_bank(Workbench.open(), "mine", out=path).read_text(encoding="utf-8")
    path.write_text(text.replace("mine.amount", "budget.resources"), encoding="utf-8")

    (checked,) = check_files(Workbench.open(), [path])

    (problem,) = checked.problems
    assert "has budget.resources with another answer" in problem


def test_the_schema_is_json() -> None:
    assert json.loads(schema_text())["title"] == "Question bank"
