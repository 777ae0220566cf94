"""The documents list the names of the grammar as the program has them."""

from pathlib import Path

from assistant.search.names import NAMES, STANDINGS
from assistant.search.parsing import parse

DOCUMENT = (Path(__file__).parents[2] / "docs" / "search.md").read_text(encoding="utf-8")


def table(marker: str) -> list[str]:
    """The rows of the table between two markers, without the heading."""
    lines = DOCUMENT.partition(f"<!-- {marker} -->")[2].partition("<!--")[0].strip().splitlines()
    return lines[2:]


def test_every_name_is_documented() -> None:
    assert table("names") == [f"| `{one.example}` | {one.about} |" for one in NAMES]


def test_every_standing_is_documented() -> None:
    assert table("standings") == [f"| `{one.value}` | {one.about} |" for one in STANDINGS]


def test_every_example_can_be_read() -> None:
    for name in NAMES:
        parse(name.example)
