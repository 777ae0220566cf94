"""Cuts a turn's words into clauses: pure, from words to index ranges."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.domain.frozen import Frozen
from assistant.extraction.data import load_data


class ClauseWords(Frozen):
    """What begins and ends a clause (``clauses.yaml``)."""

    stops: frozenset[str]
    after_comma: frozenset[str]
    subjects: frozenset[str]
    joiners: frozenset[str]
    breakers: frozenset[str]
    lead_ins: frozenset[str]
    tails: frozenset[str]
    long: int
    cuts: frozenset[str]
    pronouns: frozenset[str]
    with_verb: frozenset[str]
    verbs: frozenset[str]
    holds: frozenset[str]


class Range(NamedTuple):
    """Tokens ``[start, end)``."""

    start: int
    end: int


def clause_words() -> ClauseWords:
    """The shipped word lists."""
    return load_data(ClauseWords, Path(__file__).with_name("clauses.yaml"))


def split(
    words: Sequence[str], lists: ClauseWords, *, every_comma: bool = False
) -> tuple[Range, ...]:
    """The clauses of ``words`` (lower-case), in order, without the stops between them.

    Every word that is no stop and no bracket lies in exactly one clause. ``every_comma``
    is how notes are cut, where a comma separates facts.
    """
    spoken = len(words) > _UNPUNCTUATED and not _ENDS & set(words[:-1])
    clauses: list[Range] = []
    start, leading = 0, True
    for at, word in enumerate(words):
        if word in lists.stops or word in "()[]{}":
            _close(clauses, start, at)
            start, leading = at + 1, True
            continue
        # Fillers and lead-ins alone are no clause: they go with what follows.
        if not leading and (
            (every_comma and words[at - 1] == ",")
            or _begins(words, at, start, lists)
            or (spoken and _runs_on(words, at, start, lists))
        ):
            _close(clauses, start, at)
            start, leading = at, True
        leading = leading and (word in lists.lead_ins or word in _LIGHT)
    _close(clauses, start, len(words))
    return tuple(clauses)


def trim(words: Sequence[str], clause: Range, lists: ClauseWords) -> Range:
    """The clause without fillers, lead-ins and commas at its ends.

    A clause of nothing else ("yeah", "no") is given back without its commas only.
    """
    start, end = clause
    while start < end and (words[start] in lists.lead_ins or words[start] in _LIGHT):
        start += 1
    while end > start and (cut := _tail(words, start, end, lists)):
        end -= cut
    return Range(start, end) if start < end else _without_commas(words, clause)


_ENDS = frozenset({".", "?", "!"})
_UNPUNCTUATED = 8
_LIGHT = frozenset({",", '"', "“", "”", " ", "*", "**", "'", "~~"})


def _tail(words: Sequence[str], start: int, end: int, lists: ClauseWords) -> int:
    """How many words at the end are a filler ("you know" is two); 0 for none."""
    if words[end - 1] in lists.tails or words[end - 1] in _LIGHT:
        return 1
    return 2 if end - 2 >= start and " ".join(words[end - 2 : end]) in lists.tails else 0


def _without_commas(words: Sequence[str], clause: Range) -> Range:
    start, end = clause
    while start < end - 1 and words[start] in _LIGHT:
        start += 1
    while end > start + 1 and words[end - 1] in _LIGHT:
        end -= 1
    return Range(start, end)


def _close(clauses: list[Range], start: int, end: int) -> None:
    if end > start:
        clauses.append(Range(start, end))


def _begins(words: Sequence[str], at: int, start: int, lists: ClauseWords) -> bool:
    word, before = words[at], words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else ""
    if before == ",":
        return word in lists.after_comma
    if word in lists.breakers or (word in lists.joiners and after in lists.subjects):
        return before not in lists.joiners
    return at - start >= lists.long and word in lists.cuts


def _runs_on(words: Sequence[str], at: int, start: int, lists: ClauseWords) -> bool:
    """Whether unpunctuated speech begins a new clause with a bare subject here."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    subject = word in lists.pronouns or (word in lists.with_verb and after in lists.verbs)
    return subject and at - start >= 3 and words[at - 1] not in lists.holds
