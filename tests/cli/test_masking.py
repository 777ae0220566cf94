"""``--mask`` on what is shown and written."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, saved

SAID = "Dana: hello Zylpha\nZylpha: need: trucks for Zylpha at zylpha@acme.example\n"


@pytest.fixture
def call(run: Run, tmp_path: Path) -> str:
    return saved(run, tmp_path, SAID)


@pytest.mark.parametrize("form", ["text", "json", "md", "html"])
def test_reports_name_nobody(run: Run, call: str, tmp_path: Path, form: str) -> None:
    file = str(tmp_path / "acme.txt")
    for command in (("annotate", file), ("call", "show", call)):
        done = run(*command, "--mask", "--format", form)
        assert "zylpha" not in done.stdout.casefold()
        assert "Masked: " in done.stderr


def test_hits_and_transcripts_name_nobody(run: Run, call: str, tmp_path: Path) -> None:
    out = tmp_path / "masked.txt"
    for command in (
        ("search", "zylpha", "--mask"),
        ("search", "zylpha", "--mask", "--csv"),
        ("transcript", "convert", str(tmp_path / "acme.txt"), str(out), "--mask"),
    ):
        done = run(*command)
        assert "zylpha" not in done.stdout.casefold()
        assert "Masked: names: " in done.stderr
    assert "zylpha" not in out.read_text(encoding="utf-8").casefold()
    assert "trucks for" in out.read_text(encoding="utf-8")
