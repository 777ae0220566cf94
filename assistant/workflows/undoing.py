"""Takes back what a person did to a call, the last first and without end. All acts are kept."""

from uuid import UUID

from assistant.domain.answers import Answer
from assistant.domain.calls import ReviewEntry, standing
from assistant.domain.marks import TurnMark
from assistant.workflows import deciding
from assistant.workflows.marking import undo_mark
from assistant.workflows.reviewing import take_back
from assistant.workflows.wiring import Workbench

Taken = Answer | TurnMark | ReviewEntry
"""What was taken back: the answer or the turn's mark as it is again, or the comment."""


def undo_last(bench: Workbench, call_id: UUID) -> Taken | None:
    """Take back my last act that is not taken back yet: a decision, a mark of turns, a comment.

    Turns that were given a speaker at once are taken back at once; then the first one's mark
    is returned. None where there is nothing to take back. What was said with a review's act
    stays said.
    """
    with bench.store.together():
        decision = deciding.last_decision(bench, call_id)
        mark, remark = _last_mark(bench, call_id), _last_comment(bench, call_id)
        times = [one.at for one in (decision, mark, remark) if one is not None]
        if mark is not None and mark.at == max(times):
            return undo_mark(bench, mark)
        if remark is not None and remark.at == max(times):
            return take_back(bench, remark)
        return deciding.undo(bench, call_id)


def _last_mark(bench: Workbench, call_id: UUID) -> TurnMark | None:
    mine = [one for one in bench.store.turn_marks(call_id) if one.by.id == bench.who.id]
    gone = {one.takes_back for one in mine}
    acts = (one for one in reversed(mine) if one.takes_back is None and one.id not in gone)
    return next(acts, None)


def _last_comment(bench: Workbench, call_id: UUID) -> ReviewEntry | None:
    """My last comment that stands alone: one of a review's act stays with that."""
    mine = (
        one
        for one in standing(bench.store.reviews(call_id))
        if one.by.id == bench.who.id and one.action == "comment" and one.part_of is None
    )
    return max(mine, key=lambda one: one.at, default=None)
