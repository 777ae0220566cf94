"""Tells whether words are of a person or name one."""

import re
from collections.abc import Iterable

from assistant.domain.frozen import Frozen
from assistant.masking.names import folded, pattern_of, words_of

_SHORTEST = 3
"""A shorter part of a name is a slip or a word more often than a name."""


class Naming(Frozen):
    """A person's e-mail address and names."""

    email: str
    names: tuple[str, ...]

    def is_called(self, name: str | None, *, among: bool) -> bool:
        """Whether a name is this person's: the whole of it, or its words ``among`` known people."""
        there = {folded(word) for word in words_of(name or "")}
        whole = [{folded(word) for word in words_of(one)} for one in self.names]
        if not there:
            return False
        return any(there == one or (among and there <= one) for one in whole)

    def finder(self, *, among: bool) -> "re.Pattern[str]":
        """Finds the person in a text.

        ``among`` says that the text is of a call with this person: there one word of a name
        will do, if it is written as a name.
        """
        runs = [pattern_of(" ".join(words_of(name))) for name in self.names if words_of(name)]
        if among:
            runs += [pattern_of(word, capital=True) for word in _parts(self.names)]
        if self.email:
            runs.append(rf"(?<![\w.+-]){re.escape(self.email)}(?![\w-])")
        return re.compile("|".join(runs) or "(?!)", re.IGNORECASE)


def _parts(names: Iterable[str]) -> list[str]:
    parts = dict.fromkeys(word for name in names for word in words_of(name))
    return [word for word in parts if len(word) >= _SHORTEST]
