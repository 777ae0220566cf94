"""Reads a YAML 1.2 file into plain data that knows the line of every key and item."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import Event

from assistant.yamlfile.building import Builder, KeyPath, key_of
from assistant.yamlfile.problems import Problem, YamlProblems
from assistant.yamlfile.syntax import syntax_problems

MAX_BYTES = 1_000_000
"""Largest file that is read. The largest bank that ships has about 20 000 bytes."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML 1.2 does not allow (section 5.1)."""

_LONG_ESCAPE = re.compile(r"\\U(?!000|0010)")


@dataclass(frozen=True)
class YamlFile:
    """A file's content: mappings are ``dict`` with ``str`` keys, dates stay text.

    ``digest`` is the sha256 of the file's bytes. ``problems`` are mistakes that leave
    something to check all the same (a key written twice): ``load_model`` reports them
    together with its own.
    """

    name: str
    data: dict[str, object]
    digest: str
    lines: Mapping[KeyPath, int]
    problems: tuple[Problem, ...] = ()

    def line(self, path: KeyPath) -> int:
        """The line of a key or item; of what holds it, where it is not written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def has(self, path: KeyPath) -> bool:
        """Whether something is written at the path, be it nothing (null)."""
        return path in self.lines

    def at(self, path: KeyPath) -> object:
        """The value at a path; None where there is none."""
        value: object = self.data
        for part in path:
            if isinstance(value, dict):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def text(self, path: KeyPath) -> str | None:
        """The text at a path, on one line without blanks around it; None for anything else."""
        value = self.at(path)
        return " ".join(value.split()) if isinstance(value, str) else None

    def below(self, path: KeyPath) -> list[KeyPath]:
        """The paths of a list's items or a mapping's keys; none for anything else."""
        value = self.at(path)
        if isinstance(value, dict):
            return [(*path, key) for key in value]
        return [(*path, at) for at in range(len(value))] if isinstance(value, list) else []

    def problem(self, path: KeyPath, message: str, instead: str = "") -> Problem:
        """A problem with what is at the path, or is missing there."""
        return Problem(
            file=self.name,
            line=self.line(path),
            key=key_of(path),
            message=message,
            instead=instead,
        )


def read_yaml(path: Path) -> YamlFile:
    """The file's content. Raises ``YamlProblems``; a UTF-8 byte order mark is fine."""
    name = str(path)
    try:
        if not path.is_file():
            what = "a folder" if path.is_dir() else "no such file"
            raise YamlProblems([Problem(file=name, message=f"{what}: name a YAML file")])
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise YamlProblems([Problem(file=name, message=f"cannot be read: {reason}")]) from error
    return _parse(_decode(content, name), name, sha256(content).hexdigest())


def parse_yaml(text: str, name: str) -> YamlFile:
    """Like ``read_yaml``, from text; ``name`` is what problems call the file."""
    content = text.encode("utf-8", "surrogatepass")
    _check_size(content, name)
    return _parse(text, name, sha256(content).hexdigest())


def _decode(content: bytes, name: str) -> str:
    _check_size(content, name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "not UTF-8 text: save the file with the encoding UTF-8"
        raise YamlProblems([Problem(file=name, line=line, message=message)]) from error


def _check_size(content: bytes, name: str) -> None:
    if len(content) > MAX_BYTES:
        message = f"larger than {MAX_BYTES // 1_000_000} MB: split it into several files"
        raise YamlProblems([Problem(file=name, message=message)])


def _parse(text: str, name: str, digest: str) -> YamlFile:
    _check_characters(text, name)
    yaml = YAML(typ="safe", pure=True)
    builder = Builder(name, yaml)
    try:
        data = builder.document(cast("Iterator[Event]", yaml.parse(text)))
    except MarkedYAMLError as error:
        found = syntax_problems(error, text, name)
        raise YamlProblems([*builder.problems, *found]) from error
    except (OverflowError, ValueError) as error:
        # ruamel.yaml hands the number of an escape such as \UFFFFFFFF to chr() unchecked.
        raise YamlProblems([*builder.problems, *_escape_problems(text, name)]) from error
    return YamlFile(name, data, digest, builder.lines, tuple(builder.problems))


def _check_characters(text: str, name: str) -> None:
    problems = [
        Problem(file=name, line=at, message=f"the character {found[0]!a} cannot stand here")
        for at, line in enumerate(text.split("\n"), start=1)
        if (found := _UNREADABLE.search(line))
    ]
    if problems:
        raise YamlProblems(problems)


def _escape_problems(text: str, name: str) -> list[Problem]:
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines, start=1) if _LONG_ESCAPE.search(line)]
    message = "\\U with a number that is no character"
    return [Problem(file=name, line=at, message=message) for at in places or [0]]
