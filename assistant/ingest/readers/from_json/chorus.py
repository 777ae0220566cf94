"""Chorus: a conversation as its interface gives it."""

from assistant.domain.fields import Kind
from assistant.ingest.json_values import Record, at, have, name_in, records, seconds_in, words_in
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import day_in

_ATTRIBUTES = ("data", "attributes")


class ChorusReader:
    """Utterances of a recording with the speaker's name; times in seconds."""

    id = "chorus"
    title = "Chorus JSON"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        return have(_utterances(document), "snippet")

    def read(self, document: object) -> Reading:
        recording = at(document, *_ATTRIBUTES, "recording")
        return Reading(
            pieces=runs(map(_piece, _utterances(document)), nameless_follow=False),
            title=name_in(at(document, *_ATTRIBUTES, "name")),
            call_date=day_in(words_in(at(recording, "start_time"))),
        )


def _utterances(document: object) -> list[Record]:
    return records(at(document, *_ATTRIBUTES, "recording", "utterances"))


def _piece(utterance: Record) -> Piece:
    return Piece(
        text=words_in(utterance.get("snippet")),
        speaker=name_in(utterance.get("speaker_name")),
        start=seconds_in(utterance.get("snippet_time")),
    )
