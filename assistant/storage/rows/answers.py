"""Answers, decisions, question marks, note lines, and rows."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from assistant.domain.answers import Answer, Decision, Evidence
from assistant.domain.calls import NoteLine, QuestionMark
from assistant.domain.people import Who
from assistant.storage.tables.answers import DecisionRow, QuestionMarkRow
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
FACTS = tuple(name for name in Answer.model_fields if name != "evidence")
"""The attributes that have a column of the same name."""


def answer_columns(answer: Answer) -> dict[str, Any]:
    """The columns of an answer's row, less those that say where it stands."""
    facts = document(answer)
    evidence = facts.pop("evidence") or {}
    place = {column: evidence.get(name) for name, column in PLACE.items()}
    return facts | place | {"at": answer.at}


def to_answer(row: Mapping[str, Any]) -> Answer:
    """The answer of a row's columns."""
    facts = {name: row[name] for name in FACTS}
    evidence = None
    if row["source"] is not None:
        evidence = Evidence(**{name: row[column] for name, column in PLACE.items()})
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
        follows=[str(one) for one in decision.follows],
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
