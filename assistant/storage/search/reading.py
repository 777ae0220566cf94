"""Reads what stands at a place: who said it, and all that a hit shows."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import TypeAdapter

from assistant.domain.answers import Answer
from assistant.domain.fields import Kind, Side
from assistant.domain.replies import Spot
from assistant.domain.searching import Asked, Hit, HitKind
from assistant.domain.values import Value
from assistant.domain.wording import meaning, value_text
from assistant.storage.connecting import folded
from assistant.storage.search.places import (
    FIRST_SOURCE,
    Place,
    Slot,
)
from assistant.storage.tables.answers import answer_key
from assistant.storage.tables.sources import turn_key

_CALL = """
    SELECT i.call_id, call_date, calls.title, coalesce(leads.name, ''), coalesce(accounts.name, ''),
        people.name, outcome
    FROM call_index AS i JOIN calls ON calls.id = i.call_id
    JOIN people ON people."key" = i.rep_key
    LEFT JOIN leads ON leads.id = i.lead_id LEFT JOIN accounts ON accounts.id = account_id
    WHERE i."key" = ?
"""
_TURN = "SELECT spoken(text), speaker, word('side', side), start FROM turns WHERE \"key\" = ?"
_WHO_SPOKE = "SELECT speaker, word('side', side) FROM turns WHERE \"key\" = ?"
_WHO_ANSWERED = "SELECT speaker, word('side', side) FROM answers WHERE \"key\" = ?"
_NOTE = """
    SELECT text, seconds FROM note_lines WHERE call_id = ? AND number = ?
    ORDER BY revision DESC LIMIT 1
"""
_ANSWER = """
    SELECT digits(id), word('field', field), question, word('source', source), turn,
        quote_start, quote_end, iif(quote IS NULL, NULL, spoken(quote)), speaker,
        word('side', side), word('polarity', polarity), word('certainty', certainty),
        iif(value IS NULL, NULL, spoken(value)), word('found_by', found_by),
        word('status', status), contradicts
    FROM answers WHERE "key" = ?
"""

_VALUE: TypeAdapter[Value | None] = TypeAdapter(Value | None)


class SourceFacts(NamedTuple):
    """What a hit in a source needs to know of it."""

    seq: int
    name: str
    kind: Kind


class CallFacts(NamedTuple):
    """What the hits of a call have in common."""

    call_id: UUID
    day: date
    title: str
    lead: str
    account: str
    rep: str
    outcome: str
    sources: dict[int, SourceFacts]
    sides: dict[str, Side]

    def side_of(self, speaker: str | None, stored: str | None) -> Side:
        """Who is the rep may have turned out after the words were stored."""
        known = self.sides.get(speaker or "", Side.UNKNOWN)
        return Side(stored or Side.UNKNOWN) if known is Side.UNKNOWN else known


class Said(NamedTuple):
    """Of what kind words are, and who said them."""

    kind: HitKind
    speaker: str
    side: Side

    def fits(self, spots: Sequence[Asked]) -> bool:
        """Whether all that is asked of the place holds."""
        return all(self._has(one) is one.holds for one in spots)

    def _has(self, asked: Asked) -> bool:
        condition = asked.condition
        if condition.name == "speaker":
            return folded(condition.value) in folded(self.speaker)
        return condition.value == (self.kind if condition.name == "kind" else self.side.value)


class Reader:
    """Reads places in one transaction; what several hits share is read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._call = cache(self._read_call)

    def spot(self, place: Place) -> Said:
        """Who said what stands there."""
        call = self._call(place.key)
        match place.slot:
            case Slot.WHOLE_CALL:
                return Said("call", "", Side.UNKNOWN)
            case Slot.NOTES:
                return Said("note", "", Side.REP)
            case Slot.BY_HAND | Slot.QUOTED:
                speaker, side = self._one(_WHO_ANSWERED, answer_key(place.key, place.number))
                return Said("answer", speaker or "", call.side_of(speaker, side))
        source = call.sources[FIRST_SOURCE - place.slot]
        speaker, side = self._one(_WHO_SPOKE, turn_key(source.seq, place.number))
        kind: HitKind = "note" if source.kind is Kind.NOTES else "turn"
        return Said(kind, speaker or "", call.side_of(speaker, side))

    def hit(self, place: Place) -> Hit:
        """All that a hit shows, without its marks."""
        call = self._call(place.key)
        match place.slot:
            case Slot.WHOLE_CALL:
                about = self._whole(call)
            case Slot.NOTES:
                about = self._note(call, place.number)
            case Slot.BY_HAND | Slot.QUOTED:
                about = self._answer(call, place)
            case _:
                about = self._turn(call, call.sources[FIRST_SOURCE - place.slot], place.number)
        common = {
            "call_id": call.call_id, "day": call.day, "title": call.title,
            "lead": call.lead, "account": call.account, "rep": call.rep, "outcome": call.outcome,
        }  # fmt: skip
        return Hit(**common | about)

    def call_ids(self, keys: Sequence[int]) -> tuple[UUID, ...]:
        """The calls of these keys, in their order."""
        return tuple(self._call(key).call_id for key in keys)

    def _read_call(self, key: int) -> CallFacts:
        call_id, day, title, lead, account, rep, outcome = self._one(_CALL, key)
        sources = self._connection.execute(
            "SELECT number, seq, name, kind FROM sources WHERE call_id = ?", (call_id,)
        )
        sides = self._connection.execute(
            "SELECT name, side FROM participants WHERE call_id = ?", (call_id,)
        )
        return CallFacts(
            UUID(bytes=call_id),
            date.fromisoformat(day),
            title,
            lead,
            account,
            rep,
            outcome,
            sources={
                number: SourceFacts(seq, name, Kind(kind)) for number, seq, name, kind in sources
            },
            sides={name: Side(side) for name, side in sides},
        )

    def _one(self, query: str, *given: object) -> Sequence[Any]:
        row: Sequence[Any] = self._connection.execute(query, given).fetchone()
        return row

    @staticmethod
    def _whole(call: CallFacts) -> dict[str, Any]:
        return {"kind": "call", "text": call.title}

    def _turn(self, call: CallFacts, source: SourceFacts, turn: int) -> dict[str, Any]:
        text, speaker, side, start = self._one(_TURN, turn_key(source.seq, turn))
        return {
            "kind": "note" if source.kind is Kind.NOTES else "turn",
            "source": source.name,
            "speaker": speaker or "",
            "side": call.side_of(speaker, side),
            "seconds": start,
            "text": text,
            "spot": _spot(call, source.name, turn, 0, len(text)),
        }

    def _note(self, call: CallFacts, number: int) -> dict[str, Any]:
        text, seconds = self._one(_NOTE, call.call_id.bytes, number)
        return {
            "kind": "note",
            "source": "notes",
            "side": Side.REP,
            "seconds": seconds,
            "text": text,
            "spot": _spot(call, "notes", number, 0, len(text)),
        }

    def _answer(self, call: CallFacts, place: Place) -> dict[str, Any]:
        (answer_id, field, question, source, turn, start, end, quote, speaker, side,
         polarity, certainty, value, found_by, status, contradicts) = self._one(
            _ANSWER, answer_key(place.key, place.number)
        )  # fmt: skip
        answer = Answer(
            id=answer_id, field=field, question=question, polarity=polarity, certainty=certainty,
            value=_VALUE.validate_python(json.loads(value) if value else None),
            found_by=found_by, status=status, contradicts=tuple(json.loads(contradicts)),
        )  # fmt: skip
        return {
            "kind": "answer",
            "source": source or "",
            "speaker": speaker or "",
            "side": call.side_of(speaker, side),
            "seconds": None,
            "text": value_text(answer.value) if quote is None else quote,
            "key": answer.key,
            "meaning": meaning(answer),
            "standing": _standing(answer),
            "answer_id": answer_id,
            "spot": None if quote is None else _spot(call, source, turn, start, end),
        }


def _standing(answer: Answer) -> str:
    if answer.contradicts:
        return "contradicted"
    return "confirmed" if answer.decided else "unconfirmed"


def _spot(call: CallFacts, source: str, turn: int, start: int, end: int) -> Spot:
    return Spot(call_id=call.call_id, source=source, turn=turn, start=start, end=end)
