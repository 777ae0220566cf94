"""Brings the rows of a call to what they have to be.

Rows that only grow are added to. Where another store's rows come in between, all of that kind
are written anew: nothing is lost by that, and they are in the same order in every store.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, insert, text
from sqlmodel import Session, col, delete, func, select, update

from assistant.domain.calls import Source
from assistant.domain.transcript import Turn
from assistant.storage.known_answers import of_call
from assistant.storage.rows.sources import source_row, turn_values
from assistant.storage.tables.answers import AnswerRow
from assistant.storage.tables.base import Row
from assistant.storage.tables.calls import ParticipantRow
from assistant.storage.tables.notes import NoteLineRow
from assistant.storage.tables.sources import SourceRow, TurnRow, turn_key, turns_of
from assistant.storage.tables.upkeep import ErasingRow

_LEAVE_NOTES = text(
    "INSERT INTO text_index (text_index, rowid, text) "
    "SELECT 'delete', place, text FROM indexed_notes WHERE call_id = :call_id"
)
_LEAVE_ANSWERS = text(
    "INSERT INTO text_index (text_index, rowid, text, value, tags) "
    "SELECT 'delete', place, text, value, tags FROM indexed_answers WHERE key = :key"
)


@contextmanager
def unguarded(session: Session) -> Iterator[None]:
    """Lets this transaction write rows anew."""
    session.flush()
    session.add(ErasingRow(id=1))
    session.flush()
    yield
    session.flush()
    session.exec(delete(ErasingRow))


def put_rows(
    session: Session,
    row_type: Any,
    which: ColumnElement[bool],
    wanted: Iterable[Row],
    *,
    new: bool = False,
) -> None:
    """Make the rows of that kind those that are wanted, in their order; ``new``: none is there."""
    query = select(row_type).where(which).order_by(*_order(row_type))
    there = [] if new else [_facts(row) for row in session.exec(query)]
    facts = [_facts(row) for row in wanted]
    if facts[: len(there)] == there:
        _add(session, row_type, facts[len(there) :])
        return
    with unguarded(session):
        if row_type is NoteLineRow:
            session.execute(_LEAVE_NOTES, {"call_id": facts[0]["call_id"].bytes})
        session.exec(delete(row_type).where(which))
        _add(session, row_type, facts)


def _order(row_type: Any) -> Sequence[Any]:
    if row_type is NoteLineRow:
        return col(NoteLineRow.number), col(NoteLineRow.revision)
    if row_type is ParticipantRow:
        return (col(ParticipantRow.position),)
    return (col(row_type.seq),)


def _facts(row: Row) -> dict[str, Any]:
    return row.model_dump(exclude={"seq"})


def _add(session: Session, row_type: Any, facts: Sequence[dict[str, Any]]) -> None:
    if facts:
        session.flush()
        session.execute(insert(row_type), facts)


def put_sources(session: Session, sources: Sequence[Source], *, new: bool = False) -> None:
    """Add the sources and turns that are new, and give those another name that have one now.

    ``new``: the call has none yet.
    """
    if not sources:
        return
    call_id = sources[0].call_id
    query = select(SourceRow).where(SourceRow.call_id == call_id)
    there = {} if new else {row.id: row for row in session.exec(query)}
    for source in sources:
        row = there.get(source.id)
        if row is not None and (row.name, row.origin) != (source.name, source.origin):
            _name(session, row.seq or 0, source)
    for source in sources:
        row = there.get(source.id)
        if row is not None:
            _add_turns(session, source, row.seq or 0)
            continue
        row = source_row(source, len(there))
        session.add(row)
        session.flush()
        there[source.id] = row
        _insert_turns(session, source.turns, row.seq or 0)


def _name(session: Session, seq: int, source: Source) -> None:
    called = {"name": source.name, "origin": source.origin}
    with unguarded(session):
        session.exec(update(SourceRow).where(col(SourceRow.seq) == seq).values(called))


def _add_turns(session: Session, source: Source, seq: int) -> None:
    count = select(func.count(col(TurnRow.key))).where(turns_of(seq))
    if session.exec(count).one() == len(source.turns):
        return
    known = set(session.exec(select(TurnRow.key).where(turns_of(seq))))
    new = [turn for turn in source.turns if turn_key(seq, turn.index) not in known]
    _insert_turns(session, new, seq)


def _insert_turns(session: Session, turns: Sequence[Turn], seq: int) -> None:
    if turns:
        session.execute(insert(TurnRow), [turn_values(turn, seq) for turn in turns])


def drop_answers(session: Session, call_id: UUID, ids: Collection[str]) -> None:
    """Take answers away that have another id now."""
    if not ids:
        return
    which = of_call(call_id) & col(AnswerRow.id).in_(ids)
    with unguarded(session):
        for key in session.exec(select(AnswerRow.key).where(which)).all():
            session.execute(_LEAVE_ANSWERS, {"key": key})
        session.exec(delete(AnswerRow).where(which))
