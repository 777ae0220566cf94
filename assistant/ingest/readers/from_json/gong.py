"""Gong: the answers of ``/v2/calls/transcript`` and ``/v2/calls/extensive``."""

from collections.abc import Iterator

from assistant.domain.errors import BadInput
from assistant.domain.fields import Kind, Side
from assistant.domain.transcript import Participant
from assistant.ingest.json_values import (
    Record,
    at,
    first_records,
    key_in,
    name_in,
    only_call,
    records,
    seconds_in,
    words_in,
)
from assistant.ingest.namesakes import Namesakes
from assistant.ingest.pieces import Piece, Reading, runs
from assistant.ingest.preamble import day_in

_SIDES = {"Internal": Side.REP, "External": Side.PROSPECT}
_MILLISECONDS = 0.001


class GongReader:
    """Sentences by the id of their speaker; names and sides are in the other answer.

    A document holds the transcript, and beside it the calls with their parties: both keys
    in one object, or both answers in one list.
    """

    id = "gong"
    title = "Gong JSON (transcript, with calls/extensive beside it)"
    kinds = (Kind.CALL,)

    def recognises(self, document: object) -> bool:
        return any(
            at(part, "callTranscripts") is not None or _is_parties(part)
            for part in _parts(document)
        )

    def read(self, document: object) -> Reading:
        call = _one_call(document)
        facts = _facts(document, call.get("callId"))
        namesakes = Namesakes()
        parties = namesakes.named(records(facts.get("parties")), "speakerId")
        speaking = [(party.get("speakerId"), name) for party, name in parties]
        names = {key_in(number): name for number, name in speaking if key_in(number)}
        return Reading(
            pieces=runs(_pieces(records(call.get("transcript")), names), nameless_follow=False),
            title=name_in(at(facts, "metaData", "title")),
            call_date=day_in(words_in(at(facts, "metaData", "started"))),
            participants=tuple(
                Participant(
                    name=name, side=_SIDES.get(key_in(party.get("affiliation")), Side.UNKNOWN)
                )
                for party, name in parties
            ),
            warnings=namesakes.notes,
        )


def _parts(document: object) -> list[Record]:
    return records(document if isinstance(document, list) else [document])


def _is_parties(part: Record) -> bool:
    calls = records(part.get("calls"))
    return bool(calls) and "metaData" in calls[0] and "parties" in calls[0]


def _one_call(document: object) -> Record:
    calls = first_records(*(part.get("callTranscripts") for part in _parts(document)))
    if not calls:
        raise BadInput(
            "these are Gong's calls with their parties, without a word that was said; put the "
            'answer of /v2/calls/transcript into the same file: [{"callTranscripts": ...}, '
            '{"calls": ...}]'
        )
    return only_call(calls, "Gong")


def _facts(document: object, call_id: object) -> Record:
    calls = first_records(*(part.get("calls") for part in _parts(document)))
    same = [call for call in calls if at(call, "metaData", "id") == call_id]
    return next(iter(same), calls[0] if len(calls) == 1 else {})


def _pieces(monologues: list[Record], names: dict[str, str]) -> Iterator[Piece]:
    """Speakers whom no party names are numbered in the order they speak."""
    unnamed: dict[str, str] = {}
    for monologue in monologues:
        speaker: str | None = None
        if (number := monologue.get("speakerId")) is not None:
            key = key_in(number)
            speaker = names.get(key) or unnamed.setdefault(key, f"Speaker {len(unnamed) + 1}")
        for sentence in records(monologue.get("sentences")):
            if text := words_in(sentence.get("text")):
                start = seconds_in(sentence.get("start"), _MILLISECONDS)
                end = seconds_in(sentence.get("end"), _MILLISECONDS)
                yield Piece(text, speaker=speaker, start=start, end=end)
