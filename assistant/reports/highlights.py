"""The transcript cut into pieces, so that the words which gave an answer stand out."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.domain.annotation import Annotation
from assistant.domain.frozen import Frozen
from assistant.domain.transcript import Turn
from assistant.reports.outline import AnswerLine
from assistant.reports.showing import clock


class Piece(Frozen):
    """A run of a turn's characters with the answers that they gave, if any.

    ``begins`` are those of the answers whose words begin here.
    """

    text: str
    answers: tuple[AnswerLine, ...] = ()
    begins: tuple[AnswerLine, ...] = ()


class SpokenTurn(Frozen):
    """A turn ready to be shown; ``place`` is its time or line."""

    index: int
    speaker: str
    side: str
    place: str
    pieces: tuple[Piece, ...]


def spoken_turns(annotation: Annotation, lines: Iterable[AnswerLine]) -> tuple[SpokenTurn, ...]:
    """Every turn in order, the words of ``lines`` apart from the rest."""
    by_turn: dict[int, list[AnswerLine]] = {}
    for line in lines:
        if line.turn is not None:
            by_turn.setdefault(line.turn, []).append(line)
    return tuple(
        SpokenTurn(
            index=turn.index,
            speaker=turn.speaker or "",
            side=turn.side,
            place=_place(turn),
            pieces=cut(turn.text, by_turn.get(turn.index, [])),
        )
        for turn in annotation.turns
    )


def cut(text: str, lines: Sequence[AnswerLine]) -> tuple[Piece, ...]:
    """The text in pieces at every edge of an answer; together they are the text.

    Answers may overlap, and one that reaches past the text ends with it.
    """
    within = [line for line in lines if line.start < min(line.end, len(text))]
    edges = sorted({0, len(text), *(edge for one in within for edge in _edges(one, text))})
    return tuple(
        Piece(
            text=text[start:end],
            answers=tuple(line for line in within if line.start <= start < line.end),
            begins=tuple(line for line in within if line.start == start),
        )
        for start, end in pairwise(edges)
    )


def _edges(line: AnswerLine, text: str) -> tuple[int, int]:
    return line.start, min(line.end, len(text))


def _place(turn: Turn) -> str:
    return clock(turn.start) if turn.start is not None else str(turn.line or turn.index + 1)
