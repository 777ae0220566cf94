"""The manager's work: read verdicts and their evidence, comment, agree or reverse."""

from uuid import UUID, uuid4

from assistant.domain.calls import Call, CallSummary, ReviewEntry
from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.marks import in_force
from assistant.domain.verdict import Outcome
from assistant.workflows.ending import persons_verdict
from assistant.workflows.viewing import call_of, view_call
from assistant.workflows.views import ReviewView
from assistant.workflows.wiring import Workbench


def list_calls(bench: Workbench) -> tuple[CallSummary, ...]:
    """All calls, the newest first."""
    return bench.store.calls()


def find_call(bench: Workbench, text: str) -> Call:
    """The call with that id, or an unambiguous beginning of one. Raises ``NotFound``."""
    wanted = text.strip().casefold()
    found = [row.call for row in bench.store.calls() if str(row.call.id).startswith(wanted)]
    if len(found) != 1 or not wanted:
        what = "more than one call" if found and wanted else "no call"
        raise NotFound(f"There is {what} {text!r}. `assistant call list` shows them.")
    return found[0]


def assign_lead(bench: Workbench, call_id: UUID, lead_id: UUID | None) -> None:
    """Give a call to a lead, or to nobody."""
    call = call_of(bench, call_id)
    bench.store.save_call(call.model_copy(update={"lead_id": lead_id}))


def open_review(bench: Workbench, call_id: UUID, known: ReviewView | None = None) -> ReviewView:
    """A call with everything that was decided about it.

    ``known`` is what it was before an act of ours: a transcript does not change with it,
    unless who spoke does, and a long one takes longest to load.
    """
    marks = bench.store.turn_marks(call_id)
    same = known is not None and in_force(known.marks, "speaker") == in_force(marks, "speaker")
    view = view_call(bench, call_id, sources=known.call.sources if known and same else None)
    return ReviewView(
        call=view,
        decisions=bench.store.decisions(call_id),
        reviews=bench.store.reviews(call_id),
        moves=bench.store.moves(view.lead.id) if view.lead else (),
        history=bench.store.note_history(call_id),
        marks=marks,
    )


def comment(
    bench: Workbench,
    call_id: UUID,
    text: str,
    *,
    answer_id: str | None = None,
    source: str | None = None,
    turn: int | None = None,
) -> ReviewView:
    """Say something about the call, an answer, or a turn of a source."""
    if not text.strip():
        raise WrongUsage("A comment needs words.")
    entry = ReviewEntry(
        id=uuid4(),
        call_id=call_id,
        action="comment",
        by=bench.who,
        at=bench.clock(),
        text=text.strip(),
        answer_id=answer_id,
        source=source,
        turn=turn,
    )
    bench.store.add_review(entry)
    return open_review(bench, call_id)


def agree(bench: Workbench, call_id: UUID, text: str = "") -> ReviewView:
    """Agree with the verdict in force. Raises ``WrongUsage`` where there is none yet."""
    versions = bench.store.verdicts(call_id)
    if not versions:
        raise WrongUsage("This call has no recorded verdict yet: end it first.")
    entry = ReviewEntry(
        id=uuid4(),
        call_id=call_id,
        action="agree",
        by=bench.who,
        at=bench.clock(),
        text=text.strip(),
        verdict_number=versions[-1].number,
    )
    bench.store.add_review(entry)
    return open_review(bench, call_id)


def reverse(bench: Workbench, call_id: UUID, outcome: Outcome, reason: str) -> ReviewView:
    """Put another verdict over the one in force; all are kept. A reason is needed."""
    recorded = persons_verdict(bench, call_id, outcome, reason, reversal=True)
    entry = ReviewEntry(
        id=uuid4(),
        call_id=call_id,
        action="reverse",
        by=bench.who,
        at=bench.clock(),
        text=reason.strip(),
        verdict_number=recorded.number,
    )
    bench.store.add_review(entry)
    return open_review(bench, call_id)
