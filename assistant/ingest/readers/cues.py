"""Timed cues, as WebVTT and SRT write them; whatever is broken is kept and told.

webvtt-py parses the cues that are written as their format says. What it would drop, damaged
cues and words beside them, is cut here line by line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from assistant.ingest.clock import STAMP, seconds
from assistant.ingest.lines import Line, Lines
from assistant.ingest.readers.parsed_cue import ARROW, parsed_cue

_TIMING = re.compile(rf"\s*(?P<start>{STAMP})\s*-->\s*(?P<end>{STAMP})(?P<rest>(?:\s.*)?)")
_BROKEN_TIMING = re.compile(r"\S{0,16}\s*-->")
_CUT_TIMING = re.compile(r"\d{1,3}:[\d:.,]*(?:\s*-{1,2})?")
_MOST_DIGITS = 9


@dataclass(slots=True)
class Cue:
    """Words said from ``start`` to ``end`` (seconds; None where they cannot be read).

    ``label`` is the line above the times, ``settings`` what follows them.
    """

    label: str = ""
    settings: str = ""
    start: float | None = None
    end: float | None = None
    words: list[Line] = field(default_factory=list)


def is_timing(text: str) -> bool:
    """Whether it is a cue's line of times: ``00:00:01.000 --> 00:00:02.500``."""
    return _timing(text) is not None


def start_of(text: str) -> float | None:
    """The seconds at which a cue begins, where the text is its line of times."""
    timing = _timing(text)
    return seconds(timing["start"]) if timing else None


def _timing(text: str) -> re.Match[str] | None:
    return _TIMING.fullmatch(text) if ARROW in text else None  # hardly any line has one


def read_cues(lines: Lines) -> tuple[list[Cue], list[str]]:
    """The cues that have words, in the order of the file, and what was repaired."""
    cutter = _Cutter(lines)
    for block in _blocks(lines):
        cutter.take(block)
    if cutter.cues and not cutter.cues[-1].words:
        cutter.warn(lines[-1], "the file ends before the words of its last cue")
    return [cue for cue in cutter.cues if cue.words], cutter.warnings


def _blocks(lines: Lines) -> Iterator[range]:
    """The places of lines that stand together, with blank ones around them."""
    filled = [bool(line.text.strip()) for line in lines]
    for is_block, places in groupby(range(len(lines)), key=filled.__getitem__):
        if is_block:
            block = list(places)
            yield range(block[0], block[-1] + 1)


class _Cutter:
    """Cuts what the library does not parse; ``_fresh`` says that a cue may begin here."""

    def __init__(self, lines: Lines) -> None:
        self.cues: list[Cue] = []
        self.warnings: list[str] = []
        self._lines = lines
        self._last = next((at for at in reversed(range(len(lines))) if not lines[at].blank), -1)
        self._fresh = True
        self._label = ""
        self._number = 0

    def warn(self, line: Line, what: str) -> None:
        self.warnings.append(f"line {line.number}: {what}")

    def take(self, block: range) -> None:
        """Take the lines of a block into account."""
        self._fresh = True
        lines = self._lines[block.start : block.stop]
        parsed = parsed_cue([line.text for line in lines])
        if parsed is None:
            for place in block:
                self._take_line(place)
            return
        words = list(lines[len(lines) - parsed.words :])
        self._label = parsed.label.strip()
        self._number = cue_number(self._label) or self._number
        self._open(Cue("", parsed.settings.strip(), parsed.start, parsed.end, words))

    def _take_line(self, place: int) -> None:
        line = self._lines[place]
        if (timing := _timing(line.text)) is not None:
            start, end = seconds(timing["start"]), seconds(timing["end"])
            self._open(Cue(settings=timing["rest"].strip(), start=start, end=end))
        elif self._is_label(place):
            self._label = line.text.strip()
            self._number = cue_number(self._label) or self._number
            self._fresh = True
        elif self._fresh and _is_broken_timing(line.text):
            self._open(Cue())
            self.warn(line, "the times of a cue cannot be read; its words are kept")
        elif self._fresh and self._is_cut_off(place):
            self.warn(line, "the file ends inside a cue")
        else:
            self._add_words(line)

    def _open(self, cue: Cue) -> None:
        cue.label, self._label = self._label, ""
        self.cues.append(cue)
        self._fresh = False

    def _add_words(self, line: Line) -> None:
        if not self.cues or (self._fresh and self.cues[-1].words):
            self.cues.append(Cue())
            self.warn(line, "words that belong to no cue are kept")
        self.cues[-1].words.append(line)
        self._fresh = False

    def _is_label(self, place: int) -> bool:
        """A line above times: after a blank line any, right after words only the next number."""
        below = place + 1
        if below >= len(self._lines):
            return False
        text = self._lines[below].text
        if is_timing(text):
            return self._fresh or self._is_next(self._lines[place].text.strip())
        return self._fresh and (_is_broken_timing(text) or self._is_cut_timing(below))

    def _is_next(self, text: str) -> bool:
        return cue_number(text) == self._number + 1

    def _is_cut_off(self, place: int) -> bool:
        """The last line, where it is a cue's number or the beginning of its times."""
        number = place == self._last and self._is_next(self._lines[place].text.strip())
        return number or self._is_cut_timing(place)

    def _is_cut_timing(self, place: int) -> bool:
        text = self._lines[place].text
        return place == self._last and _CUT_TIMING.fullmatch(text.strip()) is not None


def _is_broken_timing(text: str) -> bool:
    return ARROW in text and _BROKEN_TIMING.match(text.lstrip()) is not None


def cue_number(text: str) -> int | None:
    """The number that a line is, if it is one."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None
