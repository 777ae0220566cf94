import os
import stat
import sys
from pathlib import Path

import pytest

from assistant.cli.config import Place
from assistant.settings.settings import all_settings
from assistant.settings.starter import starter_text
from tests.cli.running import run_program


def test_show_names_every_setting_and_where_its_value_came_from() -> None:
    done = run_program("config", "show", environ={"ASSISTANT_CURRENCY": "eur"})

    [_, *rows] = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row[0] for row in rows] == [setting.key for setting in all_settings()]
    assert ["currency", "EUR", "ASSISTANT_CURRENCY"] in rows


def test_show_notes_variables_that_are_no_settings() -> None:
    done = run_program("config", "show", environ={"ASSISTANT_CURENCY": "eur"})

    assert "Did you mean ASSISTANT_CURRENCY?" in done.stderr


def test_path_shows_every_place_and_makes_none(home: Path) -> None:
    done = run_program("config", "path")

    assert [line.split()[0] for line in done.stdout.splitlines()] == list(Place)
    assert done.stdout.count(str(home)) == len(Place)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("place", list(Place))
def test_path_of_one_thing_is_nothing_but_the_path(home: Path, place: Place) -> None:
    done = run_program("config", "path", place)

    assert Path(done.stdout.strip()).is_relative_to(home)
    assert done.stdout.count("\n") == 1


def test_paths_are_told_when_the_settings_have_mistakes(home: Path) -> None:
    file = home / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text("theme = 3 4", encoding="utf-8")

    done = run_program("config", "path")

    assert done.returncode == 0
    assert str(file) in done.stdout
    assert "settings have mistakes" in done.stdout


def editor(tmp_path: Path, code: str) -> dict[str, str]:
    """An editor that runs this code, with the file's path in ``path``."""
    script = tmp_path / "editor.py"
    head = "import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n"
    script.write_text(head + code, encoding="utf-8")
    return {"VISUAL": f'"{sys.executable}" "{script}"'}


def test_edit_starts_with_every_setting_explained(home: Path, tmp_path: Path) -> None:
    done = run_program("config", "edit", environ=editor(tmp_path, ""))

    file = home / "config" / "settings.toml"
    assert done.returncode == 0, done.stderr
    assert file.read_text(encoding="utf-8") == starter_text()
    if os.name == "posix":
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_edit_keeps_what_is_there_and_checks_what_was_written(home: Path, tmp_path: Path) -> None:
    file = home / "config" / "settings.toml"
    file.parent.mkdir()
    file.write_text('bank = "champ"\n', encoding="utf-8")
    code = 'path.write_text(path.read_text() + "fiscal_year_start = 13\\n")'

    done = run_program("config", "edit", environ=editor(tmp_path, code))

    assert done.returncode == 3
    assert file.read_text(encoding="utf-8") == 'bank = "champ"\nfiscal_year_start = 13\n'
    assert f"{file}:2: fiscal_year_start" in done.stderr


def test_an_editor_that_is_not_there_is_a_message(home: Path) -> None:
    done = run_program("config", "edit", environ={"VISUAL": "no-such-editor"})

    assert done.returncode == 2
    assert "'no-such-editor' cannot be started" in done.stderr


def test_an_editor_that_fails_is_a_message(home: Path, tmp_path: Path) -> None:
    done = run_program("config", "edit", environ=editor(tmp_path, "sys.exit(7)"))

    assert done.returncode == 3
    assert "ended with code 7" in done.stderr
