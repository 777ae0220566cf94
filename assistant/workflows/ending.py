"""Ends a call: the verdict is recorded, the rep may override it, the lead may move on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from assistant.domain.answers import Answer
from assistant.domain.bank import Bank
from assistant.domain.calls import Call
from assistant.domain.errors import NotFound, WrongUsage
from assistant.domain.lifecycle import Lifecycle, MoveOffer
from assistant.domain.people import Lead
from assistant.domain.verdict import GateResult, Outcome, RecordedVerdict
from assistant.leads.moves import make_move, offer_move
from assistant.packs.acts import heads, later_than
from assistant.qualification.assessment import assess
from assistant.qualification.standing import settle
from assistant.workflows.conflicts import look_again
from assistant.workflows.viewing import (
    answers_beside_words,
    banks_of,
    call_of,
    settled_answers,
    view_call,
    whom,
)
from assistant.workflows.views import EndView
from assistant.workflows.wiring import Workbench


def end_call(bench: Workbench, call_id: UUID, *, engine: str | None = None) -> EndView:
    """End it now and record the system's verdict. Ending it again changes no time.

    ``engine`` is recorded in place of the extractor's, which is else loaded.
    """
    call = call_of(bench, call_id)
    if call.ended_at is None:
        call = call.model_copy(update={"ended_at": bench.clock()})
        bench.store.save_call(call)
    record_verdict(bench, call, engine=engine)
    return end_view(bench, call_id)


def end_view(bench: Workbench, call_id: UUID) -> EndView:
    """The ended call, and the stage move that is offered."""
    view = view_call(bench, call_id)
    if view.lead is None:
        return EndView(call=view, offer=None)
    stages = lifecycle_of(bench, view.lead).stages
    return EndView(call=view, offer=offer_for(bench, view.lead, view.call), stages=stages)


def record_verdict(bench: Workbench, call: Call, *, engine: str | None = None) -> RecordedVerdict:
    """Record the first bank's verdict, unless the latest of the system's says the same."""
    bank = banks_of(bench, call)[0]
    bench.store.save_bank(bank)
    answers = settled_answers(bench, call, (bank,))
    verdict = assess(bank, answers, call.call_date).verdict
    versions = bench.store.verdicts(call.id)
    latest = next((one for one in reversed(versions) if one.kind == "system"), None)
    if latest is not None and latest.verdict == verdict and latest.answers == answers:
        return latest
    recorded = RecordedVerdict(
        id=uuid4(),
        call_id=call.id,
        number=len(versions) + 1,
        verdict=verdict,
        answers=answers,
        engine=str(bench.extractor.engine) if engine is None else engine,
        bank_digest=bank.digest,
        at=_after(versions, bench.clock()),
    )
    bench.store.add_verdict(recorded)
    return recorded


def persons_verdict(
    bench: Workbench, call_id: UUID, outcome: Outcome, reason: str, *, reversal: bool = False
) -> RecordedVerdict:
    """Record a person's verdict over the latest one. Raises ``WrongUsage`` without a reason."""
    if not reason.strip():
        raise WrongUsage("Give a reason: it is kept with the verdict.")
    versions = bench.store.verdicts(call_id)
    latest = versions[-1] if versions else record_verdict(bench, call_of(bench, call_id))
    recorded = latest.model_copy(
        update={
            "id": uuid4(),
            "number": latest.number + 1,
            "verdict": latest.verdict.model_copy(update={"outcome": outcome}),
            "by": bench.who,
            "reason": reason.strip(),
            "kind": "reversal" if reversal else "override",
            "at": _after((latest,), bench.clock()),
            "follows": tuple(one.id for one in heads([one for one in versions if one.by])),
        }
    )
    bench.store.add_verdict(recorded)
    look_again(bench, call_id)
    return recorded


def _after(versions: Sequence[RecordedVerdict], now: datetime) -> datetime:
    """A version's time: later than those that it is recorded in the knowledge of."""
    return later_than(max((one.at for one in versions), default=None), now)


def override_verdict(bench: Workbench, call_id: UUID, outcome: Outcome, reason: str) -> EndView:
    """Put the rep's verdict over the system's; both are kept."""
    persons_verdict(bench, call_id, outcome, reason)
    return end_view(bench, call_id)


def lifecycle_of(bench: Workbench, lead: Lead) -> Lifecycle:
    """The lead's lifecycle. Raises ``NotFound``."""
    lifecycle = bench.playbook.lifecycles.get(lead.lifecycle)
    if lifecycle is None:
        known = ", ".join(sorted(bench.playbook.lifecycles))
        raise NotFound(f"There is no lifecycle {lead.lifecycle!r}. There are: {known}.")
    return lifecycle


def offer_for(
    bench: Workbench, lead: Lead, call: Call | None, to: str | None = None
) -> MoveOffer | None:
    """The move to the next stage (or to ``to``), with the gates that it has to pass."""
    lifecycle = lifecycle_of(bench, lead)
    return offer_move(lifecycle, lead, _gate_results(bench, lead, call, lifecycle), to)


def move_stage(
    bench: Workbench, call_id: UUID, *, to: str | None = None, reason: str = ""
) -> EndView:
    """Move the call's lead. Raises ``Blocked`` at a closed gate without a reason."""
    call = call_of(bench, call_id)
    lead, _ = whom(bench, call)
    if lead is None:
        raise WrongUsage("This call has no lead: give it one first.")
    move_lead(bench, lead, to=to, reason=reason, call=call)
    return end_view(bench, call_id)


def move_lead(
    bench: Workbench, lead: Lead, *, to: str | None = None, reason: str = "", call: Call | None
) -> None:
    """Move a lead and record who, when, past which gates and why."""
    offer = offer_for(bench, lead, call, to)
    if offer is None:
        raise WrongUsage("The lead is at the last stage; name the stage to move it to.")
    call_id = call.id if call else None
    move = make_move(offer, lead, by=bench.who, at=bench.clock(), call_id=call_id, reason=reason)
    bench.store.add_move(move)


def _gate_results(
    bench: Workbench, lead: Lead, call: Call | None, lifecycle: Lifecycle
) -> Mapping[str, GateResult]:
    named = {gate for step in lifecycle.steps for gate in step.gates}
    bank_ids = dict.fromkeys(gate.partition(".")[0] for gate in sorted(named))
    banks = [bench.playbook.banks[name] for name in bank_ids if name in bench.playbook.banks]
    day = call.call_date if call else bench.local(bench.clock()).date()
    answers = _answers_of_lead(bench, lead, call, banks)
    outcome = _persons_outcome(bench, call or next(iter(bench.store.calls_with(lead.id)), None))
    return {
        f"{bank.id}.{result.gate}": result
        for bank in banks
        for result in assess(bank, answers, day, outcome=outcome).gates
    }


def _answers_of_lead(
    bench: Workbench, lead: Lead, call: Call | None, banks: list[Bank]
) -> tuple[Answer, ...]:
    """The call's answers, and those of the lead's earlier calls to what it leaves open."""
    questions = [question for bank in banks for question in bank.questions]
    account = bench.store.account(lead.account_id) if lead.account_id else None
    beside = answers_beside_words(bench, lead, account, questions)
    answers = settle((*(bench.store.answers(call.id) if call else ()), *beside))
    for one in bench.store.calls_with(lead.id):
        if call is not None and one.held >= call.held:
            continue
        known = {answer.key for answer in answers if answer.in_force}
        before = settle(bench.store.answers(one.id))
        answers += tuple(old for old in before if old.in_force and old.key not in known)
    return answers


def _persons_outcome(bench: Workbench, call: Call | None) -> Outcome | None:
    """What a person made of a call, where that is in force; None where nobody did."""
    verdicts = bench.store.verdicts(call.id) if call else ()
    return verdicts[-1].verdict.outcome if verdicts and verdicts[-1].by else None
