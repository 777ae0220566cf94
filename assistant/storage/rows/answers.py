"""Answers, decisions, question marks, note lines, and rows."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from assistant.domain.answers import Answer, Decision, Evidence
from assistant.domain.calls import NoteLine, QuestionMark
from assistant.domain.people import Who
from assistant.storage.tables.answers import AnswerRow, DecisionRow, QuestionMarkRow
from assistant.storage.tables.base import instant_text
from assistant.storage.tables.notes import NoteLineRow

PLACE = {
    "source": "source",
    "turn": "turn",
    "start": "quote_start",
    "end": "quote_end",
    "quote": "quote",
    "speaker": "speaker",
    "side": "side",
    "revision": "revision",
}
"""The evidence's attributes, and the columns that they are in."""


def answer_row(
    call_id: UUID, answer: Answer, number: int, replaced: AnswerRow | None = None
) -> AnswerRow:
    """The row of an answer of a call: that number in it, or in place of the row it replaces."""
    facts = document(answer)
    evidence = facts.pop("evidence") or {}
    place = {column: evidence.get(name) for name, column in PLACE.items()}
    seq, number = (None, number) if replaced is None else (replaced.seq, replaced.number)
    row = facts | place | {"at": answer.at}
    return AnswerRow(**row, call_id=call_id, seq=seq, number=number)


def to_answer(row: AnswerRow) -> Answer:
    """The answer."""
    facts = row.model_dump(exclude={"seq", "number", "call_id", *PLACE.values()})
    evidence = None
    if row.source is not None:
        evidence = Evidence(**{name: getattr(row, column) for name, column in PLACE.items()})
    return Answer(**facts, evidence=evidence)


def document(answer: Answer) -> dict[str, Any]:
    """The answer as a JSON document, its instant in UTC."""
    at = instant_text(answer.at) if answer.at else None
    return answer.model_dump(mode="json") | {"at": at}


def decision_row(call_id: UUID, decision: Decision, by_key: UUID) -> DecisionRow:
    """The row of a decision on an answer of a call."""
    return DecisionRow(
        id=decision.id,
        call_id=call_id,
        answer_id=decision.answer_id,
        action=decision.action,
        by_key=by_key,
        at=decision.at,
        before=document(decision.before) if decision.before else None,
        after=document(decision.after),
        reason=decision.reason,
    )


def to_decision(row: DecisionRow, people: Mapping[UUID, Who]) -> Decision:
    """The decision."""
    return Decision(**row.model_dump(exclude={"seq", "call_id", "by_key"}), by=people[row.by_key])


def mark_row(call_id: UUID, mark: QuestionMark) -> QuestionMarkRow:
    """The row of a question mark."""
    return QuestionMarkRow(**mark.model_dump(), call_id=call_id)


def to_mark(row: QuestionMarkRow) -> QuestionMark:
    """The question mark."""
    return QuestionMark(**row.model_dump(exclude={"seq", "call_id"}))


def note_line_row(call_id: UUID, line: NoteLine) -> NoteLineRow:
    """The row of a revision of a note line."""
    return NoteLineRow(**line.model_dump(), call_id=call_id)


def to_note_line(row: NoteLineRow) -> NoteLine:
    """The revision of the note line."""
    return NoteLine(**row.model_dump(exclude={"seq", "call_id"}))
