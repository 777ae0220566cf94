"""Grain: the list of what was said, as its interface gives it."""

from assistant.domain.fields import Kind
from assistant.ingest.json_values import (
    Record,
    at,
    first_records,
    have,
    name_in,
    seconds_in,
    words_in,
)
from assistant.ingest.namesakes import Namesakes
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import day_in

_MILLISECONDS = 0.001


class GrainReader:
    """Objects with ``participant_id``, alone or below ``transcript``; times in milliseconds."""

    id = "grain"
    title = "Grain JSON"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        return have(_said(document), "participant_id", "speaker", "text")

    def read(self, document: object) -> Reading:
        namesakes = Namesakes()
        said = [_piece(one, namesakes) for one in _said(document)]
        return Reading(
            pieces=runs(said, nameless_follow=False),
            warnings=namesakes.notes,
            title=name_in(at(document, "title")),
            call_date=day_in(words_in(at(document, "start_datetime"))),
        )


def _said(document: object) -> list[Record]:
    return first_records(document, at(document, "transcript"))


def _piece(said: Record, namesakes: Namesakes) -> Piece:
    return Piece(
        text=words_in(said.get("text")),
        speaker=namesakes.called(name_in(said.get("speaker")), said.get("participant_id")),
        start=seconds_in(said.get("start"), _MILLISECONDS),
        end=seconds_in(said.get("end"), _MILLISECONDS),
    )
