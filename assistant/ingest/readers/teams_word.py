"""Microsoft Teams' old Word layout: a line of times, the name below it, then the words."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.domain.fields import Kind
from assistant.ingest.lines import Lines
from assistant.ingest.pieces import Reading
from assistant.ingest.readers.captions import Voiced, turns_of
from assistant.ingest.readers.cues import Cue, is_timing, read_cues
from assistant.ingest.readers.srt import voices as unnamed
from assistant.ingest.speakers import could_be_name, speakers_among

_MOST = 0.6
_LONGEST_NAME_LINE = 60


class TeamsWordReader:
    """Cues of two or more lines, of which the first is a name alone."""

    id = "teams_word"
    title = "Teams transcripts (.docx, and their text)"
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        if not any(is_timing(line.text) for line in lines):
            return False
        cues, _ = read_cues(lines)
        return len(_named(cues)) > _MOST * len(cues) and not any(cue.label for cue in cues)

    def read(self, lines: Lines) -> Reading:
        cues, warnings = read_cues(lines)
        named = _named(cues)

        def voices(cue: Cue) -> Iterator[Voiced]:
            if id(cue) not in named:
                return unnamed(cue)
            speaker = cue.words[0].text.strip()
            below = replace(cue, words=cue.words[1:])
            return (voiced._replace(speaker=speaker) for voiced in unnamed(below))

        return Reading(turns_of(cues, voices), tuple(warnings))


def _named(cues: list[Cue]) -> frozenset[int]:
    """The cues that begin with a line that names somebody."""
    tops = {id(cue): cue.words[0].text.strip() for cue in cues if _has_name_line(cue)}
    names = speakers_among(tops.values())
    return frozenset(key for key, top in tops.items() if top in names)


def _has_name_line(cue: Cue) -> bool:
    if len(cue.words) < 2:
        return False
    top = cue.words[0].text.strip()
    return len(top) <= _LONGEST_NAME_LINE and could_be_name(top) and top[-1] not in ".?!,\u2026"
