"""What in a document that is written line by line is layout, and no words."""

import re

from assistant.ingest.footers import is_footer
from assistant.ingest.lines import Line
from assistant.ingest.preamble import day_in, split_preamble
from assistant.ingest.readers.google_meet import block_time, is_attendees, is_title

_RULE = re.compile(r"\s*[-=_*]{3,}\s*")
_LONGEST_DAY = 24


class Layout:
    """Knows the head of a file, and Google Meet's times, which stand above what was said then."""

    def __init__(self) -> None:
        self._above = True
        self._names_follow = False
        self.has_times = False
        """Whether lines of times have been there."""
        self._time: float | None = None

    def next_time(self) -> float | None:
        """When the next words were said, where a line above them tells it; asked for once."""
        self._above = False
        time, self._time = self._time, None
        return time

    def takes(self, line: Line) -> bool:
        """Whether nothing is said in the next line; what it tells is kept."""
        if line.blank:
            return True
        if (time := block_time(line.text)) is not None:
            self._time, self.has_times, self._above = time, True, False
            return True
        if self.has_times and is_footer(line.text):
            return True
        return self._above and self._is_head(line)

    def _is_head(self, line: Line) -> bool:
        names, self._names_follow = self._names_follow, is_attendees(line.text.strip(" #*"))
        if names or self._names_follow or is_title(line):
            return True
        return _is_preamble(line) or _is_day(line.text)


def _is_preamble(line: Line) -> bool:
    """Whether it is a ``Date: ...`` line or a rule, as they stand above the first words."""
    spoken = Line(line.number + 1, "words")
    return split_preamble((line, spoken))[1] == (spoken,) or _RULE.fullmatch(line.text) is not None


def _is_day(text: str) -> bool:
    return len(text) <= _LONGEST_DAY and day_in(text) is not None
