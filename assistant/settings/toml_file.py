"""A TOML file as dotted keys, with the line of each."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from assistant.domain.errors import BadInput

MOST_BYTES = 64 * 1024
"""A settings file that explains every setting has some 4,000."""


@dataclass(frozen=True)
class TomlFile:
    """The values of a file by dotted key."""

    path: Path
    text: str
    values: Mapping[str, Any]

    def line(self, key: str) -> int:
        """The line where a key's statement starts."""
        return self._lines.get(key, 1)

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        lines: dict[str, int] = {}
        for statement in statements(self.text):
            for key in statement.keys:
                lines.setdefault(key, statement.start)
        return lines


def read_toml(path: Path) -> TomlFile:
    """Read a TOML file; where there is no such file, it has no values.

    Raises ``BadInput`` where it cannot be read or is no TOML.
    """
    text = _text_of(path)
    try:
        return TomlFile(path, text, _dotted(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        reason = str(error).split(" (at ")[0]
        message = f'{reason}. Write a key, =, and a value, as in currency = "USD"'
        raise BadInput(message, file=str(path), line=_broken_line(text, error)) from error
    except (RecursionError, ValueError) as error:
        raise BadInput(
            "No setting is as deep or as large as a value here.", file=str(path)
        ) from error


def _text_of(path: Path) -> str:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise BadInput("This is a device or a pipe, not a file.", file=str(path))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=str(path)) from error
    if len(data) > MOST_BYTES:
        raise BadInput(f"It is larger than {MOST_BYTES // 1024} KB.", file=str(path))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadInput("This is not UTF-8 text.", file=str(path), line=line) from error


def _dotted(table: Mapping[str, Any]) -> dict[str, Any]:
    return dict(_entries(table, ""))


def _entries(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _entries(value, f"{above}{name}.")
        else:
            yield above + name, value


def _broken_line(text: str, error: tomllib.TOMLDecodeError) -> int:
    """Where the broken statement starts; if each is in order by itself, what the parser says."""
    end = max((statement.end for statement in statements(text)), default=0)
    if end <= text.count("\n"):
        return end + 1
    named = re.search(r"at line (\d+)", str(error))
    return int(named[1]) if named else end


class Statement(NamedTuple):
    """A statement's first and last line, and the dotted keys that it sets."""

    start: int
    end: int
    keys: tuple[str, ...]


def statements(text: str) -> Iterator[Statement]:
    """The statements from the top, comments among them, as far as each parses by itself.

    The parser tells no positions.
    """
    lines = text.split("\n")
    start, table = 0, ""
    for end in range(1, len(lines) + 1):
        try:
            found = tomllib.loads("\n".join(lines[start:end]))
        except tomllib.TOMLDecodeError:
            continue
        if lines[start].lstrip().startswith("["):
            table = _header(found)
            yield Statement(start + 1, end, (table,))
        else:
            above = table and f"{table}."
            yield Statement(start + 1, end, tuple(above + key for key in _dotted(found)))
        start = end


def _header(found: Mapping[str, Any]) -> str:
    """The dotted name in the header of a table."""
    [(name, inside)] = found.items()
    return f"{name}.{_header(inside)}" if isinstance(inside, dict) and inside else name
