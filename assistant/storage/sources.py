"""The texts of a call, turn by turn."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert
from sqlmodel import Session, col, func, select

from assistant.domain.calls import Source
from assistant.domain.errors import WrongUsage
from assistant.domain.transcript import Turn
from assistant.storage.rows.sources import source_row, to_source, turn_values
from assistant.storage.tables.sources import (
    IN_A_SOURCE,
    SourceRow,
    TurnRow,
    turn_key,
    turns_of,
)
from assistant.storage.topic import Topic


class Sources(Topic):
    """Sources with their turns, which never change."""

    def save_source(self, source: Source) -> None:
        """Add a source with its turns.

        One of the same call and name must have the same content; then nothing changes.
        Raises ``WrongUsage`` for other content under a name that the call has.
        """
        same_name = select(SourceRow).where(
            SourceRow.call_id == source.call_id, SourceRow.name == source.name
        )
        with self._database.writing() as session:
            there = session.exec(same_name).first()
            if there is None:
                row = source_row(source, _count(session, source.call_id))
                session.add(row)
                session.flush()
                _add(session, row.seq or 0, source.turns)
            elif there.content != source.content:
                raise WrongUsage(
                    f"The call has a source {source.name!r} with another content. Turns never "
                    f"change: give the new source a name of its own."
                )

    def add_turns(self, source: Source, turns: Sequence[Turn]) -> None:
        """Add turns to a stored source, which is still being written.

        A turn that it has stays as it is. Raises ``WrongUsage`` for a
        source that is not there.
        """
        with self._database.writing() as session:
            seq = session.exec(select(SourceRow.seq).where(SourceRow.id == source.id)).first()
            if seq is None:
                raise WrongUsage(f"The call has no source {source.name!r} to add turns to.")
            lowest = turn_key(seq, min((turn.index for turn in turns), default=0))
            there = select(TurnRow.key).where(turns_of(seq), TurnRow.key >= lowest)
            known = set(session.exec(there))
            new = [turn for turn in turns if turn_key(seq, turn.index) not in known]
            _add(session, seq, new)

    def sources(self, call_id: UUID) -> tuple[Source, ...]:
        """The call's sources, in the order of adding, with their turns."""
        query = select(SourceRow).where(SourceRow.call_id == call_id).order_by(col(SourceRow.seq))
        turns_query = (
            select(TurnRow)
            .join(SourceRow, turns_of(col(SourceRow.seq)))
            .where(SourceRow.call_id == call_id)
            .order_by(col(TurnRow.key))
        )
        with self._database.reading() as session:
            turns: defaultdict[int, list[TurnRow]] = defaultdict(list)
            for turn in session.exec(turns_query):
                turns[turn.key // IN_A_SOURCE].append(turn)
            return tuple(to_source(row, turns[row.seq or 0]) for row in session.exec(query))


def _add(session: Session, seq: int, turns: Sequence[Turn]) -> None:
    """Not as objects: those of ten thousand turns would hold up what is typed for a second."""
    if turns:
        session.execute(insert(TurnRow), [turn_values(turn, seq) for turn in turns])


def _count(session: Session, call_id: UUID) -> int:
    """How many sources the call has."""
    return session.exec(select(func.count()).where(SourceRow.call_id == call_id)).one()
