"""Words cut to what their forms have in common: "signs", "signed" and "signing" to "sign"."""

import re
from functools import lru_cache

APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
WORD = re.compile(rf"\w+(?:[{APOSTROPHES}]\w+)*")

_ENDINGS = ("ions", "ion", "ities", "ity", "ings", "ing", "ies", "ied", "ed", "es",
            "ly", "s", "e", "y")  # fmt: skip
_SHORTEST = 3
"""Letters that have to be left, so that "sing" stays what it is."""
_VOWEL = re.compile(r"[aeiouyäöüéèáóíú]")


def tokens(text: str) -> list[str]:
    """The words of a text in small letters, in order."""
    return [
        found.replace(APOSTROPHES[1], APOSTROPHES[0]) for found in WORD.findall(text.casefold())
    ]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a word in small letters. It begins as the word does, last letter aside."""
    word = word.partition("'")[0] or word
    for _ in range(2):
        word = _without_ending(word)
    return word


def _without_ending(word: str) -> str:
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest == word or len(rest) < _SHORTEST or not _VOWEL.search(rest):
            continue
        if (ending == "s" and rest.endswith(("s", "u"))) or (ending == "y" and _vowel_ends(rest)):
            continue
        return _undoubled(rest) if ending in {"ing", "ings", "ed"} else rest
    return word


def _vowel_ends(word: str) -> bool:
    return word[-1] in "aeiou"


def _undoubled(word: str) -> str:
    """What is left of "planning", "plann", is "plan"; "sell" stays."""
    doubled = len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word
