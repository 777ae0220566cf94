"""Files and functions stay small enough to read at a glance."""

import ast
from collections.abc import Iterator
from pathlib import Path

ASSISTANT = Path(__file__).parents[2] / "assistant"
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 40


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted(ASSISTANT.rglob("*.py")):
        yield path.relative_to(ASSISTANT.parent).as_posix(), path.read_text(encoding="utf-8")


def functions(text: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_long() -> None:
    lengths = {name: text.count("\n") for name, text in modules()}

    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_no_function_is_long() -> None:
    long = {
        f"{name}:{function}": length
        for name, text in modules()
        for function, length in functions(text)
        if length > MOST_LINES_OF_A_FUNCTION
    }

    assert long == {}
