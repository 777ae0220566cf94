from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import pytest

from assistant.domain.answers import Answer, Status
from assistant.domain.bank import Bank, EngagementAnswer, Gate, LeadAnswer, PassRule, Question
from assistant.domain.calls import QuestionMark
from assistant.domain.verdict import NextQuestion
from assistant.qualification.asking import next_questions
from assistant.qualification.assessment import assess
from assistant.qualification.standing import settle
from tests.qualification.said import (
    CALL_DATE,
    HEDGED,
    NO,
    OPEN,
    YES,
    bant,
    day,
    label,
    noted,
    question,
    said,
    signing,
    usd,
)

State = Literal["asked", "skipped", "not_applicable", "open"]


def mark(question_id: str, state: State) -> QuestionMark:
    at = datetime(2026, 3, 12, 9, tzinfo=UTC)
    return QuestionMark(question=question_id, state=state, by="person", at=at)


def offered(
    answers: Sequence[Answer] = (),
    *,
    marks: Sequence[QuestionMark] = (),
    banks: Sequence[Bank] | None = None,
    heard: Sequence[str] = (),
    minutes_left: int | None = None,
    limit: int = 3,
) -> tuple[NextQuestion, ...]:
    chosen = banks or (bant(),)
    settled = settle(answers)
    assessments = [assess(bank, settled, CALL_DATE) for bank in chosen]
    return next_questions(
        chosen,
        settled,
        marks,
        assessments,
        heard=heard,
        minutes_left=minutes_left,
        limit=limit,
    )


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (4, "required, 4 min left"),
        (0, "required, the time is over"),
    ],
)
def test_what_is_unknown_comes_before_follow_ups_where_the_time_is_short(
    left: int, told: str
) -> None:
    answers = [said("budget", YES, usd(40_000))]
    unhurried = offered(answers, heard=["budget"])
    hurried = offered(answers, heard=["budget"], minutes_left=left, limit=20)

    assert "has just been answered" in unhurried[0].because
    assert "is unknown and required" in hurried[0].because
    assert hurried[0].because.endswith(told)
    assert unhurried[0].say in {one.say for one in hurried}


def ids(offers: Sequence[NextQuestion]) -> list[str]:
    return [offer.question for offer in offers]


ALL_MET = [
    said("budget", YES, usd(9)),
    said("authority", YES, signing("yes")),
    said("need", YES, label("slow")),
    said("timeline", YES, day("2026-05-01")),
]


def test_required_and_heavy_criteria_come_first_with_the_reason_in_words() -> None:
    assert offered() == (
        NextQuestion(
            question="need.pain",
            gate="need",
            bank="bant",
            say="Ask need.pain?",
            because="because Need is unknown and required",
        ),
        NextQuestion(
            question="authority.signs",
            gate="authority",
            bank="bant",
            say="Ask authority.signs?",
            because="because Authority is unknown and required",
        ),
        NextQuestion(
            question="budget.amount",
            gate="budget",
            bank="bant",
            say="Ask budget.amount?",
            because="because Budget is unknown",
        ),
    )


def test_second_questions_come_after_one_for_each_criterion() -> None:
    assert ids(offered(limit=99)) == [
        "need.pain",
        "authority.signs",
        "budget.amount",
        "timeline.date",
        "authority.others",
        "budget.origin",
    ]


@pytest.mark.parametrize("state", ["asked", "skipped", "not_applicable"])
def test_what_was_asked_or_set_aside_is_not_asked(state: State) -> None:
    offers = offered(marks=[mark("need.pain", state)], limit=99)
    assert "need.pain" not in ids(offers)
    assert len(offers) == 5


def test_a_question_that_was_opened_again_is_asked() -> None:
    assert ids(offered(marks=[mark("need.pain", "open")], limit=1)) == ["need.pain"]


@pytest.mark.parametrize("polarity", [YES, NO, OPEN])
def test_what_is_answered_is_not_asked_whatever_the_answer(polarity: object) -> None:
    answer = said("budget").model_copy(update={"polarity": polarity, "value": usd(9)})
    assert not {"budget.amount", "budget.origin"} & set(ids(offered([answer], limit=99)))


def test_a_rejected_answer_leaves_the_question_open() -> None:
    answers = [said("need", YES, label("slow"), status=Status.REJECTED)]
    assert ids(offered(answers, limit=1)) == ["need.pain"]


def test_a_follow_up_to_the_fresh_answer_comes_first() -> None:
    shared = signing("shared", "Priya")
    answers = [said("budget", YES, usd(9)), said("authority", YES, shared, turn=1)]
    offers = offered(answers, heard=["budget", "authority"])
    assert offers[0] == NextQuestion(
        question="authority.signs",
        gate="authority",
        bank="bant",
        say="Can we meet them?",
        because="because Authority has just been answered",
    )
    assert ids(offers[1:]) == ["need.pain", "timeline.date"]


def test_an_answer_without_follow_ups_leaves_the_one_before_it() -> None:
    answers = [said("budget", YES, usd(9)), said("need", YES, label("slow"), turn=1)]
    assert offered(answers, heard=["budget", "need"])[0].say == "Who releases it?"


def test_who_decides_alone_is_asked_after_nobody_else() -> None:
    alone = [said("authority", YES, signing("yes"))]
    assert offered(alone, heard=["authority"], limit=1)[0].say == "Ask need.pain?"


def test_what_was_left_open_is_asked_about_as_such() -> None:
    [offer] = offered([said("budget", OPEN)], heard=["budget"], limit=1)
    assert (offer.say, offer.because) == (
        "When will that be settled, and what does it hang on?",
        "because Budget was left open",
    )


def test_each_further_answer_has_another_follow_up() -> None:
    gate = Gate(
        id="goal",
        title="Need",
        passes_when=PassRule(),
        questions=(question("goal.main", "goal", "Why?", "How much?"),),
    )
    banks = (bant().model_copy(update={"gates": (gate,), "criteria": ()}),)
    says = [
        offered(
            [said("goal", YES, label(name), turn=at) for at, name in enumerate("abc"[:count])],
            banks=banks,
            heard=["goal"],
        )[0]
        for count in (1, 2, 3)
    ]
    assert [one.say for one in says] == ["Why?", "How much?", "Why?"]
    assert says[0].because == "because Goal has just been answered"


def test_of_equals_what_would_turn_the_verdict_comes_first() -> None:
    equal = bant()
    criteria = tuple(
        one.model_copy(update={"required": True, "weight": 25.0}) for one in equal.criteria
    )
    gates = (*equal.gates[1:], equal.gates[0])
    banks = (equal.model_copy(update={"criteria": criteria[::-1], "gates": gates}),)
    assert ids(offered(banks=banks, limit=1)) == ["need.pain"]


def test_what_speaks_against_a_lost_lead_is_asked_about_first() -> None:
    refused = said("need", NO, quote="we are fine as we are")
    offers = offered([refused], limit=2)
    assert offers[0] == NextQuestion(
        question="need.pain",
        gate="need",
        bank="bant",
        say="You said “we are fine as we are”. What would have to change for that?",
        because="because Need speaks against it",
    )
    assert ids(offers[1:]) == ["authority.signs"]


def test_words_of_the_reps_own_notes_are_not_put_into_their_mouth() -> None:
    refused = said("need", NO, quote="fine as they are")
    assert refused.evidence is not None
    evidence = refused.evidence.model_copy(update={"source": "notes"})
    [first] = offered([refused.model_copy(update={"evidence": evidence})], limit=1)
    assert first.say == "I noted “fine as they are”. What would have to change for that?"


def test_what_speaks_against_it_comes_before_what_only_has_no_answer() -> None:
    answers = [*ALL_MET[1:], said("budget", NO, quote="not a cent")]
    assert [one.because for one in offered(answers)] == ["because Budget speaks against it"]


def test_what_was_said_of_the_company_is_not_asked_of_it() -> None:
    gate = Gate(
        id="fit",
        title="Fit",
        passes_when=PassRule(),
        questions=(
            Question(id="fit.industry", ask="What do you do?", answer=LeadAnswer(lead="industry")),
        ),
    )
    banks = (bant().model_copy(update={"gates": (gate,), "criteria": ()}),)
    assert ids(offered(banks=banks)) == ["fit.industry"]
    assert offered([said("industry", YES, label("clinics"))], banks=banks) == ()


def test_a_refusal_is_not_pressed() -> None:
    assert ids(offered([said("budget", NO)], heard=["budget"], limit=1)) == ["need.pain"]


def test_a_follow_up_to_what_was_set_aside_is_not_asked() -> None:
    marks = [mark("budget.amount", "not_applicable")]
    offers = offered([said("budget", YES, usd(9))], heard=["budget"], marks=marks, limit=99)
    assert "Who releases it?" not in [offer.say for offer in offers]


def test_contradictions_are_put_to_them_once_nothing_is_unknown() -> None:
    quotes = {"budget": "we have nine thousand", "other": "there is no money"}
    answers = [
        said("budget", YES, usd(9), quote=quotes["budget"]),
        noted("budget", NO).model_copy(
            update={"evidence": said("budget", quote=quotes["other"], source="notes").evidence}
        ),
        *ALL_MET[1:],
    ]
    say = "I have heard both “there is no money” and “we have nine thousand”. Which one holds?"
    assert offered(answers) == (
        NextQuestion(
            question="budget.amount",
            gate="budget",
            bank="bant",
            say=say,
            because="because two answers contradict each other",
        ),
    )


def test_a_contradiction_that_a_person_decided_is_left_alone() -> None:
    decided = said("budget", YES, usd(9), status=Status.CONFIRMED)
    assert offered([decided, noted("budget", NO), *ALL_MET[1:]]) == ()


def test_hedged_words_are_to_be_made_firm() -> None:
    hedged = said("budget", YES, usd(9), certainty=HEDGED, quote="nine, give or take " * 9)
    assert offered([hedged, *ALL_MET[1:]]) == (
        NextQuestion(
            question="budget.amount",
            gate="budget",
            bank="bant",
            say="You said “nine, give or take nine, give or take nine, give or take ni…”. "
            "How firm is that?",
            because="because Budget is met on hedged words only",
        ),
    )


def test_nothing_is_asked_when_all_is_answered_firmly() -> None:
    assert offered(ALL_MET, limit=99) == ()


def extra_bank() -> Bank:
    """A second bank that shares a question with the first, and has two of its own."""
    engagement = Question(
        id="engagement.strong", ask="How engaged?", answer=EngagementAnswer(engagement=())
    )
    gate = Gate(
        id="first",
        title="First",
        passes_when=PassRule(),
        questions=(
            question("need.pain", "need"),
            question("goal.main", "goal"),
            engagement,
        ),
    )
    return bant().model_copy(update={"id": "extra", "gates": (gate,), "criteria": ()})


def test_a_shared_question_is_asked_once_and_logs_are_not_asked_at_all() -> None:
    offers = offered(banks=(bant(), extra_bank()), limit=99)
    assert [(offer.bank, offer.question) for offer in offers] == [
        ("bant", "need.pain"),
        ("bant", "authority.signs"),
        ("bant", "budget.amount"),
        ("bant", "timeline.date"),
        ("bant", "authority.others"),
        ("bant", "budget.origin"),
        ("extra", "goal.main"),
    ]
    assert offers[-1].because == "because it has no answer yet"
