"""Talk told from shorthand by its words."""

import re
from collections.abc import Iterable

from assistant.ingest.words import words

_WORD = re.compile(r"[a-z']+")


def is_talk(texts: Iterable[str]) -> bool:
    """Whether as many of the words as in a call are such that people say to each other."""
    text = " ".join(texts).lower().replace("\u2019", "'")
    found: list[str] = _WORD.findall(text)
    spoken = sum(word in words().spoken for word in found)
    return spoken >= words().spoken_share * max(1, len(found))
