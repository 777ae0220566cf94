"""Rolling captions: each cue carries lines of the cue before over."""

import re
from dataclasses import replace

from assistant.ingest.lines import Line
from assistant.ingest.readers.cues import Cue

_TAG = re.compile(r"</?(?:[biu]|c|ruby|rt|lang)(?:[.\s][^<>]*)?>|<[\d:.]+>")
_INLINE_TIME = re.compile(r"<[\d:]+\.\d+>")


class Rolling:
    """Takes out the lines that are carried over, once times inside words tell that it rolls.

    Elsewhere a line that is said twice stays.
    """

    def __init__(self, *, rolls: bool = False) -> None:
        self._rolls = rolls
        self._last = ""

    def fresh(self, cue: Cue) -> Cue:
        """The next cue with the lines that are new in it."""
        self._rolls = self._rolls or rolls(cue)
        kept: list[Line] = []
        for line in cue.words:
            words = without_tags(line.text).strip()
            if not self._rolls or (words and words != self._last):
                kept.append(line)
            self._last = words or self._last
        return replace(cue, words=kept)


def rolls(cue: Cue) -> bool:
    """Whether a line of the cue tells when its words are said."""
    return any("<" in line.text and _INLINE_TIME.search(line.text) for line in cue.words)


def without_tags(text: str) -> str:
    """A line without WebVTT's tags but voices."""
    return _TAG.sub("", text) if "<" in text else text
