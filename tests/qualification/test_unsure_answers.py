"""An unsure suggestion of the tagger lets no criterion pass before somebody confirms it."""

from datetime import date

import pytest

from assistant.domain.answers import Answer, Status
from assistant.domain.fields import Field, Polarity
from assistant.domain.verdict import CriterionStatus
from assistant.qualification.criteria import judge_core
from assistant.qualification.rules.finding import SURE
from tests.qualification.said import said

MET, UNMET, UNKNOWN = CriterionStatus.MET, CriterionStatus.UNMET, CriterionStatus.UNKNOWN


def found(field: Field, confidence: float, by: str = "tagger", **more: object) -> Answer:
    return said(field).model_copy(
        update={"confidence": confidence, "found_by": by, "id": f"{field} {confidence}", **more}
    )


def status(name: str, *answers: Answer) -> CriterionStatus:
    [result] = [one for one in judge_core(answers, date(2026, 3, 12)) if one.criterion == name]
    return result.status


@pytest.mark.parametrize("field", [Field.BUDGET, Field.NEED])
def test_an_unsure_yes_of_the_tagger_counts_once_it_is_confirmed(field: Field) -> None:
    unsure = found(field, SURE - 0.01)
    assert status(field, unsure) is UNKNOWN
    assert status(field, unsure.model_copy(update={"status": Status.CONFIRMED})) is MET
    assert status(field, found(field, SURE)) is MET
    assert status(field, found(field, SURE - 0.01, by="rule:x")) is MET


@pytest.mark.parametrize("field", [Field.BUDGET, Field.NEED])
def test_an_unsure_no_counts(field: Field) -> None:
    assert status(field, found(field, 0.4, polarity=Polarity.NO)) is UNMET


def test_an_unsure_yes_is_still_among_the_answers_that_are_shown() -> None:
    unsure = found(Field.NEED, 0.5)
    [result] = [one for one in judge_core([unsure], date(2026, 3, 12)) if one.criterion == "need"]
    assert result.answers == (unsure.id,)
