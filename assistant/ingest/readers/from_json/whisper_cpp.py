"""whisper.cpp: the JSON that ``--output-json`` writes."""

from assistant.domain.fields import Kind
from assistant.ingest.json_values import Record, at, have, records, seconds_in, speaker_in, words_in
from assistant.ingest.pieces import Piece, Reading, runs

_MILLISECONDS = 0.001


class WhisperCppReader:
    """Segments below ``transcription`` with offsets in milliseconds."""

    id = "whisper_cpp"
    title = "whisper.cpp JSON"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, document: object) -> bool:
        return have(records(at(document, "transcription")), "text", "offsets")

    def read(self, document: object) -> Reading:
        said = map(_piece, records(at(document, "transcription")))
        return Reading(runs(said, nameless_follow=False))


def _piece(said: Record) -> Piece:
    return Piece(
        text=words_in(said.get("text")),
        speaker=speaker_in(said.get("speaker")),
        start=seconds_in(at(said, "offsets", "from"), _MILLISECONDS),
        end=seconds_in(at(said, "offsets", "to"), _MILLISECONDS),
    )
