"""A cue that is written as its format says, parsed by webvtt-py.

It gets one block of lines at a time: of a whole file it tells no lines, and drops without a word
what it cannot parse. ``docs/formats.md`` says what that is.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from webvtt.srt import SRTCueBlock
from webvtt.vtt import WebVTTCueBlock

from assistant.ingest.clock import STAMP, seconds

ARROW = "-->"
_STAMP = re.compile(STAMP)


class ParsedCue(NamedTuple):
    """A cue's label, settings and seconds; so many of its last lines are its words."""

    label: str
    settings: str
    start: float
    end: float
    words: int


def parsed_cue(block: Sequence[str]) -> ParsedCue | None:
    """The cue that a block of filled lines is, where the library parses it and drops nothing."""
    places = [at for at, text in enumerate(block) if ARROW in text]
    if len(places) != 1 or places[0] > 1:
        return None
    return _srt(block) if "," in block[places[0]].partition(ARROW)[0] else _vtt(block)


def _vtt(block: Sequence[str]) -> ParsedCue | None:
    cue = WebVTTCueBlock.from_lines(block)
    start, end = _seconds(cue.start), _seconds(cue.end)
    if start is None or end is None:
        return None
    return ParsedCue(cue.identifier or "", cue.settings, start, end, len(cue.payload))


def _srt(block: Sequence[str]) -> ParsedCue | None:
    if not SRTCueBlock.is_valid(block):
        return None
    cue = SRTCueBlock.from_lines(block)
    start, end = _seconds(cue.start), _seconds(cue.end)
    dropped = not block[1].rstrip().endswith(cue.end)  # what stands behind the times
    if start is None or end is None or dropped:
        return None
    return ParsedCue(cue.index, "", start, end, len(cue.payload))


def _seconds(stamp: str | None) -> float | None:
    return seconds(stamp) if stamp and _STAMP.fullmatch(stamp) else None
