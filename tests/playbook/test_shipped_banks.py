"""The banks that ship: they are in order, they agree, and they cover what they are for."""

import pytest

from assistant.domain.bank import (
    Bank,
    EngagementAnswer,
    FieldAnswer,
    LeadAnswer,
    PassRule,
    Question,
    TypedAnswer,
)
from assistant.domain.fields import Field
from assistant.playbook.playbook import Playbook, load_playbook
from assistant.settings.shipped import shipped

PLAYBOOK = load_playbook([shipped("question_banks")])
BANKS = tuple(PLAYBOOK.banks.values())
EIGHT = {
    "need.pain",
    "need.goal",
    "need.today",
    "need.trouble",
    "decision.considered_us",
    "timeline.market",
    "timeline.date",
    "budget.amount",
    "decision.criteria",
    "authority.signer",
}
"""The questions of the eight things of a first call: goals with pains, and coping with how
it goes, take two each."""


def asked(bank: str, gate: str) -> dict[str, Question]:
    found = PLAYBOOK.banks[bank].gate(gate)
    assert found
    return {question.id: question for question in found.questions}


def test_everything_that_ships_is_in_order() -> None:
    assert PLAYBOOK.problems == ()
    assert set(PLAYBOOK.banks) == {"bant", "champ", "discovery", "lead_qualification"}
    assert set(PLAYBOOK.lifecycles) == {"lead_qualification", "mql_pql_sql", "levels"}


def test_banks_that_share_a_question_share_its_words() -> None:
    distinct = {
        (question.id, question.model_dump_json()) for bank in BANKS for question in bank.questions
    }

    assert len(distinct) == len({question_id for question_id, _ in distinct})


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.id)
def test_every_question_has_ways_to_say_it_and_what_to_listen_for(bank: Bank) -> None:
    poor = [
        question.id
        for question in bank.questions
        if len({question.ask, *question.also}) < 4
        or not question.follow_ups
        or not question.listen_for
        or not question.why
    ]
    assert poor == []


def test_no_two_questions_are_asked_in_the_same_words() -> None:
    by_words: dict[str, set[str]] = {}
    for bank in BANKS:
        for question in bank.questions:
            for text in (question.ask, *question.also):
                by_words.setdefault(text.casefold(), set()).add(question.id)

    assert {text: ids for text, ids in by_words.items() if len(ids) > 1} == {}


def test_bant_has_a_gate_for_each_letter_and_timing_is_one_of_them() -> None:
    bank = PLAYBOOK.banks["bant"]

    assert [gate.title for gate in bank.gates] == ["Budget", "Authority", "Need", "Timeline"]
    assert [gate.passes_when for gate in bank.gates] == [
        PassRule(met=(gate.id,)) for gate in bank.gates
    ]
    assert bank.gate("Timing") is bank.gate("Timeline")


def test_bant_covers_what_a_lead_is_asked_before_sales_takes_it() -> None:
    answers = {question.id: question.answer for question in PLAYBOOK.banks["bant"].questions}

    assert answers["fit.industry"] == LeadAnswer(lead="industry")
    assert answers["fit.location"] == LeadAnswer(lead="location")
    assert answers["authority.signer"] == FieldAnswer(field=Field.AUTHORITY)
    assert answers["timeline.intent"] == FieldAnswer(field=Field.INTENT)
    assert answers["need.pain"] == FieldAnswer(field=Field.NEED)
    assert answers["budget.amount"] == FieldAnswer(field=Field.BUDGET)
    assert answers["budget.resources"] == TypedAnswer(type="yes_no")


def test_champ_judges_as_designed_and_its_authority_is_no_roadblock() -> None:
    bank = PLAYBOOK.banks["champ"]
    judged = {each.id: (each.sources, each.rule) for each in bank.criteria}

    assert [gate.title for gate in bank.gates] == [
        "Challenges",
        "Authority",
        "Money",
        "Prioritization",
    ]
    assert judged == {
        "challenges": (("need",), "need"),
        "authority": (("authority",), "authority"),
        "money": (("budget",), "budget"),
        "prioritization": (("priority", "timeline"), "last_answer"),
    }
    authority = bank.gate("authority")
    assert authority
    assert authority.passes_when == PassRule(answered=("authority.signer", "authority.map"))


def test_discovery_asks_the_eight() -> None:
    bank = PLAYBOOK.banks["discovery"]
    considered = next(each for each in bank.questions if each.id == "decision.considered_us")

    assert {question.id for question in bank.questions} - {"authority.process"} == EIGHT
    assert considered.answer == TypedAnswer(type="yes_no")
    assert "<product>" in considered.listen_for["yes"]


def test_lead_qualification_has_a_gate_for_each_step_of_its_lifecycle() -> None:
    lifecycle = PLAYBOOK.lifecycles["lead_qualification"]
    gates = [gate.id for gate in PLAYBOOK.banks["lead_qualification"].gates]

    assert [stage.title for stage in lifecycle.stages if stage.kind == "step"] == [
        "Unqualified",
        "Marketing-qualified",
        "Product-qualified",
        "Conversion-qualified",
        "Sales-qualified",
    ]
    assert [lifecycle.gates_into(stage.id) for stage in lifecycle.stages[1:5]] == [
        (f"lead_qualification.{gate}",) for gate in gates
    ]


def test_the_first_gate_asks_for_the_response_and_the_persona() -> None:
    answers = {key: each.answer for key, each in asked("lead_qualification", "response").items()}

    assert answers == {
        "engagement.responded": EngagementAnswer(engagement=(), at_least=1),
        "engagement.strength": EngagementAnswer(engagement=()),
        "fit.location": LeadAnswer(lead="location"),
        "fit.title": LeadAnswer(lead="title"),
        "fit.industry": LeadAnswer(lead="industry"),
    }


def test_the_second_gate_screens_out_who_does_not_buy() -> None:
    questions = asked("lead_qualification", "interest")
    background = questions["interest.background"].answer.model_dump()

    assert list(questions) == ["interest.concrete", "interest.intensity", "interest.background"]
    assert {each["say"]: str(each["counts"]) for each in background["choice"]} == {
        "for their own company": "yes",
        "for a client of theirs": "open",
        "student or academic": "no",
        "works for a competitor": "no",
        "just curious": "no",
    }


def test_the_third_gate_asks_who_wanted_to_talk_and_the_fourth_for_the_eight() -> None:
    last = PLAYBOOK.banks["lead_qualification"].gates[-1]

    assert list(asked("lead_qualification", "conversation")) == [
        "contact.welcomed",
        "contact.initiative",
        "timeline.intent",
    ]
    assert {question.id for question in last.questions} == EIGHT
    assert last.passes_when == PassRule(verdict=("qualified",))


def test_the_other_lifecycles_have_the_stages_that_teams_know() -> None:
    stages = {
        key: [stage.title for stage in PLAYBOOK.lifecycles[key].stages if stage.kind != "out"]
        for key in ("mql_pql_sql", "levels")
    }

    assert stages == {
        "mql_pql_sql": ["Lead", "MQL", "PQL", "SQL"],
        "levels": ["Cold", "Warm", "MQL", "SAL", "SQL", "Opportunity", "Customer"],
    }
    optional = PLAYBOOK.lifecycles["mql_pql_sql"].stages[2]
    assert (optional.title, optional.kind) == ("PQL", "optional")
    assert all(
        {"disqualified", "recycled"} <= {stage.id for stage in each.stages if stage.kind == "out"}
        for each in PLAYBOOK.lifecycles.values()
    )


def test_the_points_are_those_of_their_source() -> None:
    assert PLAYBOOK.points.points == {
        "price_sheet": 50,
        "webinar": 50,
        "demo_request": 75,
        "contact_us": 100,
        "blog": 5,
        "ebook": 10,
        "email_open": 0,
        "unsubscribe": -25,
    }


def test_the_profile_that_ships_is_there_to_copy_and_not_in_force() -> None:
    named: Playbook = load_playbook([shipped("question_banks")], icp="example")

    assert PLAYBOOK.icp is None
    assert named.problems == ()
    assert named.icp
    assert named.icp.industries
    assert named.icp.locations
    assert named.icp.titles
