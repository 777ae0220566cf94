import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.cli.main import app
from assistant.settings.paths import team_folder

BAD = "id: bad\nversion: 1\ntitle: Bad\nquestons: []\ngates: []\ncriteria: {}\n"
KEYS = "Write one of: id, version, title, about, lifecycle, gates, criteria, verdict"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["bank", *arguments])


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    run("new", "good", "--out", str(path))
    return path


def test_check_of_a_good_file_says_what_it_holds(good: Path) -> None:
    done = run("check", str(good))

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"{good}: in order, bank good, 3 gates, 6 questions\n"


def test_check_of_a_bad_file_names_every_mistake_and_ends_with_3(bad: Path) -> None:
    done = run("check", str(bad))

    assert done.exit_code == 3
    assert done.stdout.splitlines() == [
        f"{bad}:4: questons: no such key. {KEYS}",
        f"{bad}:5: gates: must have at least 1 of them, and has 0",
        f"{bad}:6: criteria: must have at least 1 of them, and has 0",
    ]


def test_check_of_several_files_ends_with_1_when_some_are_bad(good: Path, bad: Path) -> None:
    some = run("check", str(good), str(bad))
    none = run("check", str(bad), str(bad.with_name("missing.yaml")))

    assert (some.exit_code, none.exit_code) == (1, 3)
    assert "good.yaml: in order" in some.stdout
    assert "bad.yaml:4: questons" in some.stdout
    assert "missing.yaml: no such file" in none.stdout


def test_what_a_file_brings_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil.yaml"
    path.write_text('id: evil\n"\\e[31mgates\u202e": []\n', encoding="utf-8")

    done = run("check", str(path))

    assert done.exit_code == 3
    assert not {"\x1b", "\u202e"} & set(done.stdout + done.stderr)


def test_list_shows_what_is_in_force_and_what_could_not_be_read() -> None:
    run("new", "renewals", "--title", "Renewals")
    (team_folder() / "bad.yaml").write_text(BAD, encoding="utf-8")

    done = run("list")

    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "bant",
        "champ",
        "discovery",
        "lead_qualification",
        "renewals",
    ]
    assert done.stdout.splitlines()[-1].endswith(str(team_folder() / "renewals.yaml"))
    assert done.stderr.count("Note: ") == 3


def test_show_is_for_a_person_to_read() -> None:
    done = run("show", "champ")

    assert done.exit_code == 0
    assert done.stdout.startswith("CHAMP (champ, version 1)\n")
    assert "Money (also called Budget): passes when Money is met\n" in done.stdout
    assert "  Prioritization: from priority, timeline, rule last_answer, weight 20, required\n" in (
        done.stdout
    )
    assert done.stdout.endswith("Verdict: from Challenges, Money, Authority and Prioritization\n")


def test_show_of_one_gate_takes_any_of_its_names() -> None:
    by_id, by_name = (run("show", "bant", name) for name in ("timeline", "Timing"))

    assert by_id.stdout == by_name.stdout
    assert by_id.stdout.startswith("Timeline (also called Timing): passes when Timeline is met\n")
    assert "Budget" not in by_id.stdout


def test_show_of_a_file_and_of_what_is_not_there(good: Path, bad: Path) -> None:
    shown, wrong, missing, gate = (
        run("show", *arguments)
        for arguments in ([str(good)], [str(bad)], ["bnat"], ["bant", "tming"])
    )

    assert shown.stdout.startswith("Good (good, version 1)\n")
    assert "answered by one of: top of the list, one of several, someday\n" in shown.stdout
    assert (shown.exit_code, wrong.exit_code, missing.exit_code, gate.exit_code) == (0, 3, 2, 2)
    assert "bad.yaml:4: questons" in wrong.stderr
    assert "bant, champ" in missing.stderr
    assert "It has: budget, authority, need, timeline." in gate.stderr


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["type"] == "object"


def test_new_never_writes_over_a_file(good: Path) -> None:
    before = good.read_bytes()

    done = run("new", "good", "--out", str(good))

    assert done.exit_code == 2
    assert "is there already" in done.stderr
    assert good.read_bytes() == before


def test_new_says_what_to_do_next() -> None:
    done = run("new", "renewals")

    path = team_folder() / "renewals.yaml"
    assert done.stdout == f"{path} is written. Change it, then run: assistant bank check {path}\n"
    assert path.is_file()
