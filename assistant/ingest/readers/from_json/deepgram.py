"""Deepgram: the answer for a recording."""

from collections.abc import Iterator

from assistant.domain.fields import Kind
from assistant.ingest.json_values import (
    Record,
    at,
    records,
    seconds_in,
    speaker_in,
    words_in,
)
from assistant.ingest.namesakes import Namesakes
from assistant.ingest.pieces import Piece, Reading, runs


class DeepgramReader:
    """Utterances, or else the words of each channel; times in seconds.

    An utterance whose words have several speakers is cut where the speaker changes. Where
    nobody was told apart but there are several channels, a channel is a speaker; each channel
    counts its speakers anew.
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
        voices = _Voices(several=len(channels) > 1)
        if utterances:
            said = [piece for one in utterances for piece in _uttered(one, voices)]
        else:
            said = [
                piece
                for number, channel in enumerate(channels)
                for piece in _spoken(channel, number, voices)
            ]
            if voices.several:
                said.sort(key=lambda piece: piece.start or 0.0)
        return Reading(runs(said, nameless_follow=False), voices.notes)


class _Voices(Namesakes):
    """Who speaks, by the numbers of speakers and channels; ``several`` channels are there."""

    def __init__(self, *, several: bool) -> None:
        super().__init__()
        self.several = several

    def of(self, said: Record, channel: object) -> str | None:
        """Who says something on a channel."""
        told = self.several and isinstance(channel, int)
        speaker = speaker_in(said.get("speaker"))
        if speaker is None:
            return f"Channel {channel}" if told else None
        return self.called(speaker, channel if told else None)


def _uttered(utterance: Record, voices: _Voices) -> Iterator[Piece]:
    """The utterance, or its words where they are several speakers'."""
    channel = utterance.get("channel")
    words = records(utterance.get("words"))
    if len({speaker_in(word.get("speaker")) for word in words}) > 1:
        yield from (_word(word, channel, voices) for word in words)
    else:
        yield _piece(utterance, "transcript", channel, voices)


def _spoken(channel: Record, number: int, voices: _Voices) -> Iterator[Piece]:
    best = next(iter(records(channel.get("alternatives"))), {})
    words = records(best.get("words"))
    if not words:
        yield _piece(best, "transcript", number, voices)
    yield from (_word(word, number, voices) for word in words)


def _word(word: Record, channel: object, voices: _Voices) -> Piece:
    key = "punctuated_word" if "punctuated_word" in word else "word"
    return _piece(word, key, channel, voices)


def _piece(said: Record, key: str, channel: object, voices: _Voices) -> Piece:
    return Piece(
        text=words_in(said.get(key)),
        speaker=voices.of(said, channel),
        start=seconds_in(said.get("start")),
        end=seconds_in(said.get("end")),
    )
