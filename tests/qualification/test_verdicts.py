from collections import Counter
from itertools import product

import pytest

from assistant.domain.answers import Answer, Status
from assistant.domain.bank import Bands, VerdictPolicy
from assistant.domain.verdict import CriterionResult, CriterionStatus, Outcome, WouldChange
from assistant.qualification.assessment import assess
from assistant.qualification.policies import outcome_of, score_of
from assistant.qualification.standing import settle
from assistant.qualification.verdicts import conclude
from tests.qualification.said import (
    CALL_DATE,
    HEDGED,
    NO,
    YES,
    bant,
    core,
    day,
    given,
    label,
    said,
    signing,
    usd,
)

MET, UNMET, UNKNOWN = CriterionStatus.MET, CriterionStatus.UNMET, CriterionStatus.UNKNOWN
QUALIFIED, NURTURE = Outcome.QUALIFIED, Outcome.NURTURE
DISQUALIFIED, INCOMPLETE = Outcome.DISQUALIFIED, Outcome.INCOMPLETE

Four = tuple[CriterionStatus, CriterionStatus, CriterionStatus, CriterionStatus]

BY_NEED = {
    # need: what the other three, sorted, lead to; "+" met, "-" unmet, "?" unknown
    UNMET: dict.fromkeys(
        ["+++", "++-", "++?", "+--", "+-?", "+??", "---", "--?", "-??", "???"], DISQUALIFIED
    ),
    MET: {
        "+++": QUALIFIED,
        "++?": QUALIFIED,
        "+??": INCOMPLETE,
        "???": INCOMPLETE,
        "++-": NURTURE,
        "+--": NURTURE,
        "+-?": NURTURE,
        "--?": NURTURE,
        "-??": NURTURE,
        "---": DISQUALIFIED,
    },
    UNKNOWN: {
        **dict.fromkeys(
            ["+++", "++-", "++?", "+--", "+-?", "+??", "--?", "-??", "???"], INCOMPLETE
        ),
        "---": DISQUALIFIED,
    },
}
"""The policy written down case by case; the order of the other three doesn't matter."""

SIGNS = {MET: "+", UNMET: "-", UNKNOWN: "?"}
ANY = (MET, UNMET, UNKNOWN)
CASES: list[Four] = [(b, a, n, t) for b, a, n, t in product(ANY, ANY, ANY, ANY)]


def results(four: Four) -> dict[str, CriterionResult]:
    names = ("budget", "authority", "need", "timeline")
    return {
        name: CriterionResult(criterion=name, status=status)
        for name, status in zip(names, four, strict=True)
    }


@pytest.mark.parametrize("four", CASES, ids=lambda four: "".join(SIGNS[one] for one in four))
def test_the_default_policy_in_every_case(four: Four) -> None:
    budget, authority, need, timeline = four
    others = "".join(sorted(SIGNS[one] for one in (budget, authority, timeline)))
    expected = BY_NEED[need]["".join(sorted(others, key="+-?".index))]
    assert outcome_of(bant(), results(four)) is expected


def test_the_81_cases_come_out_as_counted_by_hand() -> None:
    counts = Counter(outcome_of(bant(), results(four)) for four in CASES)
    assert counts == {DISQUALIFIED: 29, QUALIFIED: 4, NURTURE: 18, INCOMPLETE: 30}


@pytest.mark.parametrize(
    ("prioritization", "outcome"), [(MET, QUALIFIED), (UNKNOWN, INCOMPLETE), (UNMET, NURTURE)]
)
def test_roles_say_which_criterion_plays_which_part(
    prioritization: CriterionStatus, outcome: Outcome
) -> None:
    roles = VerdictPolicy(
        roles={"need": "challenges", "budget": "money", "timeline": "prioritization"}
    )
    statuses = {
        "challenges": MET,
        "authority": UNKNOWN,
        "money": MET,
        "prioritization": prioritization,
    }
    named = {
        name: CriterionResult(criterion=name, status=status) for name, status in statuses.items()
    }
    assert outcome_of(bant(roles), named) is outcome


def test_a_role_that_no_criterion_plays_is_unknown() -> None:
    three = results((MET, MET, MET, MET))
    del three["timeline"]
    assert outcome_of(bant(), three) is QUALIFIED


@pytest.mark.parametrize(
    ("four", "hedged", "score"),
    [
        ((MET, MET, MET, MET), (), 100),
        ((MET, UNMET, MET, UNKNOWN), (), 55),
        ((MET, MET, MET, MET), ("budget",), 94),
        ((MET, UNKNOWN, UNKNOWN, UNKNOWN), ("budget",), 19),
        ((UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN), (), 0),
    ],
)
def test_score_is_the_weight_of_what_is_met(
    four: Four, hedged: tuple[str, ...], score: int
) -> None:
    given_results = {
        name: result.model_copy(update={"hedged": name in hedged})
        for name, result in results(four).items()
    }
    assert score_of(bant(), given_results) == score


def test_score_counts_criteria_equally_where_none_has_a_weight() -> None:
    bank = bant().model_copy(update={"criteria": (core("budget"), core("need"))})
    assert score_of(bank, results((MET, UNKNOWN, UNMET, UNKNOWN))) == 50
    assert score_of(bank.model_copy(update={"criteria": ()}), {}) == 0


@pytest.mark.parametrize(
    ("four", "outcome"),
    [
        ((MET, MET, MET, MET), QUALIFIED),
        ((MET, MET, MET, UNMET), QUALIFIED),  # 80 is enough
        ((MET, UNMET, MET, MET), NURTURE),  # authority is required
        ((MET, UNKNOWN, MET, MET), NURTURE),  # 75
        ((UNMET, MET, MET, UNMET), DISQUALIFIED),  # 55, and nothing more to learn
        ((UNKNOWN, MET, MET, UNMET), INCOMPLETE),  # 55, may become 80
        ((UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN), INCOMPLETE),
        ((UNMET, UNMET, UNKNOWN, UNMET), DISQUALIFIED),  # 30 at best
    ],
)
def test_bands_of_the_score(four: Four, outcome: Outcome) -> None:
    bank = bant(VerdictPolicy(policy="bands", bands=Bands(qualified=80, nurture=60)))
    assert outcome_of(bank, results(four)) is outcome


def test_a_required_criterion_that_is_unknown_keeps_the_top_band_incomplete() -> None:
    bank = bant(VerdictPolicy(policy="bands", bands=Bands(qualified=70, nurture=60)))
    assert outcome_of(bank, results((MET, UNKNOWN, MET, MET))) is INCOMPLETE
    assert outcome_of(bank, results((UNKNOWN, MET, MET, MET))) is QUALIFIED


def test_a_verdict_with_everything_that_it_says() -> None:
    answers = settle(
        [
            said("budget", YES, usd(40_000), certainty=HEDGED),
            said("authority", NO, signing("no", "Priya"), turn=1, status=Status.CONFIRMED),
            said("need", YES, label("slow replies"), turn=2),
        ]
    )
    bank = bant()
    verdict = assess(bank, answers, CALL_DATE).verdict
    assert verdict.model_dump() == {
        "bank": "bant",
        "bank_version": 3,
        "outcome": NURTURE,
        "score": 49,
        "reasons": (
            _reason("budget", MET, answers[0].id, hedged=True),
            _reason("authority", UNMET, answers[1].id),
            _reason("need", MET, answers[2].id),
            {"criterion": "timeline", "status": UNKNOWN, "answers": (), "hedged": False},
        ),
        "segment": ("authority",),
        "missing": ("timeline",),
        "would_change": (
            {"criterion": "authority", "to": MET, "outcome": QUALIFIED},
            {"criterion": "need", "to": UNMET, "outcome": DISQUALIFIED},
        ),
        "next_action": (
            "Ask to bring Priya into the next conversation: without Priya nothing is decided."
        ),
        "unconfirmed": 2,
    }


def _reason(
    criterion: str, status: CriterionStatus, answer: str, *, hedged: bool = False
) -> dict[str, object]:
    return {"criterion": criterion, "status": status, "answers": (answer,), "hedged": hedged}


@pytest.mark.parametrize("four", CASES, ids=lambda four: "".join(SIGNS[one] for one in four))
def test_every_change_that_is_named_does_change_the_outcome(four: Four) -> None:
    bank = bant()
    found = conclude(bank, (), tuple(results(four).values()))
    everything = tuple(
        WouldChange(criterion=name, to=to, outcome=outcome)
        for name, result in results(four).items()
        for to in (MET, UNMET)
        if to is not result.status
        and (
            outcome := outcome_of(
                bank, {**results(four), name: CriterionResult(criterion=name, status=to)}
            )
        )
        is not found.outcome
    )
    assert found.would_change == everything
    assert found.next_action


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (
            [],
            "Find out about Need, Authority, Budget and Timeline. Ask first: Ask need.pain?",
        ),
        (
            [
                said("need", YES, label("slow")),
                said("budget", YES, usd(9), certainty=HEDGED),
                said("authority", YES, signing("yes")),
                said("next_step", YES, label("demo @ 2026-04-02")),
            ],
            (
                "Hold them to the step agreed: demo, 2026-04-02. Firm up Budget: so far only in "
                "hedged words."
            ),
        ),
        (
            [
                said("need", YES, label("slow")),
                said("timeline", YES, day("2026-04-02")),
                said("authority", YES, signing("yes")),
            ],
            "Agree the next step now: what, on which day, and who decides joins.",
        ),
        (
            [said("need", NO, label("none"))],
            "Thank them and close: they see no need. Ask what would have to happen first.",
        ),
        (
            [said("budget", NO), said("authority", NO), said("timeline", NO)],
            "Thank them and close: Budget, Authority and Timeline are unmet.",
        ),
        (
            [said("need", YES, label("slow")), said("budget", NO, usd(650))],
            (
                "Nurture until there is money (650 USD was refused): ask when the next budget "
                "round is, and send a one-page case for it."
            ),
        ),
        (
            [said("need", YES, label("slow")), said("timeline", NO)],
            "Agree a date to talk again and the event that would start this: there is no date yet.",
        ),
        (
            [said("need", YES, label("slow")), said("timeline", YES, day("2028-01-01"))],
            "Put a check-in well before 1 January 2028 in the calendar and agree it with them.",
        ),
        (
            [said("need", YES, label("slow")), given("authority", NO)],
            "Ask who signs for this and how you can meet them: the decider is out of reach.",
        ),
    ],
)
def test_the_next_action_says_what_to_do(answers: list[Answer], sentence: str) -> None:
    assert assess(bant(), settle(answers), CALL_DATE).verdict.next_action == sentence
