"""Marks of turns, and rows."""

from collections.abc import Mapping
from uuid import UUID

from assistant.domain.marks import TurnMark
from assistant.domain.people import Who
from assistant.storage.tables.marks import TurnMarkRow


def turn_mark_row(mark: TurnMark, by_key: UUID) -> TurnMarkRow:
    """The row of a mark."""
    side = mark.side.value if mark.side else None
    return TurnMarkRow(**mark.model_dump(exclude={"by", "side"}), side=side, by_key=by_key)


def to_turn_mark(row: TurnMarkRow, people: Mapping[UUID, Who]) -> TurnMark:
    """The mark."""
    return TurnMark(**row.model_dump(exclude={"seq", "by_key"}), by=people[row.by_key])
