"""The answers of the call at hand: one whose row is as it was is not made a second time."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, type_coerce
from sqlmodel import Session, col, select

from assistant.domain.answers import Answer
from assistant.storage.rows.answers import FACTS, PLACE, to_answer
from assistant.storage.spoken import spoken
from assistant.storage.tables.answers import AnswerRow, answers_of
from assistant.storage.tables.search import CallIndexRow

_DOCUMENTS = ("value", "why", "contradicts")
_AS_KEPT = {*_DOCUMENTS, "at"}
_COLUMNS = ("key", *FACTS, *PLACE.values())
_Kept = tuple[Any, ...]


class KnownAnswers:
    """Reads a call's answers, which a live call asks for after every line.

    Making an answer from its row takes many times longer than reading the row, so those of
    the call that was read last are kept with their rows. Threads may share it.
    """

    def __init__(self) -> None:
        self._last: tuple[UUID | None, dict[_Kept, Answer]] = (None, {})

    def of(self, session: Session, call_id: UUID) -> dict[str, Answer]:
        """The answers by id, in the order of adding."""
        call, made = self._last
        if call != call_id:
            made = {}
        rows = session.execute(_QUERY.where(of_call(call_id)))
        known = {row: made.get(row) or _made(row) for row in map(tuple, rows)}
        self._last = (call_id, known)
        return {answer.id: answer for answer in known.values()}


def _column(name: str) -> Any:
    column = getattr(AnswerRow, name)
    return type_coerce(column, Text).label(name) if name in _AS_KEPT else column


_QUERY = select(*map(_column, _COLUMNS)).order_by(col(AnswerRow.key))


def of_call(call_id: UUID) -> ColumnElement[bool]:
    """That an answer is of the call."""
    key = select(CallIndexRow.key).where(CallIndexRow.call_id == call_id)
    return answers_of(key.scalar_subquery())


def _made(kept: _Kept) -> Answer:
    row = dict(zip(_COLUMNS, kept, strict=True))
    for name in _DOCUMENTS:
        there = row[name]
        text = spoken(there) if isinstance(there, bytes) else there
        row[name] = None if text is None else json.loads(text)
    row["at"] = None if row["at"] is None else datetime.fromisoformat(row["at"])
    return to_answer(row)
