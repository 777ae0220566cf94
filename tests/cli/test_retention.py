"""``assistant retention run`` says what goes and erases it; ``forget`` names files."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, saved

SAID = "Dana: hello\nLuis: need: late trucks; budget: forty thousand\n"
DAYS = ("--set", "retention.transcripts=30", "--set", "retention.backups=7")


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    return saved(run, tmp_path, SAID)


def test_a_dry_run_says_what_would_go(run: Run, call: str) -> None:
    done = run(*DAYS, "retention", "run", "--dry-run").stdout

    rules = [line.split() for line in done.splitlines()[1:6]]
    assert [row[0] for row in rules] == ["transcripts", "notes", "answers", "calls", "backups"]
    assert [row[1] for row in rules] == ["30", "for", "for", "for", "7"]
    assert "This would erase: 2 turns, 2 quotes." in done
    assert "late trucks" in run("call", "show", call).stdout


def test_a_run_erases_it(run: Run, home: Path, call: str) -> None:
    assert "Erased: 2 turns, 2 quotes." in run(*DAYS, "retention", "run").stdout
    assert "Erased: nothing." in run(*DAYS, "retention", "run").stdout

    shown = run("call", "show", call).stdout
    assert "late trucks" not in shown
    assert b"late trucks" not in (home / "data" / "calls.sqlite").read_bytes()


@pytest.mark.parametrize("days", ["0", "-1", "soon", "40000"])
def test_days_are_a_number_of_days(run: Run, days: str) -> None:
    run("--set", f"retention.notes={days}", "retention", "run", code=3)


def test_forgetting_names_the_files_that_go(run: Run, call: str, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    run("call", "show", call, "--format", "html", "--out", str(report))

    said = run("forget", "call", call, "--dry-run").stdout
    assert f"The file goes too: {report} (export)." in said
    assert report.exists()

    assert (
        f"The file is gone too: {report} (export)." in run("forget", "call", call, "--yes").stdout
    )
    assert not report.exists()
