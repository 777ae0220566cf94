"""The manager's work: read verdicts and their evidence, comment, agree, reverse, send back.

The rep answers what was sent back. Every act is kept with who, when, and the verdict before
and after it; none is ever changed.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal
from uuid import UUID, uuid4

from assistant.domain.calls import Call, CallSummary, ReviewAction, Reviewed, ReviewEntry
from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.frozen import Frozen
from assistant.domain.marks import in_force
from assistant.domain.people import Role
from assistant.domain.verdict import Outcome
from assistant.packs.acts import later_than
from assistant.workflows.answer_list import list_answers, listed, pick
from assistant.workflows.conflicts import conflicts_beside
from assistant.workflows.ending import persons_verdict
from assistant.workflows.viewing import call_of, view_call
from assistant.workflows.views import ReviewView
from assistant.workflows.wiring import Workbench


class Remark(Frozen):
    """Words about an answer, or about a turn of a source; about the call where neither is set."""

    text: str
    answer_id: str | None = None
    source: str | None = None
    turn: int | None = None


def list_calls(bench: Workbench) -> tuple[CallSummary, ...]:
    """All calls, the newest first."""
    return bench.store.calls()


def find_call(bench: Workbench, text: str) -> Call:
    """The call with that id, or an unambiguous beginning of one. Raises ``NotFound``."""
    found = bench.store.call_ids(text.strip()) if text.strip() else ()
    if len(found) != 1:
        what = "more than one call" if found else "no call"
        raise NotFound(f"There is {what} {text!r}. `assistant call list` shows them.")
    return call_of(bench, found[0])


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
    reviews = bench.store.reviews(call_id)
    decisions = bench.store.decisions(call_id)
    return ReviewView(
        call=view,
        decisions=decisions,
        reviews=reviews,
        moves=bench.store.moves(view.lead.id) if view.lead else (),
        history=bench.store.note_history(call_id),
        marks=marks,
        state=state_of(reviews, view.recorded.verdict.outcome if view.recorded else ""),
        cards=bench.store.scorecards(call_id),
        conflicts=conflicts_beside(
            bench, view.call, view.lead, view.account, decisions, view.verdicts
        ),
    )


def review_as(
    bench: Workbench, call_id: UUID, form: Literal["text", "json"], *, width: int = 100
) -> str:
    """A call's review as text of a format."""
    from assistant.reports import review as reports

    view = open_review(bench, call_id)
    call = view.call
    reviewed = reports.ReviewedCall(
        call=call.call,
        lead=call.lead.name if call.lead else "",
        account=call.account.name if call.account else "",
        bank=call.banks[0],
        answers=call.answers,
        numbers={one.answer.id: one.number for one in listed(call)},
        likely=call.verdict,
        versions=call.verdicts,
        decisions=view.decisions,
        reviews=view.reviews,
        cards=view.cards,
        said=dict(_words_said(view)),
        state=view.state,
        conflicts=view.conflicts,
    )
    if form == "json":
        return reports.as_json(reviewed)
    return reports.as_text(reviewed, width=width, local=bench.local)


def _words_said(view: ReviewView) -> Iterator[tuple[str, str]]:
    about = {(one.source, one.turn) for one in view.reviews}
    for source in view.call.sources:
        for turn in source.turns:
            if (source.name, turn.index) in about:
                yield f"{source.name}:{turn.index}", turn.text
    for line in view.call.lines:
        if ("notes", line.number) in about:
            yield f"notes:{line.number}", line.text


def remark_of(bench: Workbench, call_id: UUID, place: str, text: str) -> Remark:
    """Words about a place as it is written: ``transcript:12``, or an answer's number or id.

    Raises ``NotFound`` where the call has no such place.
    """
    source, colon, turn = place.strip().rpartition(":")
    if not colon:
        return Remark(text=text, answer_id=pick(list_answers(bench, call_id), place).id)
    lines = {line.number for line in bench.store.note_lines(call_id)}
    there = {one.name: {turn.index for turn in one.turns} for one in bench.store.sources(call_id)}
    numbers = there.get(source) or (lines if source == "notes" else set())
    if not turn.isdecimal() or int(turn) not in numbers:
        names = ", ".join([*there, "notes"])
        raise NotFound(f"There is no turn {place!r} in this call. Its texts are: {names}.")
    return Remark(text=text, source=source, turn=int(turn))


def comment(
    bench: Workbench,
    call_id: UUID,
    text: str,
    *,
    answer_id: str | None = None,
    source: str | None = None,
    turn: int | None = None,
    part_of: UUID | None = None,
) -> ReviewView:
    """Say something about the call, an answer, or a turn of a source.

    ``part_of`` is the act that it answers.
    """
    about = {"answer_id": answer_id, "source": source, "turn": turn, "part_of": part_of}
    _keep(bench, _said(bench, call_id, "comment", text, **about))
    return open_review(bench, call_id)


def take_back(bench: Workbench, remark: ReviewEntry) -> ReviewEntry:
    """Take back a comment: it is shown no more, and both acts are kept. Returns the comment."""
    about = {"answer_id": remark.answer_id, "source": remark.source, "turn": remark.turn}
    _keep(bench, _entry(bench, remark.call_id, "take_back", "", part_of=remark.id, **about))
    return remark


def coach(bench: Workbench, call_id: UUID, text: str, **about: Any) -> ReviewView:
    """Note what the rep may take along from the call: from all of it, an answer, or a turn."""
    _keep(bench, _said(bench, call_id, "coach", text, **about))
    return open_review(bench, call_id)


def agree(bench: Workbench, call_id: UUID, text: str = "") -> ReviewView:
    """Agree with the verdict in force. Raises ``WrongUsage`` where there is none yet."""
    agree_with_all(bench, (call_id,), text)
    return open_review(bench, call_id)


def agree_with_all(bench: Workbench, calls: Sequence[UUID], text: str = "") -> None:
    """Agree with the verdicts of calls: with all of them or with none.

    Raises ``WrongUsage`` where one has no verdict yet.
    """
    entries = []
    for call_id in calls:
        may_judge(bench, call_of(bench, call_id))
        number, outcome = _in_force(bench, call_id)
        facts = {"verdict_number": number, "before": outcome, "after": outcome}
        entries.append(_entry(bench, call_id, "agree", text, **facts))
    _keep(bench, *entries)


def reverse(bench: Workbench, call_id: UUID, outcome: Outcome, reason: str) -> ReviewView:
    """Put another verdict over the one in force; all are kept. A reason is needed."""
    may_judge(bench, call_of(bench, call_id))
    versions = bench.store.verdicts(call_id)
    before = versions[-1].verdict.outcome if versions else ""
    recorded = persons_verdict(bench, call_id, outcome, reason, reversal=True)
    facts = {"verdict_number": recorded.number, "before": before, "after": outcome}
    _keep(bench, _entry(bench, call_id, "reverse", reason, **facts))
    return open_review(bench, call_id)


def return_call(
    bench: Workbench, call_id: UUID, text: str, remarks: Sequence[Remark] = ()
) -> ReviewView:
    """Send a call back to its rep, with remarks on answers and turns. Words are needed."""
    return_all(bench, (call_id,), text, remarks)
    return open_review(bench, call_id)


def return_all(
    bench: Workbench, calls: Sequence[UUID], text: str, remarks: Sequence[Remark] = ()
) -> None:
    """Send calls back to their reps, with the same words: all of them or none."""
    entries = []
    for call_id in calls:
        may_judge(bench, call_of(bench, call_id))
        number, outcome = _in_force(bench, call_id)
        facts = {"verdict_number": number, "before": outcome, "after": outcome}
        back = _said(bench, call_id, "return", text, **facts)
        entries.append(back)
        for one in remarks:
            about = one.model_dump(exclude={"text"}) | {"part_of": back.id}
            entries.append(_said(bench, call_id, "comment", one.text, **about))
    _keep(bench, *entries)


def answer_return(bench: Workbench, call_id: UUID, text: str) -> ReviewView:
    """Answer what the call was sent back with. Raises ``WrongUsage`` where it was not."""
    asked = sent_back(bench.store.reviews(call_id))
    if asked is None:
        raise WrongUsage("This call was not sent back, or that is answered already.")
    call = call_of(bench, call_id)
    if call.rep.id != bench.who.id:
        raise WrongUsage(f"This is {call.rep.name}'s call: its rep answers. You can comment.")
    versions = bench.store.verdicts(call_id)
    outcome = versions[-1].verdict.outcome if versions else ""
    facts = {"part_of": asked.id, "before": asked.after, "after": outcome}
    _keep(bench, _said(bench, call_id, "answer", text, **facts))
    return open_review(bench, call_id)


_STATES: dict[ReviewAction, Reviewed] = {
    "agree": "agreed", "reverse": "reversed", "return": "returned", "answer": "answered",
}  # fmt: skip


def state_of(reviews: Sequence[ReviewEntry], outcome: str) -> Reviewed:
    """How a review stands: what its latest act says of the verdict in force.

    An agreement or a reversal says nothing any more where the outcome has changed since.
    """
    latest = _latest_act(reviews)
    if latest is None:
        return ""
    judged = latest.action in {"agree", "reverse"}
    return "" if judged and latest.after not in {"", outcome} else _STATES[latest.action]


def sent_back(reviews: Sequence[ReviewEntry]) -> ReviewEntry | None:
    """The return that waits for an answer; None where none does."""
    latest = _latest_act(reviews)
    return latest if latest is not None and latest.action == "return" else None


def _latest_act(reviews: Sequence[ReviewEntry]) -> ReviewEntry | None:
    return next((one for one in reversed(reviews) if one.action in _STATES), None)


def may_judge(bench: Workbench, call: Call) -> None:
    """Raises ``WrongUsage`` for a rep's own call: somebody else judges it."""
    if bench.who.role is Role.REP and call.rep.id == bench.who.id:
        raise WrongUsage("This is your call: a manager agrees, reverses or sends it back.")


def _keep(bench: Workbench, *entries: ReviewEntry) -> None:
    """Keep acts, all or none; each is later than those that are known of its call."""
    with bench.store.together():
        for entry in entries:
            known = (one.at for one in bench.store.reviews(entry.call_id))
            at = later_than(max(known, default=None), entry.at)
            bench.store.add_review(entry.model_copy(update={"at": at}))


def _in_force(bench: Workbench, call_id: UUID) -> tuple[int, str]:
    """The number and the outcome of the verdict in force. Raises ``WrongUsage`` without one."""
    versions = bench.store.verdicts(call_id)
    if not versions:
        raise WrongUsage("This call has no recorded verdict yet: end it first.")
    return versions[-1].number, versions[-1].verdict.outcome


def _said(
    bench: Workbench, call_id: UUID, action: ReviewAction, text: str, **facts: Any
) -> ReviewEntry:
    if not text.strip():
        raise WrongUsage("A comment needs words.")
    return _entry(bench, call_id, action, text, **facts)


def _entry(
    bench: Workbench, call_id: UUID, action: ReviewAction, text: str, **facts: Any
) -> ReviewEntry:
    return ReviewEntry(
        id=uuid4(),
        call_id=call_id,
        action=action,
        by=bench.who,
        at=bench.clock(),
        text=text.strip(),
        **facts,
    )
