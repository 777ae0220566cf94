"""Tells commands from notes. Pure."""

import re
from dataclasses import dataclass

from assistant.plain.words import CommandWords, Place, Takes, words

_NUMBER = re.compile(r"#?(\d{1,6})\b[.:)]?\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class Command:
    """A command with what followed it."""

    id: str
    number: int | None = None
    text: str = ""


def command_of(line: str, place: Place) -> Command | None:
    """The command that a line is; None for a note.

    A line is a command only where nothing but what the command takes follows its word:
    "missing" is one, "missing a signature" is a note.
    """
    said = line.strip()
    for one in words().commands:
        for word in one.words:
            rest = _after(word, said)
            if rest is not None and place in one.where:
                return _taken(one, rest)
    return None


def named(text: str) -> CommandWords | None:
    """The command of that name."""
    wanted = text.strip().casefold()
    return next((one for one in words().commands if wanted in one.words), None)


def _after(word: str, said: str) -> str | None:
    if said[: len(word)].casefold() != word:
        return None
    rest = said[len(word) :]
    if rest and not rest[0].isspace():
        return "" if rest.strip(".!") == "" else None
    return rest.strip()


def _taken(one: CommandWords, rest: str) -> Command | None:
    if not rest:
        return Command(one.id)
    takes: Takes = one.takes
    match = _NUMBER.fullmatch(rest)
    if takes in {"words", "name"}:
        return Command(one.id, text=rest)
    if match and takes == "number and words":
        return Command(one.id, number=int(match[1]), text=match[2])
    if match and takes == "number" and not match[2]:
        return Command(one.id, number=int(match[1]))
    return None
