"""A name alone on a line, above what is said: as transcripts are copied off a screen."""

from collections import Counter
from itertools import pairwise

from assistant.domain.fields import Kind
from assistant.ingest.lines import Line, Lines, filled
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import split_preamble
from assistant.ingest.speakers import could_be_name, speakers_among

_LONGEST_NAME = 40
_FEWEST_NAMES = 2
_SOME = 0.2
_MOST = 0.5
_ENDINGS = tuple(".?!,:;\u2026")


class NameLinesReader:
    """Two or more names that come again and again, each with lines of words below it."""

    id = "name_lines"
    title = "a name alone above the words"
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        some = filled(split_preamble(lines)[1])
        names = _names(some)
        told = [line.text.strip() in names for line in some]
        if len(names) < _FEWEST_NAMES or not told[0]:
            return False
        one_below_another = any(a and b for a, b in pairwise(told))
        return not one_below_another and _SOME * len(some) <= sum(told) <= _MOST * len(some)

    def read(self, lines: Lines) -> Reading:
        head, below = split_preamble(lines)
        some = filled(below)
        names = _names(some)
        speaker: str | None = None
        pieces: list[Piece] = []
        for line in some:
            text = line.text.strip()
            if text in names:
                speaker = text
            else:
                pieces.append(Piece(text, line.number, speaker))
        return Reading(runs(pieces), title=head.title, call_date=head.call_date)


def _names(lines: tuple[Line, ...]) -> frozenset[str]:
    """The lines that stand there more than once and look like names."""
    short = [text for line in lines if 0 < len(text := line.text.strip()) <= _LONGEST_NAME]
    again = [text for text, count in Counter(short).items() if count > 1]
    names = [text for text in again if could_be_name(text) and not text.endswith(_ENDINGS)]
    return frozenset(name for name in speakers_among(names) if len(name.split()) <= 4)
