"""SRT: numbered cues, with or without ``Name: words``."""

import re
from collections.abc import Iterator

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines, filled
from assistant.ingest.pieces import Reading
from assistant.ingest.readers.captions import Voiced, turns_of
from assistant.ingest.readers.cues import Cue, is_timing, read_cues

_TAG = re.compile(r"</?(?:[bisu]|font)(?:\s[^<>]*)?>|\{\\an?\d+\}", re.IGNORECASE)
_SOME = 0.1


class SrtReader:
    """Captions with lines of times and without WebVTT's first line."""

    id = "srt"
    title = "SRT captions (.srt)"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        some = filled(lines)
        return sum(is_timing(line.text) for line in some) > _SOME * len(some)

    def read(self, lines: Lines) -> Reading:
        cues, warnings = read_cues(lines)
        return Reading(turns_of(cues, voices), tuple(warnings))


def voices(cue: Cue) -> Iterator[Voiced]:
    """The cue's lines without formatting tags."""
    for line in cue.words:
        words = line.text.strip()
        if "<" in words or "{" in words:
            words = _TAG.sub("", words).strip()
        if words:
            yield Voiced(words, line.number)
