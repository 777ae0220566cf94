"""Rolling captions: each cue carries lines of the cue before over."""

from dataclasses import replace

from assistant.ingest.lines import Line
from assistant.ingest.readers.cues import Cue
from assistant.ingest.readers.vtt import has_inline_time, plain_words


class Rolling:
    """Takes out the lines that are carried over, once times inside words tell that it rolls."""

    def __init__(self) -> None:
        self._rolls = False
        self._last = ""

    def fresh(self, cue: Cue) -> Cue:
        """The next cue with the lines that are new in it."""
        self._rolls = self._rolls or any(has_inline_time(line.text) for line in cue.words)
        kept: list[Line] = []
        for line in cue.words:
            words = plain_words(line.text)
            if not self._rolls or (words and words != self._last):
                kept.append(line)
            self._last = words or self._last
        return replace(cue, words=kept)
