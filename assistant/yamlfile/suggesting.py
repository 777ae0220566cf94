"""What somebody probably meant to write."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

CLOSE = 65
"""Least likeness, 0 to 100, of a misspelling: "questons" and "questions" have 94."""

LISTED = 20
"""Most choices that a message lists."""


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that the word misspells; None where none is like it."""
    found = process.extractOne(
        word.casefold(), sorted(choices), scorer=fuzz.ratio, processor=str.casefold,
        score_cutoff=CLOSE,
    )  # fmt: skip
    return found[0] if found else None


def one_of(choices: Iterable[str]) -> str:
    """The choices as an offer: "one of: a, b, c"; nothing where there are none."""
    known = list(dict.fromkeys(choices))
    if len(known) <= 1:
        return "".join(known)
    more = ", ..." if len(known) > LISTED else ""
    return "one of: " + ", ".join(known[:LISTED]) + more


def suggestion(word: str, choices: Iterable[str]) -> str:
    """What to write for a word that is none of the choices."""
    known = list(choices)
    return closest(word, known) or one_of(known)
