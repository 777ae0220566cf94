"""Amazon Transcribe: the output of a standard job."""

from collections.abc import Iterator

from assistant.domain.fields import Kind
from assistant.ingest.json_values import Record, at, have, name_in, records, seconds_in, words_in
from assistant.ingest.pieces import Piece, Reading, runs


class AwsTranscribeReader:
    """Items (a word or a punctuation mark each) whose times are texts, in seconds.

    The speaker or the channel stands in the item, or else beside its time in
    ``speaker_labels``.
    """

    id = "aws_transcribe"
    title = "AWS Transcribe JSON"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, document: object) -> bool:
        return have(records(at(document, "results", "items")), "type", "alternatives")

    def read(self, document: object) -> Reading:
        items = records(at(document, "results", "items"))
        said = _spoken(items, _speakers(at(document, "results", "speaker_labels")))
        return Reading(runs(said))


def _speakers(labels: object) -> dict[str, str]:
    """Who speaks at which start time, as the file writes the time."""
    return {
        words_in(item.get("start_time")): speaker
        for segment in records(at(labels, "segments"))
        for item in records(segment.get("items"))
        if (speaker := name_in(item.get("speaker_label") or segment.get("speaker_label")))
    }


def _spoken(items: list[Record], speakers: dict[str, str]) -> Iterator[Piece]:
    """One piece a word, with the punctuation that follows it."""
    last: Piece | None = None
    for item in items:
        text = words_in(next(iter(records(item.get("alternatives"))), {}).get("content"))
        if item.get("type") == "punctuation" and last is not None:
            last = last._replace(text=last.text + text)
            continue
        if last is not None:
            yield last
        last = _piece(item, text, speakers) if text else None
    if last is not None:
        yield last


def _piece(item: Record, text: str, speakers: dict[str, str]) -> Piece:
    start = item.get("start_time")
    return Piece(
        text=text,
        speaker=name_in(item.get("speaker_label"))
        or speakers.get(words_in(start))
        or name_in(item.get("channel_label")),
        start=seconds_in(start),
        end=seconds_in(item.get("end_time")),
    )
