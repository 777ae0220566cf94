"""Lifecycles: the ordered stages of a lead, and the gates between them."""

from typing import Literal

from assistant.domain.frozen import Frozen
from assistant.domain.verdict import GateResult


class Stage(Frozen):
    """One stage. ``kind`` "out" is off the ladder: disqualified, recycled."""

    id: str
    title: str
    kind: Literal["step", "optional", "out"] = "step"
    about: str = ""


class Step(Frozen):
    """The way into a stage: the gates, as ``bank.gate``, that must be passed."""

    to: str
    gates: tuple[str, ...] = ()


class Lifecycle(Frozen):
    """An ordered list of stages; moves back or out are moves like any other."""

    id: str
    version: int
    title: str
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]

    def stage_after(self, stage_id: str) -> Stage | None:
        """The next step on the ladder (an unknown or empty id stands before the first).

        Optional stages are stepped over; they can be moved to by hand.
        """
        ladder = [stage for stage in self.stages if stage.kind != "out"]
        places = [stage.id for stage in ladder]
        at = places.index(stage_id) if stage_id in places else 0
        return next((stage for stage in ladder[at + 1 :] if stage.kind == "step"), None)

    def gates_into(self, stage_id: str) -> tuple[str, ...]:
        """The gates of the step into a stage; none for a stage without a step."""
        return next((step.gates for step in self.steps if step.to == stage_id), ())


class MoveOffer(Frozen):
    """A move of a lead that can be made, and how its gates stand.

    ``gates`` are those of the step into ``to_stage``, as ``bank.gate``; ``results`` has one
    entry for each of them that was judged, in their order. ``missing`` says in words what
    the gates lack, ``blocked_by`` names those that don't pass. A move back or out has no
    gates and always passes.
    """

    lifecycle: str
    from_stage: str
    to_stage: str
    gates: tuple[str, ...] = ()
    results: tuple[GateResult, ...] = ()
    passed: bool = True
    missing: tuple[str, ...] = ()
    blocked_by: tuple[str, ...] = ()
