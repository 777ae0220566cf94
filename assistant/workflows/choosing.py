"""Ends a conflict: of what was said apart, somebody who has it all chooses one side.

Choosing is an act like any other, made in the knowledge of all sides. Nothing is overwritten.
"""

from uuid import UUID

from assistant.domain.answers import Decision
from assistant.domain.calls import Call
from assistant.domain.conflicts import Conflict, Said
from assistant.domain.errors import NotFound
from assistant.domain.verdict import RecordedVerdict
from assistant.packs.versions import chosen_again
from assistant.workflows import deciding
from assistant.workflows.conflicts import conflicts_of
from assistant.workflows.ending import persons_verdict
from assistant.workflows.recording import KEEPING
from assistant.workflows.reviewing import agree, may_judge, open_review, reverse
from assistant.workflows.viewing import call_of
from assistant.workflows.views import ReviewView
from assistant.workflows.wiring import Workbench


def choose(bench: Workbench, call_id: UUID, act: UUID, reason: str = "") -> ReviewView:
    """Put one side of a conflict into force; ``act`` is the side's.

    ``reason`` is kept where it is about a verdict; without one, the side's own. Raises
    ``NotFound`` where there is no such side, or nobody disagrees any more.
    """
    with bench.store.together():
        call = call_of(bench, call_id)
        conflict, side = _side(bench, call, act)
        if conflict.answer_id:
            deciding.choose(bench, call_id, _decision(bench, call_id, act))
        elif conflict.about == "verdict":
            _verdict(bench, call, _version(bench, call_id, act), reason)
        else:
            _facts(bench, call, conflict, side)
    return open_review(bench, call_id)


def _side(bench: Workbench, call: Call, act: UUID) -> tuple[Conflict, Said]:
    for conflict in conflicts_of(bench, call):
        for side in conflict.sides:
            if side.act == act:
                return conflict, side
    raise NotFound("Nobody disagrees about this any more: somebody has decided since.")


def _decision(bench: Workbench, call_id: UUID, act: UUID) -> Decision:
    return next(one for one in bench.store.decisions(call_id) if one.id == act)


def _version(bench: Workbench, call_id: UUID, act: UUID) -> RecordedVerdict:
    return next(one for one in bench.store.verdicts(call_id) if one.id == act)


def _verdict(bench: Workbench, call: Call, chosen: RecordedVerdict, reason: str) -> None:
    """The rep of the call overrides, everybody else judges."""
    by = chosen.by.name if chosen.by else "the assistant"
    why = reason.strip() or f"As {by} said: {chosen.reason}".rstrip(": ")
    outcome = chosen.verdict.outcome
    if call.rep.id == bench.who.id:
        persons_verdict(bench, call.id, outcome, why)
        return
    may_judge(bench, call)
    if bench.store.verdicts(call.id)[-1].verdict.outcome is not outcome:
        reverse(bench, call.id, outcome, why)
        return
    persons_verdict(bench, call.id, outcome, why, reversal=True)
    agree(bench, call.id, why)


def _facts(bench: Workbench, call: Call, conflict: Conflict, side: Said) -> None:
    """The facts of a call, a lead or an account as that side has them."""
    keeping = KEEPING[conflict.kind]
    known = keeping.versions(bench.store, conflict.of)
    chosen = next(one for one in known.versions if one.id == side.act)
    again = chosen_again(known.versions, chosen, bench.who, bench.clock())
    versions = (*known.versions, again)
    bench.store.add_versions(conflict.kind, versions)
    keeping.save(bench.store, keeping.present(known.model_copy(update={"versions": versions})))
    bench.store.to_send([call.id])
