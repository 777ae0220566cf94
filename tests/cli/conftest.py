"""The program in this process, with an extractor that is there at once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from assistant.cli.main import app
from tests.fakes.reading import WordExtractor

Run = Callable[..., Any]
"""``run(*arguments, given="", code=0)``: the result, once its exit code is as expected.

With the code None any is.
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr("assistant.extraction.loading.load_extractor", WordExtractor)

    def invoke(*arguments: str, given: str | bytes = "", code: int | None = 0) -> Any:
        result = CliRunner().invoke(app, list(arguments), input=given)
        assert code in {None, result.exit_code}, (result.output, result.exception)
        return result

    return invoke


LUIS = "Dana: What have you put aside?\nLuis: budget: forty thousand dollars\n"
MARTA = "Dana: Who signs?\nMarta: authority: me\n"


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A folder of two calls, one of them deeper, and a hidden file."""
    folder = tmp_path / "calls"
    (folder / "march").mkdir(parents=True)
    (folder / "luis.txt").write_text(LUIS, encoding="utf-8")
    (folder / "march" / "marta.txt").write_text(MARTA, encoding="utf-8")
    (folder / ".hidden").write_bytes(b"\0")
    return folder


def saved(run: Run, folder: Path, said: str) -> str:
    """Save a call in which this was said; gives the beginning of its id."""
    file = folder / "acme.txt"
    file.write_text(said, encoding="utf-8")
    run("annotate", str(file), "--date", "2026-03-12", "--save")
    return str(run("call", "list").stdout.splitlines()[1].split()[0])


def annotations(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def found(annotation: dict[str, Any]) -> set[tuple[str, str]]:
    return {(answer["field"], answer["quote"]) for answer in annotation["answers"]}
