"""Reads a query. Whatever is written either is a query or gives a mistake with its place.

A query is parts one after the other, which all hold; ``or`` stands between alternatives and
binds weaker; brackets group; ``-`` before a part says that it must not be. A part is a word,
words in quotes, or ``name:value``. ``and`` between parts changes nothing.
"""

import re

from assistant.domain.searching import Condition, Words
from assistant.search.checking import condition, words
from assistant.search.mistakes import QueryMistake
from assistant.search.nodes import Node, Not, all_of, any_of

LONGEST = 2000
DEEPEST = 50

CONNECTIVES = ("or", "and")
NAMED = re.compile(r"([A-Za-z_]+)(:|>=|<=|>|<|=)", re.ASCII)
ENDS_A_WORD = '"()'


def parse(query: str) -> Node:
    """The query that is written. Raises ``QueryMistake``."""
    if len(query) > LONGEST:
        what = f"it is longer than {LONGEST:,} characters."
        raise QueryMistake(query, LONGEST, what, "Shorten it.")
    reader = _Reader(query)
    found = reader.any_of(depth=0)
    reader.end()
    return found


class _Reader:
    """Goes through the query from left to right; ``at`` is where it is."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.at = 0

    def mistake(self, what: str, instead: str, at: int | None = None) -> QueryMistake:
        return QueryMistake(self.query, self.at if at is None else at, what, instead)

    def end(self) -> None:
        if self.at < len(self.query):
            raise self.mistake("this bracket closes nothing.", 'Leave it out, or write ")".')

    def any_of(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise self.mistake("the brackets are too deep.", "Leave some out.")
        parts = [self._all_of(depth)]
        while self._connective() == "or":
            self.at += len("or")
            parts.append(self._all_of(depth))
        return any_of(parts)

    def _all_of(self, depth: int) -> Node:
        parts = [self._part(depth)]
        while True:
            self._skip_spaces()
            word = self._connective()
            if word == "and":
                self.at += len(word)
            elif word == "or" or self.at == len(self.query) or self._next() == ")":
                return all_of(parts)
            parts.append(self._part(depth))

    def _part(self, depth: int) -> Node:
        self._skip_spaces()
        if depth > DEEPEST:
            raise self.mistake("there is too much in each other here.", "Leave some out.")
        if self.at == len(self.query) or self._next() == ")":
            raise self.mistake(
                "something to look for is missing.",
                "Write a word, words in quotes, or a name and a value like field:objection.",
            )
        if word := self._connective():
            raise self.mistake(
                f'"{word}" stands between two parts.',
                f'To look for the word, write "{word}" in quotes.',
            )
        if self._next() == "-":
            self.at += 1
            if self.at < len(self.query) and self._next().isspace():
                raise self.mistake("a minus stands right before a part.", "Leave out the space.")
            return Not(of=self._part(depth + 1))
        if self._next() == "(":
            return self._group(depth)
        return self._leaf()

    def _group(self, depth: int) -> Node:
        opened = self.at
        self.at += 1
        found = self.any_of(depth + 1)
        if self.at == len(self.query):
            raise self.mistake("this bracket is not closed.", 'Write ")" where it ends.', opened)
        self.at += 1
        return found

    def _leaf(self) -> Words | Condition:
        start = self.at
        named = NAMED.match(self.query, self.at)
        if named is None:
            text, prefix, quoted = self._text()
            return words(self.query, start, text, prefix=prefix, quoted=quoted)
        self.at = named.end()
        at = self.at
        text, prefix, quoted = self._text()
        return condition(self.query, start, named, at, text, prefix=prefix, quoted=quoted)

    def _text(self) -> tuple[str, bool, bool]:
        """Words in quotes or up to the next space.

        Then whether the last one may go on, and whether they stood in quotes.
        """
        if self.at < len(self.query) and self._next() == '"':
            text = self._quoted()
            starred = self.query.startswith("*", self.at)
            self.at += starred
            return text, starred, True
        start = self.at
        while self.at < len(self.query) and not self._ends_a_word(self.at):
            self.at += 1
        text = self.query[start : self.at]
        return (text[:-1], True, False) if text.endswith("*") else (text, False, False)

    def _quoted(self) -> str:
        opened = self.at
        self.at += 1
        text = ""
        while self.at < len(self.query):
            char = self._next()
            self.at += 1
            if char == '"':
                return text
            if char == "\\" and self.query.startswith(('"', "\\"), self.at):
                char = self._next()
                self.at += 1
            text += char
        raise self.mistake("these quotes are not closed.", 'Write " where they end.', opened)

    def _next(self) -> str:
        return self.query[self.at]

    def _ends_a_word(self, at: int) -> bool:
        return self.query[at].isspace() or self.query[at] in ENDS_A_WORD

    def _skip_spaces(self) -> None:
        while self.at < len(self.query) and self._next().isspace():
            self.at += 1

    def _connective(self) -> str:
        """``or`` or ``and``, where the next word is one."""
        self._skip_spaces()
        end = self.at
        while end < len(self.query) and not self._ends_a_word(end):
            end += 1
        word = self.query[self.at : end].casefold()
        return word if word in CONNECTIVES else ""
