"""A TOML file as dotted keys, with the line of each."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.domain.errors import BadInput


@dataclass(frozen=True)
class TomlFile:
    """The values of a file by dotted key."""

    path: Path
    text: str
    values: Mapping[str, Any]

    def line(self, key: str) -> int:
        """The line where a key's statement starts."""
        start = 1
        for end, values in _prefixes(self.text):
            if key in values:
                return start
            start = end + 1
        return start


def read_toml(path: Path) -> TomlFile:
    """Read a TOML file; where there is no such file, it has no values.

    Raises ``BadInput`` where it cannot be read or is no TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return TomlFile(path, "", {})
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadInput("This is not UTF-8 text.", file=str(path), line=line) from error
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(path)) from error
    try:
        return TomlFile(path, text, _dotted(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        reason = str(error).split(" (at ")[0]
        message = f'{reason}. Write a key, =, and a value, as in currency = "USD"'
        raise BadInput(message, file=str(path), line=_broken_line(text)) from error


def _dotted(table: Mapping[str, Any]) -> dict[str, Any]:
    return dict(_entries(table, ""))


def _entries(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _entries(value, f"{above}{name}.")
        else:
            yield above + name, value


def _broken_line(text: str) -> int:
    return max((end for end, _ in _prefixes(text)), default=0) + 1


def _prefixes(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The numbers of lines from the top that parse by themselves, and what they hold.

    The parser tells no positions, but the text parses up to the end of every statement.
    """
    lines = text.split("\n")
    for end in range(1, len(lines) + 1):
        try:
            yield end, _dotted(tomllib.loads("\n".join(lines[:end])))
        except tomllib.TOMLDecodeError:
            continue
