"""AssemblyAI: a transcript as its interface gives it."""

from assistant.domain.fields import Kind
from assistant.ingest.json_values import (
    Record,
    at,
    first_records,
    have,
    seconds_in,
    speaker_in,
    words_in,
)
from assistant.ingest.pieces import Piece, Reading, runs

_MILLISECONDS = 0.001


class AssemblyAiReader:
    """Utterances, or else words (``utterances`` may be null); times in milliseconds.

    Its sentences and paragraphs can be had as answers of their own.
    """

    id = "assemblyai"
    title = "AssemblyAI JSON"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, document: object) -> bool:
        return have(_said(document), "text", "start", "end") and (
            at(document, "audio_url") is not None or at(document, "audio_duration") is not None
        )

    def read(self, document: object) -> Reading:
        said = map(_piece, _said(document))
        return Reading(runs(said, nameless_follow=False))


def _said(document: object) -> list[Record]:
    parts = ("utterances", "sentences", "paragraphs", "words")
    return first_records(*(at(document, part) for part in parts))


def _piece(said: Record) -> Piece:
    return Piece(
        text=words_in(said.get("text")),
        speaker=speaker_in(said.get("speaker")),
        start=seconds_in(said.get("start"), _MILLISECONDS),
        end=seconds_in(said.get("end"), _MILLISECONDS),
    )
