"""What starts at once stays light: heavy packages are loaded when they are first used."""

import json
import subprocess
import sys

import pytest

HEAVY = {
    "jinja2",
    "numpy",
    "onnxruntime",
    "rapidfuzz",
    "rich",
    "ruamel",
    "spacy",
    "sqlalchemy",
    "sqlmodel",
    "textual",
    "thinc",
}
"""Packages that ``--help`` needs none of."""

FOR_A_CALL = {"numpy", "onnxruntime", "spacy", "sqlalchemy", "sqlmodel", "thinc"}
"""Packages that the screens need only once a call is opened."""

LOADED = """
import json, sys
sys.argv = ["assistant", *{arguments!r}]
try:
    {statement}
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def loaded_by(statement: str, *arguments: str) -> set[str]:
    """The top-level packages that a fresh Python has loaded after a statement."""
    code = LOADED.format(statement=statement, arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments",
    [
        *((group, "--help") for group in ("annotate", "bank", "call", "config", "corpus", "db")),
        *((group, "--help") for group in ("doctor", "evaluate", "forget", "lead", "search")),
        ("sync", "--help"),
    ],
    ids=" ".join,
)
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded_by("from assistant.cli.main import run; run()", *arguments) & HEAVY == set()


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_the_start_loads_no_types_either(flag: str) -> None:
    loaded = loaded_by("from assistant.cli.main import run; run()", flag)
    # Typer loads pydantic itself, for the help of a single command.
    assert loaded & (HEAVY | {"pydantic"}) == set()


def test_the_screens_start_without_what_only_a_call_needs() -> None:
    assert loaded_by("import assistant.tui.app") & FOR_A_CALL == set()
