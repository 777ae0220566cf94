"""Google Meet: what a document with the transcript of a meeting holds, as text or Markdown."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.domain.fields import Kind
from assistant.domain.transcript import Participant
from assistant.ingest.clock import seconds
from assistant.ingest.lines import Line, Lines, filled
from assistant.ingest.pieces import Piece, Reading
from assistant.ingest.preamble import day_in
from assistant.ingest.speakers import cut_label, cut_labels, cut_names, speakers_among
from assistant.ingest.words import words

_BLOCK_TIME = re.compile(r"[\s#*]{0,20}(?P<time>(?:\d{1,2}:)?\d{1,2}:\d\d)[\s*]{0,20}")
_WITH_HOURS = re.compile(r"[\s#*]{0,20}(?P<time>\d{1,2}:\d\d:\d\d)[\s*]{0,20}")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|])")
_MARKUP = " #*_"
_DAY_AT_END = re.compile(r"\s*[-\u2013(]?\s*20\d\d[-/]\d\d[-/]\d\d.*")
_HEAD = 12
_LONGEST_TITLE = 300
_SOME = 0.3


@dataclass(frozen=True, slots=True)
class _Head:
    title: str | None = None
    day: date | None = None
    attendees: tuple[str, ...] = ()


class GoogleMeetReader:
    """``Name: words`` lines, one a turn, below a title and the attendees' names.

    Since 2024 a line of its own tells the time every minute or two; it is when the next
    line began. Without the title and the end these lines tell the format. Blank lines are
    the document's layout and no turns. Notes that a document has above the title of its
    transcript are left out.
    """

    id = "google_meet"
    title = "Google Meet transcripts (text or Markdown)"
    kinds = (Kind.CALL,)

    def recognises(self, lines: Lines, kind: Kind | None) -> bool:  # noqa: ARG002 - looks suffice
        _, some = _cut_notes(filled(lines))
        if not any(map(_is_end, some)) and not any(map(is_title, some[:_HEAD])):
            return _has_block_times(some)
        return sum(cut_label(line.text) is not None for line in some) >= _SOME * len(some)

    def read(self, lines: Lines) -> Reading:
        notes, some = _cut_notes(filled(lines))
        plain = tuple(Line(line.number, _ESCAPED.sub(r"\1", line.text)) for line in some)
        head = _head(plain)
        cuts = cut_labels([line.text for line in plain])
        names = speakers_among(cut.label for cut in cuts if cut) | frozenset(head.attendees)
        pieces: list[Piece] = []
        speaker: str | None = None
        start: float | None = None
        for line, cut in zip(plain, cuts, strict=True):
            if (time := _BLOCK_TIME.fullmatch(line.text)) is not None:
                start = seconds(time["time"])
            elif cut is not None and cut.label in names:
                speaker = cut.label
                pieces.append(Piece(cut.said, line.number, speaker, start))
                start = None
            elif speaker is not None and not _is_layout(line):
                pieces.append(Piece(line.text.strip(), line.number, speaker, start))
                start = None
        return Reading(
            pieces=tuple(pieces),
            warnings=_told(notes, some),
            title=head.title,
            call_date=head.day,
            participants=tuple(Participant(name=name) for name in head.attendees),
        )


def block_time(text: str) -> float | None:
    """The seconds of a line that has a time with hours and nothing else, as blocks begin."""
    found = _WITH_HOURS.fullmatch(text)
    return seconds(found["time"]) if found else None


def _cut_notes(lines: Lines) -> tuple[Lines, Lines]:
    """What stands above the transcript, and it with its title and the day above that.

    Google's assistant writes a summary there, which nobody has said; ``lines`` are not blank.
    """
    at = next((place for place, line in enumerate(lines) if is_title(line)), 0)
    first = at - 1 if at and day_in(lines[at - 1].text) is not None else at
    return (lines[:first], lines[first:]) if at >= _HEAD else ((), lines)


def _told(notes: Lines, below: Lines) -> tuple[str, ...]:
    """That notes are left out, if any are."""
    if not notes:
        return ()
    return (f"line {below[0].number}: the transcript begins here; the notes above it are left out",)


def _has_block_times(lines: Lines) -> bool:
    """Whether times of day or of the call stand alone above lines of speakers.

    So the document looks without its title and its end; ``lines`` are not blank.
    """
    times = [place for place, line in enumerate(lines) if block_time(line.text) is not None]
    if not times or times[0] >= _HEAD:
        return False
    cuts = cut_names([line.text for line in lines])
    above_names = sum(cut is not None for place in times for cut in cuts[place + 1 : place + 2])
    named = sum(cut is not None for cut in cuts)
    return above_names > len(times) // 2 and named >= _SOME * len(lines)


def _head(lines: Lines) -> _Head:
    """The title, the day and the attendees; ``lines`` are not blank."""
    above = [line.text.strip(_MARKUP) for line in lines[:_HEAD]]
    days = [day_in(text) for text in above if cut_label(text) is None]
    titled = next((line for line in lines[:_HEAD] if is_title(line)), None)
    at = next((n for n, text in enumerate(above) if is_attendees(text)), None)
    named = above[at + 1] if at is not None and at + 1 < len(above) else ""
    return _Head(
        title=_title(titled) if titled else None,
        day=next((day for day in days if day is not None), None),
        attendees=tuple(
            name for part in named.split(",") if (name := part.strip()) and _is_person(name)
        ),
    )


def _title(line: Line) -> str | None:
    """The line without Meet's own word and the day at its end."""
    whole = " ".join(line.text.strip(_MARKUP).replace("\u2013", "-").split())
    title = whole.rpartition("-")[0].strip()[:_LONGEST_TITLE]
    return _DAY_AT_END.sub("", title).strip() or title or None


def is_title(line: Line) -> bool:
    """Whether it ends as Meet's documents are called: "Kajaks - Transcript"."""
    _, dash, last = line.text.strip(_MARKUP).replace("\u2013", "-").rpartition(" - ")
    return bool(dash) and last.strip().lower() in words().meet.titles


def _is_end(line: Line) -> bool:
    text = line.text.strip(_MARKUP).lower()
    return text.startswith(words().meet.ends)


def _is_layout(line: Line) -> bool:
    return _is_end(line) or line.text.lstrip().startswith("#")


def is_attendees(text: str) -> bool:
    """Whether it stands above the names of those who were there."""
    return text.rstrip(":").lower() in words().meet.attendees


def _is_person(name: str) -> bool:
    return not any(mark in name.lower() for mark in words().meet.not_people)
