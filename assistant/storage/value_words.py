"""The words by which the text index finds what an answer comes to."""

import json

from assistant.storage.spoken import spoken

_NAMES = ("text", "low", "high", "currency", "per", "start", "end", "count", "unit")


def value_words(kept: bytes | None) -> str:
    """The words of a value that is kept short; blank for none.

    The index has to be told what it holds when an answer leaves it: words that are chosen in
    another way need a migration that writes it anew.
    """
    value = {} if kept is None else json.loads(spoken(kept))
    words = [value.get(name) for name in _NAMES]
    words += [one.get(name) for one in value.get("people", ()) for name in ("name", "title")]
    return " ".join(str(word) for word in words if word is not None)
