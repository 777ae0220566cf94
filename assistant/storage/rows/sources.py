"""Sources, turns, and rows."""

from collections.abc import Iterable

from assistant.domain.calls import Source
from assistant.domain.transcript import Turn
from assistant.storage.tables.sources import IN_A_SOURCE, SourceRow, TurnRow, turn_key


def source_row(source: Source, number: int) -> SourceRow:
    """The row of a source, without its turns; it is that number in its call."""
    facts = source.model_dump(mode="python", exclude={"turns", "kind"})
    return SourceRow(**facts, kind=source.kind.value, number=number)


def to_source(row: SourceRow, turns: Iterable[TurnRow]) -> Source:
    """The source; ``turns`` are its own, in order."""
    return Source(
        **row.model_dump(exclude={"seq", "number"}), turns=tuple(to_turn(turn) for turn in turns)
    )


def turn_values(turn: Turn, source: int) -> dict[str, object]:
    """The columns of a turn of the source with that ``seq``."""
    return {
        "key": turn_key(source, turn.index),
        "text": turn.text,
        "speaker": turn.speaker,
        "side": turn.side.value,
        "start": turn.start,
        "stop": turn.end,
        "line": turn.line,
    }


def to_turn(row: TurnRow) -> Turn:
    """The turn."""
    return Turn.model_validate(
        {
            "index": row.key % IN_A_SOURCE,
            "text": row.text,
            "speaker": row.speaker,
            "side": row.side,
            "start": row.start,
            "end": row.stop,
            "line": row.line,
        }
    )
