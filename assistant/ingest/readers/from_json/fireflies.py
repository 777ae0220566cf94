"""Fireflies: sentences, as GraphQL and the download give them."""

from datetime import UTC, date, datetime

from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant
from assistant.ingest.json_values import (
    Record,
    at,
    first_records,
    have,
    name_in,
    only_call,
    records,
    seconds_in,
    speaker_in,
    words_in,
)
from assistant.ingest.namesakes import Namesakes
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import day_in

_LATEST = 4_102_444_800_000
"""Milliseconds: the year 2100."""


class FirefliesReader:
    """Sentences with ``speaker_name`` (null: the number stands for it); times in seconds."""

    id = "fireflies"
    title = "Fireflies JSON"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        found = _sentences(document)
        return have(found, "speaker_name") and any(
            key in found[0] for key in ("start_time", "startTime", "raw_text", "sentence")
        )

    def read(self, document: object) -> Reading:
        meeting = _meeting(document)
        namesakes = Namesakes()
        said = [_piece(one, namesakes) for one in _sentences(document)]
        return Reading(
            pieces=runs(said, nameless_follow=False),
            warnings=namesakes.notes,
            title=name_in(meeting.get("title")),
            call_date=_day(meeting),
            participants=_participants(meeting),
        )


def _meeting(document: object) -> Record:
    listed = records(at(document, "data", "transcripts"))
    if listed:
        return only_call(listed, "Fireflies")
    for found in (at(document, "data", "transcript"), at(document, "transcript"), document):
        if isinstance(found, dict):
            return found
    return {}


def _sentences(document: object) -> list[Record]:
    whole = document if isinstance(document, list) else None
    return first_records(_meeting(document).get("sentences"), whole)


def _piece(sentence: Record, namesakes: Namesakes) -> Piece:
    number = sentence.get("speaker_id")
    return Piece(
        text=next(
            filter(None, (words_in(sentence.get(k)) for k in ("text", "raw_text", "sentence"))), ""
        ),
        speaker=namesakes.called(name_in(sentence.get("speaker_name")), number)
        or speaker_in(number),
        start=seconds_in(sentence.get("start_time", sentence.get("startTime"))),
        end=seconds_in(sentence.get("end_time", sentence.get("endTime"))),
    )


def _day(meeting: Record) -> date | None:
    stamp = meeting.get("date")
    if isinstance(stamp, int | float) and 0 < stamp < _LATEST:
        return datetime.fromtimestamp(stamp / 1000, UTC).date()
    return day_in(words_in(meeting.get("dateString")) or words_in(stamp))


def _participants(meeting: Record) -> tuple[Participant, ...]:
    """Those with a name; whoever has an address of the organizer's company is the rep's side."""
    home = _company(meeting.get("organizer_email") or meeting.get("host_email"))
    attendees = dict.fromkeys(
        (name, words_in(person.get("email")))
        for person in records(meeting.get("meeting_attendees"))
        if (name := name_in(person.get("displayName")) or name_in(person.get("name")))
    )
    return tuple(
        Participant(name=name, side=_side(_company(address), home)) for name, address in attendees
    )


def _company(address: object) -> str:
    return words_in(address).rpartition("@")[2].lower()


def _side(company: str, home: str) -> Side:
    if not company or not home:
        return Side.UNKNOWN
    return Side.REP if company == home else Side.PROSPECT
