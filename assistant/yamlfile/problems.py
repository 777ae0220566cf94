"""What is wrong with a file, where, and what to write instead."""

from collections.abc import Iterable

from assistant.domain.errors import BadInput
from assistant.domain.frozen import Frozen
from assistant.domain.inert import make_inert

SHOWN = 60
"""Longest piece of somebody's file, in characters, that a message repeats."""


class Problem(Frozen):
    """One mistake. ``line`` counts from 1; 0 stands for the file as a whole.

    ``key`` is the key that it is about, and ``instead`` what to write, as it is written.
    """

    file: str
    line: int = 0
    key: str = ""
    message: str
    instead: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        key = f"{self.key}: " if self.key else ""
        instead = f". Write {self.instead}" if self.instead else ""
        return make_inert(f"{place}: {key}{self.message}{instead}")


class YamlProblems(BadInput):
    """A file with mistakes: all of them, by line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda each: each.line))
        super().__init__("\n".join(str(problem) for problem in self.problems))
        self.file = self.problems[0].file
        self.line = self.problems[0].line or None


def shown(text: object) -> str:
    """A piece of somebody's file, safe to show: one short line that steers nothing."""
    plain = make_inert(str(text))
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"
