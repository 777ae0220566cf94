"""Takes back what a person did to a call, the last first and without end. All acts are kept."""

from uuid import UUID

from assistant.domain.answers import Answer
from assistant.domain.marks import TurnMark
from assistant.workflows import deciding
from assistant.workflows.marking import undo_mark
from assistant.workflows.wiring import Workbench


def undo_last(bench: Workbench, call_id: UUID) -> Answer | TurnMark | None:
    """Take back my last act that is not taken back yet: a decision, a bookmark, a speaker.

    Returns the answer as it is again, or the mark that puts the turn back; None where there
    is nothing to take back. What was said in a comment stays said.
    """
    with bench.store.together():
        decision = deciding.last_decision(bench, call_id)
        mark = _last_mark(bench, call_id)
        if mark is not None and (decision is None or mark.at >= decision.at):
            return undo_mark(bench, mark)
        return deciding.undo(bench, call_id)


def _last_mark(bench: Workbench, call_id: UUID) -> TurnMark | None:
    mine = [one for one in bench.store.turn_marks(call_id) if one.by.id == bench.who.id]
    gone = {one.takes_back for one in mine}
    acts = (one for one in reversed(mine) if one.takes_back is None and one.id not in gone)
    return next(acts, None)
