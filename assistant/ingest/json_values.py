"""What JSON documents hold, asked for without trust: anything may be missing or odd."""

import math
import re

from assistant.domain.errors import BadInput
from assistant.ingest.clock import STAMP, seconds
from assistant.ingest.limits import MOST_RECORDS

Record = dict[str, object]

_UNFIT = re.compile("[\ud800-\udfff\0]")
_STAMP = re.compile(STAMP)
_LATEST = 1e7
"""Seconds: four months; what is later is no time within a call."""


def at(document: object, *keys: str) -> object:
    """What lies below the keys, one in another; None where something is missing."""
    for key in keys:
        if not isinstance(document, dict):
            return None
        document = document.get(key)
    return document


def records(value: object) -> list[Record]:
    """The objects in a list; none where it is no list.

    Raises BadInput without a file: more than any call has.
    """
    if not isinstance(value, list):
        return []
    if len(value) > MOST_RECORDS:
        raise BadInput(f"it has a list of more than {MOST_RECORDS:,} records; split it")
    return [item for item in value if isinstance(item, dict)]


def first_records(*values: object) -> list[Record]:
    """The objects of the first list that has any."""
    return next((found for value in values if (found := records(value))), [])


def calls_in(document: object, *keys: str) -> list[Record]:
    """The calls of an answer: a list of them, a list below one of the keys, or one alone."""
    lists = (document, *(at(document, key) for key in keys))
    return next((records(value) for value in lists if isinstance(value, list)), records([document]))


def only_call(calls: list[Record], tool: str) -> Record:
    """The call that a file holds; raises BadInput without a file: there are several."""
    if len(calls) > 1:
        raise BadInput(f"this holds {len(calls)} {tool} calls; write each into a file of its own")
    return calls[0] if calls else {}


def have(items: list[Record], *keys: str) -> bool:
    """Whether the first of the objects has all the keys."""
    return bool(items) and all(key in items[0] for key in keys)


def words_in(value: object) -> str:
    """A text as one line; what is no character becomes U+FFFD, what is no text nothing."""
    return " ".join(mended(value).split())


def mended(value: object) -> str:
    """A text with its white space; what is no character becomes U+FFFD, what is no text nothing."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else ""


def key_in(value: object) -> str:
    """An id as text; nothing where it is no text and no number. Lists may be too deep to write."""
    return str(value) if isinstance(value, str | int | float) else ""


def name_in(value: object) -> str | None:
    """A name, if there is one."""
    return words_in(value) or None


def speaker_in(value: object) -> str | None:
    """Who speaks: a name, or "Speaker 0" and "Speaker A" where it is a number or a letter."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"Speaker {value}" if abs(value) < 1_000_000 else None
    name = words_in(value)
    return (f"Speaker {name}" if len(name) == 1 or name.isdecimal() else name) or None


def seconds_in(value: object, unit: float = 1.0) -> float | None:
    """A time within a call, in seconds; ``unit`` is how long one of its units is.

    Clock times ("00:12", "00:00:12,500") are read as such. None where it is no time.
    """
    if isinstance(value, str):
        if _STAMP.fullmatch(value.strip()):
            return seconds(value.strip())
        value = _number(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not 0 <= value < _LATEST / unit:
        return None
    return round(value * unit, 3)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan
