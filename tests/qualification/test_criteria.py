from collections.abc import Sequence

import pytest

from assistant.domain.answers import Answer, Status
from assistant.domain.bank import Criterion
from assistant.domain.fields import CORE_CRITERIA
from assistant.domain.values import Period
from assistant.domain.verdict import CriterionResult, CriterionStatus
from assistant.qualification.criteria import judge, judge_core
from assistant.qualification.standing import settle
from tests.qualification.said import (
    CALL_DATE,
    HEDGED,
    NO,
    OPEN,
    YES,
    bant,
    day,
    given,
    label,
    noted,
    said,
    signing,
    usd,
)

MET, UNMET, UNKNOWN = CriterionStatus.MET, CriterionStatus.UNMET, CriterionStatus.UNKNOWN


def judged(answers: Sequence[Answer], criterion: str) -> tuple[CriterionStatus, list[int], bool]:
    """Status, the positions of the answers that give it, whether on hedged words only."""
    settled = settle(answers)
    places = {answer.id: position for position, answer in enumerate(settled)}
    result = {one.criterion: one for one in judge_core(settled, CALL_DATE)}[criterion]
    return result.status, [places[name] for name in result.answers], result.hedged


def test_nothing_said_is_unknown_in_the_order_of_the_core_criteria() -> None:
    assert judge_core((), CALL_DATE) == tuple(
        CriterionResult(criterion=name, status=UNKNOWN) for name in CORE_CRITERIA
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([said("budget", YES, usd(9))], (MET, [0], False)),
        ([said("budget", YES, certainty=HEDGED)], (MET, [0], True)),
        (
            [said("budget", YES, usd(9), certainty=HEDGED), said("budget", YES, usd(9), turn=1)],
            (MET, [0, 1], False),
        ),
        ([said("budget", NO)], (UNMET, [0], False)),
        ([said("budget", OPEN)], (UNKNOWN, [0], False)),
        ([said("budget", YES, usd(9)), said("budget", NO, turn=20)], (UNMET, [1], False)),
        ([said("budget", YES, usd(9)), said("budget", NO, turn=2)], (MET, [0], False)),
        ([said("budget", NO), said("budget", YES, usd(9), turn=2)], (MET, [1], False)),
        ([said("budget", NO), said("budget", OPEN, usd(9), turn=2)], (UNMET, [0], False)),
        (
            [said("budget", YES, certainty=HEDGED), said("budget", OPEN, turn=1)],
            (UNKNOWN, [1], False),
        ),
        ([said("budget", YES, status=Status.REJECTED)], (UNKNOWN, [], False)),
        ([noted("budget", NO), said("budget", YES, usd(9))], (MET, [1], False)),
        ([given("budget", NO), said("budget", YES, usd(9))], (UNMET, [0], False)),
    ],
)
def test_budget(answers: list[Answer], expected: tuple[CriterionStatus, list[int], bool]) -> None:
    assert judged(answers, "budget") == expected


NEXT_DEMO = said("next_step", YES, label("demo with Stefan @ 2026-04-02"), turn=8)
STEFAN = said("authority", NO, signing("no", "Stefan"), turn=2)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([said("authority", YES, signing("yes"))], (MET, [0], False)),
        ([said("authority", YES, signing("shared", "Gus"))], (MET, [0], False)),
        ([said("authority", YES, signing(None, "Gus"), certainty=HEDGED)], (MET, [0], True)),
        ([STEFAN], (UNMET, [0], False)),
        ([said("authority", OPEN)], (UNKNOWN, [0], False)),
        ([said("authority", OPEN), said("authority", NO, turn=1)], (UNMET, [1], False)),
        ([STEFAN, said("authority", OPEN, turn=3)], (UNMET, [0], False)),
        ([STEFAN, NEXT_DEMO], (MET, [0, 1], False)),
        ([STEFAN, said("next_step", YES, label("demo with Ann"), turn=8)], (UNMET, [0], False)),
        (
            [STEFAN, said("next_step", NO, label("meeting with Stefan"), turn=8)],
            (UNMET, [0], False),
        ),
        (
            [
                STEFAN,
                said("next_step", YES, label("call Stefan"), certainty=HEDGED, turn=8),
            ],
            (UNMET, [0], False),
        ),
        (
            [STEFAN, said("next_step", YES, label("send Stefan a one-pager"), turn=8)],
            (UNMET, [0], False),
        ),
        (
            [
                said("authority", NO, signing("no", "the four partners")),
                said("next_step", YES, label("visit the Leeds site"), turn=8),
            ],
            (UNMET, [0], False),
        ),
        ([NEXT_DEMO], (UNKNOWN, [], False)),
        (
            [
                said("authority", YES, signing("yes"), speaker="Gordon"),
                said("authority", NO, signing("no", "Gordon"), speaker="Imani", turn=1),
            ],
            (MET, [0], False),
        ),
    ],
)
def test_authority(
    answers: list[Answer], expected: tuple[CriterionStatus, list[int], bool]
) -> None:
    assert judged(answers, "authority") == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([said("need", YES, label("slow replies"))], (MET, [0], False)),
        ([said("need", YES, label("slow"), certainty=HEDGED)], (MET, [0], True)),
        ([said("need", NO, label("no issue"))], (UNMET, [0], False)),
        ([said("need", OPEN)], (UNKNOWN, [0], False)),
        (
            [said("need", YES, label("slow replies")), said("need", NO, label("audits"), turn=1)],
            (MET, [0], False),
        ),
        (
            [
                said("need", NO, label("audits")),
                said("need", YES, label("potatoes"), certainty=HEDGED, turn=1),
            ],
            (UNMET, [0], False),
        ),
        (
            [
                said("need", YES, label("annual dinner")),
                said("need", NO, label("annual dinner"), turn=1),
            ],
            (UNMET, [1], False),
        ),
        ([said("goal", YES, label("growth"))], (UNKNOWN, [], False)),
    ],
)
def test_need(answers: list[Answer], expected: tuple[CriterionStatus, list[int], bool]) -> None:
    assert judged(answers, "need") == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([said("timeline", YES, day("2026-06-30"))], (MET, [0], False)),
        ([said("timeline", YES, Period(start=None, end=None, asap=True))], (MET, [0], False)),
        ([said("timeline", YES)], (MET, [0], False)),
        ([said("timeline", YES, day("2027-03-13"))], (MET, [0], False)),
        ([said("timeline", YES, day("2027-03-14"))], (UNMET, [0], False)),
        (
            [said("timeline", YES, Period(start=None, end=day("2027-09-01").end))],
            (UNMET, [0], False),
        ),
        ([said("timeline", NO)], (UNMET, [0], False)),
        ([said("timeline", OPEN)], (UNMET, [0], False)),
        (
            [said("timeline", NO), said("timeline", YES, day("2026-05-01"), turn=1)],
            (MET, [1], False),
        ),
        (
            [said("timeline", YES, day("2026-05-01")), said("timeline", NO, turn=1)],
            (UNMET, [1], False),
        ),
    ],
)
def test_timeline(answers: list[Answer], expected: tuple[CriterionStatus, list[int], bool]) -> None:
    assert judged(answers, "timeline") == expected


PRIORITIZATION = Criterion(
    id="prioritization",
    title="Prioritization",
    sources=("priority", "timeline"),
    rule="last_answer",
)


@pytest.mark.parametrize(
    ("answers", "status", "giving"),
    [
        ([], UNKNOWN, []),
        ([said("priority", YES, label("high"))], MET, [0]),
        ([said("priority", YES, label("high"), turn=9), said("timeline", NO, turn=2)], MET, [0]),
        ([said("priority", YES, label("high")), said("timeline", NO, turn=2)], UNMET, [1]),
        ([said("priority", OPEN)], UNKNOWN, [0]),
        ([noted("priority", NO, turn=40), said("timeline", YES, day("2026-05-01"))], MET, [1]),
        ([said("need", YES, label("slow"))], UNKNOWN, []),
    ],
)
def test_last_answer_over_several_fields(
    answers: list[Answer], status: CriterionStatus, giving: list[int]
) -> None:
    bank = bant().model_copy(update={"criteria": (PRIORITIZATION,)})
    settled = settle(answers)
    assert judge(bank, settled, CALL_DATE) == (
        CriterionResult(
            criterion="prioritization",
            status=status,
            answers=tuple(settled[position].id for position in giving),
        ),
    )


def test_a_bank_question_of_its_own_can_give_a_criterion() -> None:
    own = Criterion(id="fit", title="Fit", sources=("fit.plan",), rule="last_answer")
    bank = bant().model_copy(update={"criteria": (own,)})
    answer = given("fit.plan", NO, label("none"))
    assert judge(bank, settle([answer]), CALL_DATE) == (
        CriterionResult(criterion="fit", status=UNMET, answers=(answer.id,)),
    )
