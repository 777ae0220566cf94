"""Refusals of transcripts that are larger than what is read, each as early as it can be told."""

from collections.abc import Sequence

from assistant.domain.errors import BadInput
from assistant.domain.transcript import Turn
from assistant.ingest.limits import LONGEST_LINE, LONGEST_TURN, MOST_CUES, MOST_LINES, MOST_TURNS
from assistant.ingest.lines import LINE_ENDS, Lines, split_lines
from assistant.ingest.pieces import Piece


def too_large(name: str, most: int) -> BadInput:
    """The refusal of what has more than so many bytes."""
    return BadInput(f"it is larger than {most // 1024**2} MB; split it", file=name)


def bounded_lines(text: str, name: str) -> Lines:
    """The lines of a text that has some. Raises BadInput: too many, or one is too long."""
    if sum(map(text.count, LINE_ENDS)) > MOST_LINES:
        raise BadInput(f"it has more than {MOST_LINES:,} lines; split it", file=name)
    lines = split_lines(text)
    longest = max(lines, key=lambda line: len(line.text))
    _refuse_length(len(longest.text), "line", LONGEST_LINE, name, longest.number)
    return lines


def refuse_boundless(said: Sequence[Piece | Turn], name: str) -> None:
    """Raise BadInput for too many turns, or one that is too long."""
    refuse_turns(len(said), name)
    longest = max(said, key=lambda one: len(one.text), default=Piece(""))
    _refuse_length(len(longest.text), "turn", LONGEST_TURN, name, longest.line)


def refuse_turns(turns: int, name: str) -> None:
    """Raise BadInput for too many turns."""
    _refuse_count(turns, "turns", MOST_TURNS, name)


def refuse_cues(cues: int, name: str) -> None:
    """Raise BadInput for too many cues, before they are parsed: that takes most of the time."""
    _refuse_count(cues, "cues", MOST_CUES, name)


def _refuse_count(count: int, what: str, most: int, name: str) -> None:
    if count > most:
        message = f"it has {count:,} {what} and at most {most:,} are read; split it"
        raise BadInput(message, file=name)


def _refuse_length(length: int, what: str, most: int, name: str, line: int | None) -> None:
    if length > most:
        message = f"this {what} has {length:,} characters and at most {most:,} are read"
        raise BadInput(f"{message}; break it into lines", file=name, line=line)
