"""Marks the words of hits that match, and says which hits match best.

A small index in memory reads the texts just as the store's does, so that it marks what was
found and nothing else.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

Marks = tuple[tuple[int, int], ...]

_INDEX = "CREATE VIRTUAL TABLE hits USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')"


def marks_in(texts: Sequence[str], match: str) -> list[Marks]:
    """For each text the code points ``[start, end)`` that match."""
    opening, closing_mark = _unused(texts)
    marks: list[Marks] = [()] * len(texts)
    query = "SELECT rowid, highlight(hits, 0, ?, ?) FROM hits WHERE hits MATCH ?"
    with closing(_index_of(texts)) as index:
        for number, marked in index.execute(query, (opening, closing_mark, match)):
            marks[number] = _places(marked, opening, closing_mark)
    return marks


def best_first(texts: Sequence[str], match: str) -> list[int]:
    """The numbers of the texts, those that match best first; the order decides among equals."""
    with closing(_index_of(texts)) as index:
        ranked = index.execute("SELECT rowid, rank FROM hits WHERE hits MATCH ?", (match,))
        ranks = dict(ranked)
    return sorted(range(len(texts)), key=lambda number: ranks.get(number, 0.0))


def _index_of(texts: Sequence[str]) -> sqlite3.Connection:
    index = sqlite3.connect(":memory:", isolation_level=None)
    index.execute(_INDEX)
    index.execute("BEGIN")
    index.executemany("INSERT INTO hits (rowid, text) VALUES (?, ?)", enumerate(texts))
    return index


def _unused(texts: Sequence[str]) -> tuple[str, str]:
    """Two characters for private use that are in none of the texts."""
    there = set().union(*texts)
    unused = (char for char in map(chr, range(0xF0000, 0xFFFFE)) if char not in there)
    return next(unused), next(unused)


def _places(marked: str, opening: str, closing_mark: str) -> Marks:
    places: list[tuple[int, int]] = []
    at = start = 0
    for char in marked:
        if char == opening:
            start = at
        elif char == closing_mark:
            places.append((start, at))
        else:
            at += 1
    return tuple(places)
