"""What a name is looked for by: its words, in every way that they are written."""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

from assistant.masking.masked import Identifier
from assistant.masking.words import words

_BETWEEN_WORDS = re.compile(r"[\s\d\-\u2010-\u2015,;:()\[\]{}<>|/\\_.@&+*#\"\u201c\u201d=!?]+")
_LETTER = r"[^\W\d_]"
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_EITHER_APOSTROPHE = r"['\u2019]"
_SHORTEST_WITH_BARE_S = 4
"""Recognised speech writes "danas budget"; "als" is more often a slip than Al's."""


@dataclass(frozen=True, slots=True)
class Named:
    """A word or run of words, what stands in for it, and the pattern that finds it."""

    run: str
    stand_in: str
    kind: Identifier
    pattern: str


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that name somebody: no titles, particles, numbers or initials."""
    split = _BETWEEN_WORDS.split(normalize("NFC", name))
    parts = [part for part in (one.strip(f"'{_APOSTROPHE}`") for one in split) if part]
    last = len(parts) - 1
    return tuple(
        part for at, part in enumerate(parts) if _names_somebody(part, ends=0 < at == last)
    )


def folded(word: str) -> str:
    """The same for a word however it is written: capitals, accents, apostrophes."""
    plain = "".join(sign for sign in normalize("NFKD", word) if not combining(sign))
    return (
        plain.casefold().replace(_APOSTROPHE, "'").replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")
    )


def is_word(word: str) -> bool:
    """Whether a name is an ordinary word as well."""
    return folded(word) in words().also_words or is_common(word)


def is_common(word: str) -> bool:
    """Whether a name is a word that no text can be searched for."""
    return folded(word) in words().common_words


def pattern_of(run: str, *, capital: bool = False) -> str:
    """Finds the run, its possessive too (the ``s`` stays); only written as a name if ``capital``.

    A script without capitals is written without spaces as well, so there it is found anywhere.
    """
    forms = {run, normalize("NFD", run), _without_accents(run)}
    either = "|".join(map(_flexible, sorted(forms, key=len, reverse=True)))
    found = f"(?-i:{either})" if capital else f"(?:{either})"
    if run.upper() == run.lower():
        return found
    begin = f"(?<!{_LETTER}){found}"
    if capital:  # "Don" and "Don's", not "Don't"
        return rf"{begin}(?=(?:{_EITHER_APOSTROPHE}[sS])?(?!{_EITHER_APOSTROPHE}?{_LETTER}))"
    bare = "?" if len(run) >= _SHORTEST_WITH_BARE_S else ""
    return rf"{begin}(?=(?:{_EITHER_APOSTROPHE}{bare}[sS])?(?!{_LETTER}))"


def in_case_of(stand_in: str, there: str) -> str:
    """The stand-in in capitals or lower case where what it replaces is."""
    if there.islower():
        return stand_in.lower()
    return stand_in.upper() if there.isupper() and len(there) > 1 else stand_in


def _flexible(run: str) -> str:
    words_apart = re.escape(run).replace(r"\ ", r"\s+")
    return words_apart.replace(_APOSTROPHE, "'").replace("'", _EITHER_APOSTROPHE)


def _without_accents(run: str) -> str:
    return "".join(sign for sign in normalize("NFKD", run) if not combining(sign))


def _names_somebody(word: str, *, ends: bool) -> bool:
    """``ends``: whether it is the last of several words, where no particle stands."""
    initial = len(word) == 1 and word.upper() != word.lower()
    stays = words().kept if ends else words().kept | words().particles
    return not initial and folded(word) not in stays
