"""WebVTT: voice tags, ``Name: words``, names beside the cue, or nobody named."""

import re
from collections.abc import Iterator
from html import unescape

from assistant.domain.fields import Kind
from assistant.ingest.lines import Line, Lines, first_filled
from assistant.ingest.pieces import Reading
from assistant.ingest.preamble import preamble_of
from assistant.ingest.readers.captions import Voiced, turns_of
from assistant.ingest.readers.cues import Cue, is_timing, read_cues
from assistant.ingest.readers.rolling import Rolling, rolls, without_tags

_VOICE = re.compile(r"<(?P<close>/)?v(?:\.[^\s<>]*)?(?:\s(?P<name>[^<>]*))?>")
_LINE_ENDS = re.compile("[\r\n\u2028\u2029]+")
_SKIPPED_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")


class VttReader:
    """Captions that begin with ``WEBVTT``."""

    id = "vtt"
    title = "WebVTT captions (.vtt)"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        first = first_filled(lines)
        return first is not None and first.text.split(maxsplit=1)[0] == "WEBVTT"

    def read(self, lines: Lines) -> Reading:
        comments, cue_lines = without_comments(lines)
        cues, warnings = read_cues(cue_lines)
        head = preamble_of(comments)
        return Reading(
            pieces=turns_of(_without_repeats(cues), voices),
            warnings=tuple(warnings),
            title=head.title,
            call_date=head.call_date,
        )


def voices(cue: Cue) -> Iterator[Voiced]:
    """The cue's lines cut at its voice tags; other tags are taken out, entities resolved."""
    speaker: str | None = None
    for line in cue.words:
        if speaker is None and "<" not in line.text:
            yield from _voiced(line, line.text, None)
            continue
        at = 0
        for tag in _VOICE.finditer(line.text):
            yield from _voiced(line, line.text[at : tag.start()], speaker)
            name = unescape(tag["name"] or "").strip()
            speaker = None if tag["close"] else name or None
            at = tag.end()
        yield from _voiced(line, line.text[at:], speaker)


def _voiced(line: Line, text: str, speaker: str | None) -> Iterator[Voiced]:
    words = without_tags(text)
    if "&" in words:
        words = " ".join(_LINE_ENDS.split(unescape(words)))
    if words.strip():
        yield Voiced(words, line.number, speaker)


def without_comments(lines: Lines) -> tuple[list[str], Lines]:
    """The texts of the header and of NOTE, STYLE and REGION blocks, and the lines without them.

    The lines taken out leave blank ones behind, so that nothing grows together.
    """
    comments: list[str] = []
    kept: list[Line] = []
    skipping, fresh = True, True
    for place, line in enumerate(lines):
        opens = fresh and _SKIPPED_BLOCK.fullmatch(line.text) is not None
        fresh = line.blank
        if skipping or opens:
            skipping = not fresh and not _begins_cue(lines, place)
        if skipping:
            comments.append(line.text.removeprefix("NOTE").strip())
        kept.append(Line(line.number, "") if skipping else line)
    return comments, tuple(kept)


def _begins_cue(lines: Lines, place: int) -> bool:
    """Whether the line holds a cue's times, or stands above them."""
    return any(is_timing(line.text) for line in lines[place : place + 2])


def _without_repeats(cues: list[Cue]) -> list[Cue]:
    """Rolling captions without the lines that they carry over from cue to cue."""
    if not any(map(rolls, cues)):
        return cues
    rolling = Rolling(rolls=True)
    return [rolling.fresh(cue) for cue in cues]
