"""Whisper and what builds on it: WhisperX, whisper-timestamped, faster-whisper."""

from collections.abc import Iterator

from assistant.domain.fields import Kind
from assistant.ingest.json_values import Record, at, have, records, seconds_in, speaker_in, words_in
from assistant.ingest.pieces import Piece, Reading, runs


class WhisperReader:
    """Segments with a text and times in seconds; WhisperX adds speakers, also to words.

    A segment whose words have several speakers is cut where the speaker changes.
    """

    id = "whisper"
    title = "Whisper and WhisperX JSON"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, document: object) -> bool:
        return have(records(at(document, "segments")), "text", "start", "end")

    def read(self, document: object) -> Reading:
        segments = records(at(document, "segments"))
        pieces = [piece for segment in segments for piece in _pieces(segment)]
        return Reading(runs(pieces, nameless_follow=False))


def _pieces(segment: Record) -> Iterator[Piece]:
    spoken = records(segment.get("words"))
    speakers = {speaker for word in spoken if (speaker := speaker_in(word.get("speaker")))}
    if len(speakers) < 2:
        speaker = speaker_in(segment.get("speaker")) or next(iter(speakers), None)
        yield _piece(segment, "text", speaker)
        return
    speaker = speaker_in(segment.get("speaker"))
    for word in spoken:
        speaker = speaker_in(word.get("speaker")) or speaker
        yield _piece(word, "word" if "word" in word else "text", speaker)


def _piece(said: Record, key: str, speaker: str | None) -> Piece:
    return Piece(
        text=words_in(said.get(key)),
        speaker=speaker,
        start=seconds_in(said.get("start")),
        end=seconds_in(said.get("end")),
    )
