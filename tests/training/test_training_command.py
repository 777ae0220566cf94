"""``python -m assistant.training``, as far as it goes without the extra ``train``."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from assistant.training.__main__ import train

app = typer.Typer()
app.command()(train)
WITHOUT = find_spec("torch") is None


def test_its_options_are_told_without_loading_anything_heavy() -> None:
    code = (
        "import sys, runpy\n"
        "sys.argv = ['training', '--help']\n"
        "try:\n"
        "    runpy.run_module('assistant.training', run_name='__main__')\n"
        "except SystemExit:\n"
        "    print(sorted({'torch', 'spacy', 'onnxruntime'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )

    told, _, loaded = done.stdout.strip().rpartition("\n")
    for option in ("--corpus", "--also", "--work", "--into", "--epochs", "--seed", "--keep-worse"):
        assert option in told
    assert loaded == "[]"


@pytest.mark.skipif(not WITHOUT, reason="the extra train is installed")
def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    ended = CliRunner().invoke(app, ["--work", str(tmp_path)])

    assert ended.exit_code == 2
    assert "is not installed, and training needs it" in ended.stderr
    assert 'pip install ".[train]"' in ended.stderr


@pytest.mark.skipif(WITHOUT, reason="needs the extra train")
def test_a_corpus_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    ended = CliRunner().invoke(app, ["--corpus", str(tmp_path), "--work", str(tmp_path)])

    assert ended.exit_code == 3
    assert "no marked calls" in ended.stderr
