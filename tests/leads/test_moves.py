from datetime import UTC, datetime
from uuid import UUID

import pytest

from assistant.domain.errors import Blocked, NotFound, WrongUsage
from assistant.domain.lifecycle import Lifecycle, MoveOffer, Stage, Step
from assistant.domain.people import Lead, StageMove, Who
from assistant.domain.verdict import GateResult
from assistant.leads.moves import make_move, offer_move

AT = datetime(2026, 3, 12, 9, tzinfo=UTC)
DANA = Who(id="dana", name="Dana")
LEAD_ID = UUID("11111111-1111-4111-8111-111111111111")

LADDER = Lifecycle(
    id="ladder",
    version=1,
    title="Ladder",
    stages=(
        Stage(id="cold", title="Cold"),
        Stage(id="mql", title="MQL"),
        Stage(id="pql", title="PQL", kind="optional"),
        Stage(id="sql", title="SQL"),
        Stage(id="out", title="Disqualified", kind="out"),
    ),
    steps=(
        Step(to="mql", gates=("bank.fit",)),
        Step(to="pql", gates=("bank.trial",)),
        Step(to="sql", gates=("bank.call", "bank.money")),
    ),
)
PASSED = {
    f"bank.{name}": GateResult(gate=name, passed=True) for name in ("fit", "trial", "call", "money")
}
CLOSED = GateResult(gate="money", passed=False, missing=("Budget is unknown",))


def lead(stage: str = "") -> Lead:
    return Lead(id=LEAD_ID, name="Ann Lee", stage=stage, created_at=AT)


def test_the_next_stage_with_the_gates_into_it() -> None:
    gates = {**PASSED, "bank.money": CLOSED}
    assert offer_move(LADDER, lead("mql"), gates) == MoveOffer(
        lifecycle="ladder",
        from_stage="mql",
        to_stage="sql",
        gates=("bank.call", "bank.money"),
        results=(PASSED["bank.call"], CLOSED),
        passed=False,
        missing=("Budget is unknown",),
        blocked_by=("bank.money",),
    )


@pytest.mark.parametrize(
    ("stage", "to", "gates"),
    [
        ("", None, ("bank.fit",)),
        ("cold", "mql", ("bank.fit",)),
        ("mql", "pql", ("bank.trial",)),
        ("cold", "sql", ("bank.fit", "bank.call", "bank.money")),
        ("pql", None, ("bank.call", "bank.money")),
        ("sql", "mql", ()),
        ("sql", "cold", ()),
        ("cold", "out", ()),
        ("sql", "out", ()),
        ("out", "cold", ()),
        ("out", "mql", ("bank.fit",)),
        ("forgotten", "mql", ("bank.fit",)),
    ],
)
def test_gates_on_the_way(stage: str, to: str | None, gates: tuple[str, ...]) -> None:
    offer = offer_move(LADDER, lead(stage), {}, to)
    assert offer is not None
    assert offer.gates == gates
    assert offer.passed == (not gates)
    passing = offer_move(LADDER, lead(stage), PASSED, to)
    assert passing is not None
    assert passing.passed
    assert passing.missing == passing.blocked_by == ()


def test_a_gate_whose_bank_is_gone_does_not_pass() -> None:
    offer = offer_move(LADDER, lead(), {})
    assert offer is not None
    assert (offer.results, offer.missing, offer.blocked_by) == (
        (),
        ("the gate bank.fit can't be judged: its bank is not there",),
        ("bank.fit",),
    )


def test_nothing_is_offered_at_the_end_of_the_ladder() -> None:
    assert offer_move(LADDER, lead("sql"), PASSED) is None


def test_a_stage_that_is_not_there_or_is_where_the_lead_is() -> None:
    with pytest.raises(NotFound, match="Ladder has no stage 'moon'"):
        offer_move(LADDER, lead(), {}, "moon")
    with pytest.raises(WrongUsage, match="already"):
        offer_move(LADDER, lead("mql"), {}, "mql")


def offered(stage: str, to: str | None, gates: dict[str, GateResult]) -> MoveOffer:
    offer = offer_move(LADDER, lead(stage), gates, to)
    assert offer is not None
    return offer


def test_a_closed_gate_blocks_without_a_reason() -> None:
    offer = offered("mql", None, {**PASSED, "bank.money": CLOSED})
    with pytest.raises(Blocked, match="to sql yet: Budget is unknown") as blocked:
        make_move(offer, lead("mql"), DANA, AT, reason="  ")
    assert blocked.value.missing == ("Budget is unknown",)


@pytest.mark.parametrize(
    ("stage", "to", "gates", "reason", "blocked_by"),
    [
        ("mql", None, PASSED, "", ()),
        ("mql", None, {**PASSED, "bank.money": CLOSED}, "board said so", ("bank.money",)),
        ("sql", "mql", {}, "", ()),
        ("mql", "out", {}, "company closed", ()),
    ],
)
def test_a_move_says_who_when_and_why(
    stage: str,
    to: str | None,
    gates: dict[str, GateResult],
    reason: str,
    blocked_by: tuple[str, ...],
) -> None:
    offer = offered(stage, to, gates)
    move = make_move(offer, lead(stage), DANA, AT, call_id=LEAD_ID, reason=f" {reason} ")
    assert move == StageMove(
        id=move.id,
        lead_id=LEAD_ID,
        call_id=LEAD_ID,
        lifecycle="ladder",
        from_stage=stage,
        to_stage=to or "sql",
        by=DANA,
        at=AT,
        blocked_by=blocked_by,
        override_reason=reason,
    )
