from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.answers import Answer, answer_id
from assistant.domain.bank import FieldAnswer, LeadAnswer, Question
from assistant.domain.fields import Field, Polarity
from assistant.domain.people import Account, Icp, Lead
from assistant.domain.values import Count, Label
from assistant.leads.fit import lead_answers
from assistant.leads.likeness import likeness

YES, NO, OPEN = Polarity.YES, Polarity.NO, Polarity.OPEN
LEAD_ID = UUID("11111111-1111-4111-8111-111111111111")


def lead(title: str = "") -> Lead:
    return Lead(
        id=LEAD_ID, name="Ann Lee", title=title, created_at=datetime(2026, 1, 1, tzinfo=UTC)
    )


def account(**attributes: object) -> Account:
    return Account.model_validate({"id": LEAD_ID, "name": "Acme", **attributes})


QUESTIONS = (
    Question(id="fit.sector", ask="Sector?", answer=LeadAnswer(lead="industry")),
    Question(id="need.pain", ask="Pain?", answer=FieldAnswer(field=Field.NEED)),
    Question(id="fit.place", ask="Where?", answer=LeadAnswer(lead="location")),
    Question(id="fit.title", ask="Who?", answer=LeadAnswer(lead="title")),
    Question(id="fit.size", ask="How many?", answer=LeadAnswer(lead="company_size")),
)


def polarities(answers: tuple[Answer, ...]) -> Mapping[str, Polarity]:
    return {str(answer.question): answer.polarity for answer in answers}


def test_every_known_attribute_answers_its_question() -> None:
    known = account(sector="Food manufacturing", place="Sheboygan", country="US", employees=210)
    icp = Icp(id="main", title="Main", industries=("manufacturing",), employees_to=100)
    answers = lead_answers(lead("HR manager"), known, icp, QUESTIONS)
    expected = [
        ("fit.sector", YES, Label(text="Food manufacturing", raw="Food manufacturing"), "industry"),
        ("fit.place", YES, Label(text="Sheboygan, US", raw="Sheboygan, US"), "location"),
        ("fit.title", YES, Label(text="HR manager", raw="HR manager"), "title"),
        ("fit.size", NO, Count(count=210, unit="employees"), "company_size"),
    ]
    assert answers == tuple(
        Answer(
            id=answer_id(f"lead:{LEAD_ID}", 0, 0, 0, question),
            field=None,
            question=question,
            polarity=polarity,
            value=value,
            found_by=f"lead:{attribute}",
        )
        for question, polarity, value, attribute in expected
    )


def test_what_is_blank_gives_no_answer() -> None:
    assert lead_answers(lead(), None, None, QUESTIONS) == ()
    assert lead_answers(lead(" "), account(sector=" ", place=""), None, QUESTIONS) == ()


def test_without_a_profile_whatever_is_known_fits() -> None:
    answers = lead_answers(lead("Janitor"), account(country="NZ"), None, QUESTIONS)
    assert polarities(answers) == {"fit.place": YES, "fit.title": YES}


@pytest.mark.parametrize(
    ("employees", "polarity"), [(9, NO), (10, YES), (50, YES), (500, YES), (501, NO)]
)
def test_company_size_against_both_bounds(employees: int, polarity: Polarity) -> None:
    icp = Icp(id="main", title="Main", employees_from=10, employees_to=500)
    answers = lead_answers(lead(), account(employees=employees), icp, QUESTIONS)
    assert polarities(answers) == {"fit.size": polarity}


@pytest.mark.parametrize(
    ("title", "polarity"),
    [("Finance director", OPEN), ("CFO", YES), ("COO", NO), ("Group CFO", YES)],
)
def test_related_is_open_for_a_person_to_tell(title: str, polarity: Polarity) -> None:
    icp = Icp(id="main", title="Main", titles=("Chief financial officer", "Head of finance"))
    assert polarities(lead_answers(lead(title), None, icp, QUESTIONS)) == {"fit.title": polarity}


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Food manufacturing", ["manufacturing"], "same"),
        ("FOOD-MANUFACTURING", ["food manufacturing"], "same"),
        ("Food manufacturer", ["manufacturing"], "same"),
        ("Food manufactring", ["manufacturing"], "same"),
        ("Austria", ["Australia"], "different"),
        ("Niger", ["Nigeria"], "different"),
        ("Hotels", ["hotel"], "same"),
        ("Manufacturing", ["food manufacturing"], "related"),
        ("metal manufacturing", ["food manufacturing"], "related"),
        ("Logistics", ["food manufacturing", "logistic"], "same"),
        ("Sheboygan, Wisconsin, US", ["Wisconsin"], "same"),
        ("Leeds, GB", ["United Kingdom", "GB"], "same"),
        ("Leeds, UK", ["United Kingdom"], "same"),
        ("New Zealand", ["New York"], "different"),
        ("CFO", ["chief financial officer"], "same"),
        ("Chief Financial Officer", ["CFO"], "same"),
        ("COO", ["CFO"], "different"),
        ("VP, Operations", ["vice president"], "same"),
        ("Head of operations", ["head of operations"], "same"),
        ("operations", ["head of operations"], "related"),
        ("", ["anything"], "different"),
        ("anything", ["", "of"], "different"),
        ("Zürich", ["ZÜRICH"], "same"),
    ],
)
def test_likeness(text: str, wanted: list[str], expected: str) -> None:
    assert likeness(text, wanted) == expected


@given(st.text(alphabet="abcdefgh ", min_size=1).filter(str.strip))
def test_a_text_is_like_itself(text: str) -> None:
    assert likeness(text, [text]) == "same"
