"""Deepgram: the answer for a recording."""

from collections.abc import Iterator

from assistant.domain.fields import Kind
from assistant.ingest.json_values import (
    Record,
    at,
    name_in,
    records,
    seconds_in,
    speaker_in,
    words_in,
)
from assistant.ingest.pieces import Piece, Reading, runs


class DeepgramReader:
    """Utterances, or else the words of each channel; times in seconds.

    An utterance whose words have several speakers is cut where the speaker changes. Where
    nobody was told apart but there are several channels, a channel is a speaker.
    """

    id = "deepgram"
    title = "Deepgram JSON"
    kinds = (Kind.CALL, Kind.NOTES)

    def recognises(self, document: object) -> bool:
        channels = records(at(document, "results", "channels"))
        return bool(channels) and "alternatives" in channels[0]

    def read(self, document: object) -> Reading:
        channels = records(at(document, "results", "channels"))
        utterances = records(at(document, "results", "utterances"))
        several = len(channels) > 1
        if utterances:
            said = [piece for one in utterances for piece in _uttered(one, several=several)]
        else:
            said = [
                piece
                for number, channel in enumerate(channels)
                for piece in _spoken(channel, number, several=several)
            ]
            if several:
                said.sort(key=lambda piece: piece.start or 0.0)
        return Reading(runs(said, nameless_follow=False))


def _uttered(utterance: Record, *, several: bool) -> Iterator[Piece]:
    """The utterance, or its words where they are several speakers'."""
    channel = utterance.get("channel")
    words = records(utterance.get("words"))
    if len({speaker_in(word.get("speaker")) for word in words}) > 1:
        yield from (_word(word, channel, several=several) for word in words)
    else:
        yield _piece(utterance, "transcript", channel, several=several)


def _spoken(channel: Record, number: int, *, several: bool) -> Iterator[Piece]:
    best = next(iter(records(channel.get("alternatives"))), {})
    words = records(best.get("words"))
    if not words:
        yield _piece(best, "transcript", number, several=several)
    yield from (_word(word, number, several=several) for word in words)


def _word(word: Record, channel: object, *, several: bool) -> Piece:
    key = "punctuated_word" if "punctuated_word" in word else "word"
    return _piece(word, key, channel, several=several)


def _piece(said: Record, key: str, channel: object, *, several: bool) -> Piece:
    speaker = speaker_in(said.get("speaker"))
    if speaker is None and several and isinstance(channel, int):
        speaker = name_in(f"Channel {channel}")
    return Piece(
        text=words_in(said.get(key)),
        speaker=speaker,
        start=seconds_in(said.get("start")),
        end=seconds_in(said.get("end")),
    )
