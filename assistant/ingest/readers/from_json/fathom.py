"""Fathom: a meeting as its interface gives it."""

from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant
from assistant.ingest.json_values import (
    Record,
    at,
    calls_in,
    have,
    name_in,
    only_call,
    records,
    seconds_in,
    words_in,
)
from assistant.ingest.namesakes import Namesakes
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import day_in

_NAME = ("speaker", "display_name")
_DATES = ("scheduled_start_time", "recording_start_time", "created_at")


class FathomReader:
    """Lines with a speaker's display name and a clock time; invitees say who is external.

    The interface gives one meeting, or a list of them below ``items``.
    """

    id = "fathom"
    title = "Fathom JSON"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        first = next(iter(calls_in(document, "items")), {})
        lines = records(first.get("transcript"))
        return have(lines, "speaker", "text") and have(
            records([lines[0]["speaker"]]), "display_name"
        )

    def read(self, document: object) -> Reading:
        meeting = only_call(calls_in(document, "items"), "Fathom")
        lines = records(meeting.get("transcript"))
        namesakes = Namesakes()
        said = [_piece(line, namesakes) for line in lines]
        invited = records(meeting.get("calendar_invitees"))
        days = (day_in(words_in(meeting.get(key))) for key in _DATES)
        return Reading(
            pieces=runs(said, nameless_follow=False),
            title=name_in(meeting.get("title")) or name_in(meeting.get("meeting_title")),
            call_date=next(filter(None, days), None),
            participants=_participants(invited, lines, namesakes),
            warnings=namesakes.notes,
        )


def _piece(line: Record, namesakes: Namesakes) -> Piece:
    return Piece(
        text=words_in(line.get("text")),
        speaker=namesakes.called(name_in(at(line, *_NAME)), _address(line)),
        start=seconds_in(line.get("timestamp")),
    )


def _address(line: Record) -> str | None:
    return name_in(at(line, "speaker", "matched_calendar_invitee_email"))


def _participants(
    invitees: list[Record], lines: list[Record], namesakes: Namesakes
) -> tuple[Participant, ...]:
    """The invitees by the name they speak under, matched by their address."""
    spoken = {_address(line): name for line in lines if (name := name_in(at(line, *_NAME)))}
    found = (
        Participant(name=name, side=_side(person.get("is_external")))
        for person in invitees
        if (name := _shown(person, spoken, namesakes))
    )
    return tuple(dict.fromkeys(found))


def _shown(person: Record, spoken: dict[str | None, str], namesakes: Namesakes) -> str | None:
    address = name_in(person.get("email"))
    name = (spoken.get(address) if address else None) or name_in(person.get("name"))
    return namesakes.called(name, address)


def _side(external: object) -> Side:
    if not isinstance(external, bool):
        return Side.UNKNOWN
    return Side.PROSPECT if external else Side.REP
