"""Zoom's chat: what was typed during a meeting."""

import re

from assistant.domain.fields import Kind
from assistant.ingest.clock import call_start, seconds, since
from assistant.ingest.lines import Line, Lines, filled
from assistant.ingest.pieces import Piece, Reading

_TIME = r"(?P<time>\d{1,3}:\d\d:\d\d)"
_CLOCK = r"\(?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?\)?"
_GAP = r"\s{1,8}"
"""Not more, or a line of white space would be tried from each of its signs on."""
_WHO = rf"(?:Von|De){_GAP}(?P<name>\S.{{0,79}}?){_GAP}(?:an|\u00e0|a|para){_GAP}\S.{{0,79}}?\s?:"
"""German, French and Spanish."""
_TO = rf"{_GAP}[Tt]o{_GAP}\S.{{0,79}}?"
_HEADS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_TIME}\t(?P<name>[^\t]{{1,200}}):\t(?P<said>.*)",
        rf"{_TIME}{_GAP}From{_GAP}(?P<name>\S.{{0,79}}?)(?:{_TO})?\s{{0,8}}:(?P<said>.*)",
        rf"(?P<time>)From{_GAP}(?P<name>\S.{{0,79}}?){_TO}:(?:\s(?P<said>.*))?",
        rf"{_TIME}{_GAP}{_WHO}(?P<said>.*)",
        rf"(?P<time>){_WHO}(?P<said>{_GAP}{_CLOCK}.*)",
    )
)
_FROM = ("From ", "Von ", "De ")
_LEADING_CLOCK = re.compile(rf"\s*{_CLOCK}\s*")
_REACTION = re.compile(
    r"(?:Reacted to|Removed a|A r\u00e9agi \u00e0) (?:.{0,200}|.{0,60}[\"\u201c\u00ab].*)"
)
"""It may quote the whole message."""
_MANY = 0.3


class ZoomChatReader:
    """A message a turn: a line with its writer, and the lines below it; reactions are left out.

    Times are kept where they count from the meeting's start.
    """

    id = "zoom_chat"
    title = "Zoom chats (.txt)"
    kinds = (Kind.CHAT,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        heads = sum(_head(line) is not None for line in lines)
        return heads > 0 and heads > _MANY * len(filled(lines))

    def read(self, lines: Lines) -> Reading:
        heads = [(line, _head(line)) for line in filled(lines)]
        zero = call_start(_time(found) for _, found in heads if found)
        messages: list[tuple[Piece, list[str]]] = []
        for line, found in heads:
            if found is not None:
                start = None if (time := _time(found)) is None else since(zero, time)
                piece = Piece("", line.number, found["name"].strip(), start)
                messages.append((piece, [_said(found)]))
            elif messages:
                messages[-1][1].append(line.text)
            else:
                messages.append((Piece("", line.number), [line.text]))
        written = (_written(piece, parts) for piece, parts in messages)
        return Reading(tuple(piece for piece in written if piece.text))


def _head(line: Line) -> re.Match[str] | None:
    if "\t" not in line.text and not any(word in line.text for word in _FROM):
        return None  # of most texts this is every line
    return next((found for head in _HEADS if (found := head.fullmatch(line.text))), None)


def _time(head: re.Match[str]) -> float | None:
    return seconds(head["time"]) if head["time"] else None


def _said(head: re.Match[str]) -> str:
    """What is written behind a head, and behind the time of day that old ones end with."""
    said: str = head["said"] or ""
    clock = None if head["time"] else _LEADING_CLOCK.match(said)
    return said[clock.end() :] if clock else said


def _written(piece: Piece, parts: list[str]) -> Piece:
    text = " ".join(stripped for part in parts if (stripped := part.strip()))
    said = "" if _REACTION.fullmatch(text) else text
    return Piece(said, piece.line, piece.speaker, piece.start)
