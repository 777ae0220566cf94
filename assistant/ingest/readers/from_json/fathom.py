"""Fathom: a meeting as its interface gives it."""

from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant
from assistant.ingest.json_values import Record, at, have, name_in, records, seconds_in, words_in
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import day_in

_DATES = ("scheduled_start_time", "recording_start_time", "created_at")


class FathomReader:
    """Lines with a speaker's display name and a clock time; invitees say who is external."""

    id = "fathom"
    title = "Fathom JSON"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        lines = records(at(document, "transcript"))
        return have(lines, "speaker", "text") and have(
            records([lines[0]["speaker"]]), "display_name"
        )

    def read(self, document: object) -> Reading:
        lines = records(at(document, "transcript"))
        days = (day_in(words_in(at(document, key))) for key in _DATES)
        return Reading(
            pieces=runs(map(_piece, lines), nameless_follow=False),
            title=name_in(at(document, "title")) or name_in(at(document, "meeting_title")),
            call_date=next(filter(None, days), None),
            participants=_participants(records(at(document, "calendar_invitees")), lines),
        )


def _piece(line: Record) -> Piece:
    return Piece(
        text=words_in(line.get("text")),
        speaker=name_in(at(line, "speaker", "display_name")),
        start=seconds_in(line.get("timestamp")),
    )


def _participants(invitees: list[Record], lines: list[Record]) -> tuple[Participant, ...]:
    """The invitees by the name they speak under, matched by their address."""
    shown = {
        words_in(at(line, "speaker", "matched_calendar_invitee_email")): name
        for line in lines
        if (name := name_in(at(line, "speaker", "display_name")))
    }
    return tuple(
        Participant(name=name, side=_side(person.get("is_external")))
        for person in invitees
        if (name := shown.get(words_in(person.get("email"))) or name_in(person.get("name")))
    )


def _side(external: object) -> Side:
    if not isinstance(external, bool):
        return Side.UNKNOWN
    return Side.PROSPECT if external else Side.REP
