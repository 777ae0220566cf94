"""Keeps a setting that was chosen on a screen in ``settings.toml``.

Everything else in the file stays as it is: comments, order, blank lines, line ends.
"""

import json
import re
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from assistant.domain.errors import BadInput
from assistant.settings.paths import private_folder
from assistant.settings.starter import starter_text
from assistant.settings.toml_file import Statement, read_toml, statements


def keep_setting(file: Path, name: str, value: str) -> None:
    """Set a setting that stands in no table. A file that is not there yet explains all others.

    Raises ``BadInput`` where the file cannot be read or written, or is no TOML.
    """
    before = read_toml(file)
    if before.values.get(name) != value:
        _write(file, with_setting(before.text or starter_text(), name, value))


def with_setting(text: str, name: str, value: str) -> str:
    """The text of a file with one setting changed or added.

    It is added below the line that explains it, which begins with ``# name =``; else below
    the last setting that stands in no table, else at the top.
    """
    lines = text.split("\n")
    told = f"{name} = {json.dumps(value)}"
    above = _above_tables(text)
    set_by = next((one for one in above if name in one.keys), None)
    if set_by is not None:
        comment = _comment(lines[set_by.end - 1], set_by)
        lines[set_by.start - 1 : set_by.end] = [told + comment]
    else:
        lines.insert(_place(lines, above, name), told)
    return "\n".join(lines)


def _above_tables(text: str) -> list[Statement]:
    """The statements above the first table."""
    found = []
    lines = text.split("\n")
    for one in statements(text):
        if lines[one.start - 1].lstrip().startswith("["):
            break
        found.append(one)
    return found


def _place(lines: Sequence[str], above: Sequence[Statement], name: str) -> int:
    explained = re.compile(rf"#\s*{re.escape(name)}\s*=")
    for one in above:
        if explained.match(lines[one.start - 1].lstrip()):
            return one.start
    return max((one.end for one in above if one.keys), default=0)


def _comment(line: str, statement: Statement) -> str:
    """What follows the value in its line, with the blanks before it."""
    if statement.start != statement.end:
        return ""
    for found in re.finditer(r"\s*#", line):
        with suppress(tomllib.TOMLDecodeError):
            tomllib.loads(line[: found.start()])
            return line[found.start() :]
    return ""


def _write(file: Path, text: str) -> None:
    """Put the text into the file, all of it or nothing; a link stays a link."""
    target = file.resolve()
    try:
        private_folder(target.parent)
        old = target.read_bytes() if target.exists() else b""
        end = "\r\n" if b"\r\n" in old else "\n"
        mark = "\ufeff" if old.startswith(b"\xef\xbb\xbf") else ""
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline=end, dir=target.parent, suffix=".new", delete=False
        ) as new:
            new.write(mark + (text if text.endswith("\n") else f"{text}\n"))
        _replace(Path(new.name), target)
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(file)) from error


def _replace(new: Path, target: Path) -> None:
    """The new file takes the old one's place, with its permissions."""
    try:
        if target.exists():
            new.chmod(target.stat().st_mode)
        new.replace(target)
    except OSError:
        new.unlink(missing_ok=True)
        raise
