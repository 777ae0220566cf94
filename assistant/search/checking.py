"""Whether words can be looked for, and whether a name has such a value."""

import re
from datetime import date
from difflib import get_close_matches
from typing import cast

from assistant.domain.searching import Comparison, Condition, Words
from assistant.search.days import WRITTEN, span_of
from assistant.search.inflecting import inflects
from assistant.search.mistakes import QueryMistake
from assistant.search.names import BY_NAME, Name

ANY_DAY = date(2000, 6, 15)
"""Whether a day is written rightly does not depend on today."""

_NUMBER = re.compile(r"\d{1,3}", re.ASCII)


def words(query: str, at: int, text: str, *, prefix: bool, quoted: bool) -> Words:
    """Words to look for in what was said. Raises ``QueryMistake``."""
    if not _has_words(text):
        raise QueryMistake(
            query, at, "there is no letter and no digit in it.", "Write a word to look for."
        )
    return Words(text=text, prefix=prefix, exact=quoted and not prefix and inflects(text))


def condition(
    query: str,
    start: int,
    named: "re.Match[str]",
    at: int,
    text: str,
    *,
    prefix: bool,
    quoted: bool,
) -> Condition:
    """What is asked of a name; ``start`` and ``at`` are where name and value begin.

    Raises ``QueryMistake``.
    """
    name = BY_NAME.get(named[1].casefold())
    if name is None:
        raise QueryMistake(query, start, f'there is no name "{named[1]}".', _other_name(named[1]))
    comparison = _comparison(query, named, name)
    if not text:
        raise QueryMistake(query, at, f'"{name.name}" has no value.', f"Write {name.example}.")
    value = _value(query, at, name, text)
    if prefix and name.reads != "text":
        instead = f"Write the whole value, like {name.example}."
        raise QueryMistake(query, at, f'the values of "{name.name}" have no star.', instead)
    # Where part of a text is enough, a star adds nothing.
    kept = prefix and name.level == "answer"
    exact = quoted and not kept and name.inflects and inflects(value)
    return Condition(name=name.name, comparison=comparison, value=value, prefix=kept, exact=exact)


def _other_name(written: str) -> str:
    near = get_close_matches(written.casefold(), BY_NAME, n=1)
    meant = f"Did you mean {near[0]}? " if near else ""
    return f"{meant}There are: {', '.join(BY_NAME)}. Words with a colon are written in quotes."


def _comparison(query: str, named: "re.Match[str]", name: Name) -> Comparison:
    if named[2] in {":", "="}:
        return ":"
    if name.reads != "number":
        what = f'"{name.name}" has no more and no less.'
        raise QueryMistake(query, named.start(2), what, f"Write {name.example}.")
    return cast("Comparison", named[2])


def _value(query: str, at: int, name: Name, text: str) -> str:
    match name.reads:
        case "choice":
            return _choice(query, at, name, text)
        case "number":
            if _NUMBER.fullmatch(text) is None or int(text) > name.most:
                what = f'"{text}" is no number from 0 to {name.most}.'
                raise QueryMistake(query, at, what, f"Write {name.example}.")
            return str(int(text))
        case "day":
            if span_of(text, ANY_DAY) is None:
                raise QueryMistake(query, at, f'"{text}" is no day.', WRITTEN)
            return text.strip().casefold()
        case "text":
            if not _has_words(text):
                what = f'"{text}" has no letter and no digit.'
                raise QueryMistake(query, at, what, f"Write {name.example}.")
            return text


def _choice(query: str, at: int, name: Name, text: str) -> str:
    wanted = text.strip().casefold().replace("-", "_")
    if wanted in name.values:
        return wanted
    near = get_close_matches(wanted, name.values, n=1)
    instead = f"Did you mean {near[0]}? " if near else ""
    listed = f"{', '.join(name.values[:-1])} or {name.values[-1]}"
    what = f'"{name.name}" is never "{text}".'
    raise QueryMistake(query, at, what, f"{instead}Write {listed}.")


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)
