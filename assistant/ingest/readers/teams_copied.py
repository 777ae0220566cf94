"""Microsoft Teams, copied off its screen: a name and a time in words above what was said."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from assistant.domain.fields import Kind
from assistant.ingest.clock import STAMP
from assistant.ingest.footers import is_footer
from assistant.ingest.lines import Line, Lines, filled
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import day_in, preamble_of
from assistant.ingest.speakers import could_be_name, speakers_among
from assistant.ingest.words import words

_LONGEST_HEAD = 120
_GAP = re.compile(r"\s{3,}")
_FEWEST = 2
_SOME = 0.1


class _Head(NamedTuple):
    """Who speaks from when on, in seconds."""

    name: str
    start: float


class TeamsCopiedReader:
    """``Dana Reyes 1 minute 5 seconds`` lines, each above the words said then.

    Where the speaker changes, the screen also has the initials, the name, and the time in
    words and figures, a line each: those are its layout.
    """

    id = "teams_copied"
    title = "Teams transcripts copied off the screen"
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        some = filled(lines)
        return len(_heads(some)) >= max(_FEWEST, _SOME * len(some))

    def read(self, lines: Lines) -> Reading:
        some = filled(lines)
        heads = _heads(some)
        layout = frozenset(_layout(some, heads))
        first = min(heads, default=0)
        head: _Head | None = None
        pieces: list[Piece] = []
        for place, line in enumerate(some):
            head = heads.get(place, head)
            if head and place not in heads and place not in layout and not is_footer(line.text):
                pieces.append(Piece(line.text.strip(), line.number, head.name, head.start))
        above = [line.text for line in some[:first]]
        told = preamble_of(above)
        days = (day for text in above if (day := day_in(text)) is not None)
        return Reading(runs(pieces), title=told.title, call_date=told.call_date or next(days, None))


def _heads(lines: Lines) -> dict[int, _Head]:
    """The heads by their places; "I need 5 minutes" looks like one and names nobody."""
    found = {place: head for place, line in enumerate(lines) if (head := _head(line)) is not None}
    names = speakers_among(head.name for head in found.values())
    return {place: head for place, head in found.items() if head.name in names}


def _layout(lines: Lines, heads: dict[int, _Head]) -> Iterator[int]:
    """The places of a time in words and figures, of the name above it and of its initials."""
    for place, line in enumerate(lines):
        if not _is_time(line):
            continue
        yield place
        head = heads.get(place + 1)
        if head is not None and place and lines[place - 1].text.strip() == head.name:
            yield place - 1
            if place > 1 and _are_initials(lines[place - 2].text.strip(), head.name):
                yield place - 2


def _are_initials(text: str, name: str) -> bool:
    """Whether each letter of a short text begins a word of the name."""
    firsts = {word[0] for word in re.findall(r"\w+", name.upper())}
    return 0 < len(text) <= 3 and text.isupper() and firsts.issuperset(text)


def _head(line: Line) -> _Head | None:
    if len(line.text) > _LONGEST_HEAD:
        return None
    found = _patterns()[0].fullmatch(_GAP.sub("  ", line.text))
    if found is None or not could_be_name(found["name"]):
        return None
    start = _seconds(found)
    return None if start is None else _Head(found["name"], start)


def _is_time(line: Line) -> bool:
    """Whether it is a time in words with the same in figures right behind it."""
    if len(line.text) > _LONGEST_HEAD:
        return False
    found = _patterns()[1].fullmatch(_GAP.sub("  ", f" {line.text.strip()}"))
    return found is not None and _seconds(found) is not None


def _seconds(found: re.Match[str]) -> float | None:
    """The time that a match tells in words; None where it tells none."""
    told = [found[unit] for unit in ("hours", "minutes", "seconds")]
    if not any(told):
        return None
    hours, minutes, seconds = (int(one or 0) for one in told)
    return float(hours * 3600 + minutes * 60 + seconds)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line with a name and a time in words, and one with a time alone."""
    units = words().spoken_times
    span = "".join(
        rf"(?:\s+(?P<{unit}>\d{{1,3}})\s+(?:{'|'.join(names)}))?"
        for unit, names in (
            ("hours", units.hours),
            ("minutes", units.minutes),
            ("seconds", units.seconds),
        )
    )
    head = re.compile(rf"\s*(?P<name>\S.*?){span}\s*", re.IGNORECASE)
    return head, re.compile(rf"{span}\s*{STAMP}", re.IGNORECASE)
