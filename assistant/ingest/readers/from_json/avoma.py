"""Avoma: a transcription as its interface gives it."""

from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant
from assistant.ingest.json_values import (
    Record,
    calls_in,
    have,
    key_in,
    only_call,
    records,
    seconds_in,
    speaker_in,
    words_in,
)
from assistant.ingest.namesakes import Namesakes
from assistant.ingest.pieces import Piece, Reading, runs

_SIDES = {True: Side.REP, False: Side.PROSPECT}


class AvomaReader:
    """Pieces with the times of their words; ``speakers`` names them and says who is a rep.

    The interface gives one transcription, or the list of those of one meeting.
    """

    id = "avoma"
    title = "Avoma JSON"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        first = next(iter(calls_in(document, "results")), {})
        return have(records(first.get("transcript")), "transcript", "speaker_id")

    def read(self, document: object) -> Reading:
        namesakes = Namesakes()
        call = only_call(calls_in(document, "results"), "Avoma")
        speakers = namesakes.named(records(call.get("speakers")))
        names = {key_in(person.get("id")): name for person, name in speakers}
        said = records(call.get("transcript"))
        return Reading(
            pieces=runs((_piece(one, names) for one in said), nameless_follow=False),
            participants=tuple(
                Participant(name=name, side=_side(person.get("is_rep")))
                for person, name in speakers
            ),
            warnings=namesakes.notes,
        )


def _piece(said: Record, names: dict[str, str]) -> Piece:
    number = said.get("speaker_id")
    times = said.get("timestamps")
    moments = [seconds_in(time) for time in times] if isinstance(times, list) else []
    return Piece(
        text=words_in(said.get("transcript")),
        speaker=names.get(key_in(number)) or speaker_in(number),
        start=moments[0] if moments else None,
        end=moments[-1] if moments else None,
    )


def _side(is_rep: object) -> Side:
    return _SIDES[is_rep] if isinstance(is_rep, bool) else Side.UNKNOWN
