"""A lead's moves along its lifecycle, and the gates on the way up."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID, uuid4

from assistant.domain.errors import Blocked, NotFound, WrongUsage
from assistant.domain.lifecycle import Lifecycle, MoveOffer
from assistant.domain.people import Lead, StageMove, Who
from assistant.domain.verdict import GateResult


def offer_move(
    lifecycle: Lifecycle, lead: Lead, gates: Mapping[str, GateResult], to: str | None = None
) -> MoveOffer | None:
    """The move to the next stage, or to the stage named; None at the end of the ladder.

    ``gates`` are results by ``bank.gate``. A move up has to pass the gates into its stage
    and into the steps that it leaves out; a move back or out has none. Raises ``NotFound``
    for a stage that is not in the lifecycle, ``WrongUsage`` where the lead is there already.
    """
    now_at = lead.stage or lifecycle.stages[0].id
    to_stage = _target(lifecycle, now_at, to)
    if to_stage is None:
        return None
    needed = tuple(_gates_on_the_way(lifecycle, now_at, to_stage))
    lacking = {name: _lacks(name, gates.get(name)) for name in needed if not _passes(name, gates)}
    return MoveOffer(
        lifecycle=lifecycle.id,
        from_stage=now_at,
        to_stage=to_stage,
        gates=needed,
        results=tuple(gates[name] for name in needed if name in gates),
        passed=not lacking,
        missing=tuple(dict.fromkeys(words for missing in lacking.values() for words in missing)),
        blocked_by=tuple(lacking),
    )


def make_move(
    offer: MoveOffer,
    lead: Lead,
    by: Who,
    at: datetime,
    call_id: UUID | None = None,
    reason: str = "",
) -> StageMove:
    """The move, to be recorded. Raises ``Blocked`` at a closed gate without a reason."""
    if not offer.passed and not reason.strip():
        lacking = "; ".join(offer.missing)
        message = (
            f"{lead.name} can't move to {offer.to_stage} yet: {lacking}. Give a reason to move "
            "all the same; it is kept with the move."
        )
        raise Blocked(message, offer.missing)
    return StageMove(
        id=uuid4(),
        lead_id=lead.id,
        call_id=call_id,
        lifecycle=offer.lifecycle,
        from_stage=offer.from_stage,
        to_stage=offer.to_stage,
        by=by,
        at=at,
        blocked_by=offer.blocked_by,
        override_reason=reason.strip(),
    )


def _target(lifecycle: Lifecycle, now_at: str, to: str | None) -> str | None:
    if to is None:
        after = lifecycle.stage_after(now_at)
        return after.id if after else None
    known = [stage.id for stage in lifecycle.stages]
    if to not in known:
        raise NotFound(f"{lifecycle.title} has no stage {to!r}. It has: {', '.join(known)}.")
    if to == now_at:
        raise WrongUsage(f"The lead is at {to} already. Name another stage.")
    return to


def _gates_on_the_way(lifecycle: Lifecycle, now_at: str, to: str) -> Iterator[str]:
    """Gates into the stage and into the steps between, each once. None back or out."""
    ladder = [stage for stage in lifecycle.stages if stage.kind != "out"]
    places = {stage.id: place for place, stage in enumerate(ladder)}
    climbed = ladder[places.get(now_at, 0) + 1 : places.get(to, -1) + 1]
    steps = [stage.id for stage in climbed if stage.kind == "step" or stage.id == to]
    yield from dict.fromkeys(gate for step in steps for gate in lifecycle.gates_into(step))


def _passes(name: str, gates: Mapping[str, GateResult]) -> bool:
    return name in gates and gates[name].passed


def _lacks(name: str, result: GateResult | None) -> tuple[str, ...]:
    if result is None:
        return (f"the gate {name} can't be judged: its bank is not there",)
    return result.missing or (f"the gate {name} does not pass",)
