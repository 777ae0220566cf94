"""Sources, turns, and rows."""

from collections.abc import Iterable
from uuid import UUID

from assistant.domain.calls import Source
from assistant.domain.transcript import Turn
from assistant.storage.tables.sources import SourceRow, TurnRow


def source_row(source: Source) -> SourceRow:
    """The row of a source, without its turns."""
    return SourceRow(
        **source.model_dump(mode="python", exclude={"turns", "kind"}), kind=source.kind.value
    )


def to_source(row: SourceRow, turns: Iterable[TurnRow]) -> Source:
    """The source; ``turns`` are its own, in order."""
    return Source(**row.model_dump(exclude={"seq"}), turns=tuple(to_turn(turn) for turn in turns))


def turn_row(turn: Turn, source_id: UUID) -> TurnRow:
    """The row of a turn."""
    return TurnRow(
        source_id=source_id,
        turn=turn.index,
        text=turn.text,
        speaker=turn.speaker,
        side=turn.side.value,
        start=turn.start,
        stop=turn.end,
        line=turn.line,
    )


def to_turn(row: TurnRow) -> Turn:
    """The turn."""
    return Turn.model_validate(
        {
            "index": row.turn,
            "text": row.text,
            "speaker": row.speaker,
            "side": row.side,
            "start": row.start,
            "end": row.stop,
            "line": row.line,
        }
    )
