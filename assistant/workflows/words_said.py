"""A call's words, turn by turn, for whoever reads them without a screen."""

from collections.abc import Iterator
from uuid import UUID

from assistant.domain.errors import NotFound
from assistant.domain.frozen import Frozen
from assistant.domain.wording import clock_text
from assistant.workflows.deciding import answer_of
from assistant.workflows.reviewing import remark_of
from assistant.workflows.viewing import view_call
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench

AROUND = 3
"""Turns before and after the one that is asked for."""


class Said(Frozen):
    """A turn of a source, or a line of the notes; ``seconds`` are on the call's clock."""

    source: str
    turn: int
    seconds: float | None
    speaker: str
    text: str

    @property
    def line(self) -> str:
        """Place, time and speaker, as far as they are known, then the words."""
        clock = clock_text(self.seconds) if self.seconds is not None else ""
        head = (f"{self.source}:{self.turn}", clock, self.speaker)
        return f"{'  '.join(one for one in head if one)}: {self.text}"


def words_said(bench: Workbench, call_id: UUID, around: str = "") -> tuple[Said, ...]:
    """All words of a call: its sources, then its notes.

    ``around`` is a turn as it is written (``transcript:12``), or an answer by its number or
    id: then that turn with ``AROUND`` before and after. Raises ``NotFound`` for another one.
    """
    said = tuple(_said(view_call(bench, call_id)))
    if not around:
        return said
    source, turn = _place(bench, call_id, around)
    beside = tuple(one for one in said if one.source == source)
    at = next((at for at, one in enumerate(beside) if one.turn == turn), None)
    if at is None:
        raise NotFound("The words that gave this answer are not kept any more.")
    return beside[max(0, at - AROUND) : at + AROUND + 1]


def _said(view: CallView) -> Iterator[Said]:
    for source in view.sources:
        for turn in source.turns:
            yield Said(
                source=source.name,
                turn=turn.index,
                seconds=turn.start,
                speaker=turn.speaker or "",
                text=turn.text,
            )
    for line in view.lines:
        yield Said(
            source="notes", turn=line.number, seconds=line.seconds, speaker="", text=line.text
        )


def _place(bench: Workbench, call_id: UUID, around: str) -> tuple[str | None, int | None]:
    remark = remark_of(bench, call_id, around, "")
    if remark.answer_id is None:
        return remark.source, remark.turn
    where = answer_of(bench, call_id, remark.answer_id).evidence
    if where is None:
        raise NotFound(f"No words of the call gave the answer {around!r}.")
    return where.source, where.turn
