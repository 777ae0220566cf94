"""Talk told from notes by its words."""

import re
from collections import Counter
from collections.abc import Iterable

from assistant.ingest.words import words

_LOOKED_AT = 500_000
"""Characters; ten hours of talk."""
_WORD = re.compile(r"[a-z']+")


def is_talk(texts: Iterable[str]) -> bool:
    """Whether as many of the words as in a call are such that people say to each other.

    Words that tell what somebody else said or wants count against it.
    """
    text = " ".join(texts)[:_LOOKED_AT].lower().replace("\u2019", "'")
    found = Counter(_WORD.findall(text))
    spoken = sum(found[word] for word in words().spoken)
    told = sum(found[word] for word in words().told)
    return spoken - words().told_weight * told >= words().spoken_share * max(1, found.total())
