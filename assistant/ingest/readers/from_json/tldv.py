"""tl;dv: a meeting's transcript as its interface gives it."""

from assistant.domain.fields import Kind
from assistant.ingest.json_values import Record, at, have, name_in, records, seconds_in, words_in
from assistant.ingest.pieces import Piece, Reading, runs


class TldvReader:
    """Objects with a speaker and a text below ``data``; times in seconds."""

    id = "tldv"
    title = "tl;dv JSON"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        return have(records(at(document, "data")), "speaker", "text")

    def read(self, document: object) -> Reading:
        said = records(at(document, "data"))
        return Reading(runs(map(_piece, said), nameless_follow=False))


def _piece(said: Record) -> Piece:
    return Piece(
        text=words_in(said.get("text")),
        speaker=name_in(said.get("speaker")),
        start=seconds_in(said.get("startTime")),
        end=seconds_in(said.get("endTime")),
    )
