"""``Name  00:12`` lines with the words below them: one run of one speaker a turn."""

import re
from dataclasses import dataclass, replace

from assistant.domain.fields import Kind
from assistant.ingest.clock import STAMP, call_start, seconds, since
from assistant.ingest.footers import is_footer, without_aside
from assistant.ingest.lines import Line, Lines, filled
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import day_in, preamble_of
from assistant.ingest.speakers import could_be_name, speakers_among
from assistant.ingest.talk import is_talk

_BESIDE = r"(?:\*\*\s*|[(\[]|[-\u2013\u2014]\s*)"
_HEADERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\s*\[(?P<name>[^\[\]]+)\]\s*(?P<start>{STAMP})\s*",
        rf"\s*(?P<name>\S[^\t]*?)\s*[\[(](?P<start>{STAMP})[\])]\s*:?\s*",
        rf"\s*(?P<name>\S[^\t]*?)(?:\s{{2,}}|\t)(?P<start>{STAMP})\s*:?\s*",
        rf"\s*@?(?P<start>{STAMP})\s*[-\u2013]\s*(?P<name>\S.*?)\s*",
        rf"\s*(?P<start>{STAMP})(?P<name>)\s*",
        rf"\s*\*\*(?P<name>[^*\s][^*]*?)\s*{_BESIDE}(?P<start>{STAMP})[)\]]?:?(?:\*\*)?:?\s*",
    )
)
_IN_BRACKETS = _HEADERS[0]
_LONGEST_HEADER = 100
_GAP = re.compile(r"[^\S\t]{3,}")
"""More white space than tells a name from a time; it would be tried from each of its signs on."""
_TEAMS_ENDING = re.compile(r"-20\d{6}_\d{6}-[^-]{1,40}$")
"""What Teams adds to a meeting's title: when it began, and what the file is."""
_MARKUP = " \t*#_-="
_SOME = 0.1
_NAMELESS = 0.3
_HEAD = 8


@dataclass(frozen=True, slots=True)
class _Header:
    line: Line
    name: str
    start: float


class HeaderLinesReader:
    """Lines with a name and a time (or a time alone), each above the words said then."""

    id = "header_lines"
    title = '"Name  00:12" lines above the words'
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        headers = _headers(lines)
        if not headers:
            return False
        some = filled(lines)
        named = any(header.name for header in headers)
        first = next(place for place, line in enumerate(some) if line == headers[0].line)
        share = len(headers) / len(some)
        return (
            first < _HEAD
            and (_SOME if named else _NAMELESS) <= share < 1
            and ((named and len(headers) > 1) or is_talk(line.text for line in some))
        )

    def read(self, lines: Lines) -> Reading:
        headers = {header.line.number: header for header in _headers(lines)}
        first = min(headers, default=1)
        zero = call_start(header.start for header in headers.values())
        pieces: list[Piece] = []
        header: _Header | None = None
        for line in lines[first - 1 :]:
            if line.number in headers:
                header = headers[line.number]
            elif (text := without_aside(line.text).strip()) and not is_footer(text):
                pieces.append(_piece(line._replace(text=text), header, zero))
        return _with_head(Reading(runs(pieces)), [line.text for line in lines[: first - 1]])


def _headers(lines: Lines) -> list[_Header]:
    found = [header for line in lines if (header := _header(line)) is not None]
    names = speakers_among(header.name for header in found if header.name)
    return [header for header in found if not header.name or header.name in names]


def _header(line: Line) -> _Header | None:
    if len(line.text) > _LONGEST_HEADER:
        return None
    text = _GAP.sub("  ", line.text)
    for pattern in _HEADERS:
        if found := pattern.fullmatch(text):
            name = found["name"].strip()
            # In brackets a colon is no doubt part of the name.
            shown = name.replace(":", " ") if pattern is _IN_BRACKETS else name
            if name and not could_be_name(shown):
                return None
            return _Header(line, name, seconds(found["start"]))
    return None


def _piece(line: Line, header: _Header | None, zero: float) -> Piece:
    if header is None:
        return Piece(line.text, line.number)
    return Piece(line.text, line.number, header.name or None, since(zero, header.start))


def _with_head(reading: Reading, above: list[str]) -> Reading:
    """The reading with what the lines above the first header say, the title before the day."""
    texts = [bare for text in above if (bare := text.strip(_MARKUP)) and not is_footer(bare)]
    head = preamble_of(texts)
    day = next((day for text in texts if (day := day_in(text)) is not None), None)
    top = next((text for text in texts if day_in(text) is None), "")
    title = head.title or _TEAMS_ENDING.sub("", top) or None
    return replace(reading, title=title, call_date=head.call_date or day)
