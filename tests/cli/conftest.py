"""The program in this process, with an extractor that is there at once."""

from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import CliRunner

from assistant.cli.main import app
from tests.fakes.reading import WordExtractor

Run = Callable[..., Any]
"""``run(*arguments, given="", code=0)``: the result, once its exit code is as expected."""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr("assistant.extraction.loading.load_extractor", WordExtractor)

    def invoke(*arguments: str, given: str | bytes = "", code: int = 0) -> Any:
        result = CliRunner().invoke(app, list(arguments), input=given)
        assert result.exit_code == code, (result.output, result.exception)
        return result

    return invoke
