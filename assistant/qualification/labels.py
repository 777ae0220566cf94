"""Whether two short texts mean the same thing, as far as their words tell."""

from rapidfuzz import fuzz, utils

ALIKE = 85
"""Of 100, by rapidfuzz's token set ratio: all words of the shorter one, or nearly the same
words in any order."""


def alike(one: str, other: str) -> bool:
    """Whether one text has the other's words: "demo", "a demo on Tuesday"."""
    return fuzz.token_set_ratio(one, other, processor=utils.default_process) >= ALIKE


def parts(text: str) -> tuple[str, ...]:
    """The single things that a label names: "BambooHR; Paylocity" names two.

    A next step's date (``demo @ 2026-03-19``) is no part of what it is.
    """
    return tuple(part for part in map(str.strip, text.partition("@")[0].split(";")) if part)


def covers(one: str, other: str) -> bool:
    """Whether each thing that ``other`` names is named by ``one``, and there is one."""
    named = parts(one)
    return bool(parts(other)) and all(
        any(alike(name, part) for name in named) for part in parts(other)
    )


def share(one: str, other: str) -> bool:
    """Whether the labels name something in common."""
    return any(alike(name, part) for name in parts(one) for part in parts(other))
