import pytest

from assistant.domain.bank import Gate, PassRule
from assistant.domain.verdict import GateResult, Outcome
from assistant.qualification.assessment import assess
from assistant.qualification.standing import settle
from tests.qualification.said import (
    CALL_DATE,
    NO,
    OPEN,
    YES,
    bant,
    label,
    question,
    said,
    signing,
    usd,
)

ANSWERS = settle(
    [
        said("budget", YES, usd(9)),
        said("authority", NO, signing("no")),
        said("need", YES, label("slow")),
        said("timeline", OPEN),
    ]
)


def gate(rule: PassRule, outcome: Outcome | None = None) -> GateResult:
    """The rule's result for answers that make the verdict nurture."""
    one = Gate(
        id="only", title="Only", passes_when=rule, questions=(question("goal.main", "goal"),)
    )
    bank = bant()
    bank = bank.model_copy(update={"gates": (*bank.gates, one)})
    return assess(bank, ANSWERS, CALL_DATE, outcome=outcome).gates[-1]


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        (PassRule(), ()),
        (PassRule(met=("budget", "need")), ()),
        (PassRule(met=("budget", "authority")), ("Authority is unmet",)),
        (PassRule(any_met=("authority", "need")), ()),
        (
            PassRule(any_met=("authority", "timeline")),
            ("none of these is met: Authority is unmet, Timeline is unmet",),
        ),
        (PassRule(answered=("budget.amount", "timeline")), ()),
        (PassRule(answered=("goal.main", "industry")), (
            "not answered: Ask goal.main?",
            "not answered: industry",
        )),
        (PassRule(verdict=("nurture",)), ()),
        (PassRule(verdict=("qualified",)), ("the verdict is nurture, it has to be qualified",)),
        (
            PassRule(met=("authority",), verdict=("qualified",)),
            ("Authority is unmet", "the verdict is nurture, it has to be qualified"),
        ),
        (PassRule(met=("nonsense",)), ("nonsense is unknown",)),
    ],
)  # fmt: skip
def test_a_gate_passes_when_all_that_is_written_holds(
    rule: PassRule, missing: tuple[str, ...]
) -> None:
    assert gate(rule) == GateResult(gate="only", passed=not missing, missing=missing)


def test_a_persons_verdict_opens_a_gate_and_leaves_the_systems_as_it_is() -> None:
    rule = PassRule(verdict=("qualified",))
    assert gate(rule, Outcome.QUALIFIED) == GateResult(gate="only", passed=True)
    assessment = assess(bant(), ANSWERS, CALL_DATE, outcome=Outcome.QUALIFIED)
    assert assessment.verdict == assess(bant(), ANSWERS, CALL_DATE).verdict


def test_the_gates_of_a_bank_in_its_order() -> None:
    assert assess(bant(), ANSWERS, CALL_DATE).gates == (
        GateResult(gate="budget", passed=True),
        GateResult(gate="authority", passed=False, missing=("Authority is unmet",)),
        GateResult(gate="need", passed=True),
        GateResult(gate="timeline", passed=False, missing=("Timeline is unmet",)),
    )
