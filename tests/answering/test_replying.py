"""Whole replies: what is said, on which words, and nothing that is not known."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.knowledge import Known, passage
from assistant.answering.replying import MOST, reply_to
from assistant.domain.answers import Status
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.replies import Reply, Statement
from assistant.domain.verdict import CriterionStatus
from tests.answering.knowing import answer, assessment, call_of, known

MET, UNMET, UNKNOWN = CriterionStatus.MET, CriterionStatus.UNMET, CriterionStatus.UNKNOWN

BUDGET = answer(
    Field.BUDGET, "forty grand", turn=1, start=6, value="40,000 USD", certainty=Certainty.HEDGED
)
OLD_BUDGET = answer(Field.BUDGET, "thirty", turn=1, superseded_by=BUDGET.id)
NEED = answer(Field.NEED, "trucks leave late", turn=2, status=Status.CONFIRMED)
REJECTED = answer(Field.GOAL, "we want", turn=2, status=Status.REJECTED)
SIGNER = answer(Field.AUTHORITY, "Priya signs", source="notes", value="Priya")

NOW = call_of(
    1,
    ("Dana", "hello, is the data secured?"),
    ("Luis", "maybe forty grand, not thirty"),
    ("Luis", "trucks leave late and the contracts end in June"),
    ("Dana", "our contract is fair"),
    notes=("trucks again",),
    answers=(OLD_BUDGET, BUDGET, NEED, REJECTED),
)
BEFORE = call_of(
    2,
    ("Luis", "security matters"),
    notes=("Priya signs",),
    answers=(SIGNER,),
    day=date(2026, 3, 2),
)
ALL = known(
    NOW,
    BEFORE,
    judged=assessment(need=(MET, (NEED,)), budget=(UNMET, (BUDGET,)), authority=(UNKNOWN, ())),
)


def ask(question: str, about: Known = ALL) -> Reply:
    return reply_to(question, about)


def told(reply: Reply) -> list[tuple[str, str, str]]:
    """Each statement: what it comes to, its words, where they are from."""
    return [(one.text, one.quote, one.place) for one in reply.statements]


def test_a_field_has_its_answers_the_standing_one_first() -> None:
    reply = ask("?budget")
    assert (reply.about, reply.heading) == ("budget", "Budget, unconfirmed:")
    assert told(reply) == [
        ("40,000 USD, hedged", "forty grand", "Luis 01:00"),
        ("", "thirty", "Luis 01:00"),
    ]
    assert [one.standing for one in reply.statements] == ["unconfirmed", "replaced"]


def test_what_only_an_earlier_call_tells_comes_with_its_date() -> None:
    reply = ask("who signs")
    assert reply.heading == "Authority: no answer in this call; on 2 March 2026:"
    assert told(reply) == [("", "Priya signs", "2 March 2026, notes 1:00:00")]


@pytest.mark.parametrize(
    ("question", "heading", "asks"),
    [
        ("competitors",
         "Competition: nothing was said in this call, nor in the one on 2 March 2026.", []),
        ("last time budget", "Budget: nothing was said in the one on 2 March 2026.",
         ["Ask: What of budget?"]),
        ("zebras",
         "Nobody said anything about “zebras” in this call, nor in the one on 2 March 2026.", []),
        ("what did Luis say about zebras",
         "Luis said nothing about “zebras” in this call, nor in the one on 2 March 2026.", []),
        ("goal", "Goal: nothing was said in this call, nor in the one on 2 March 2026.", []),
    ],
)  # fmt: skip
def test_where_nothing_was_said_that_is_said(question: str, heading: str, asks: list[str]) -> None:
    reply = ask(question)
    assert (reply.heading, [one.text for one in reply.statements]) == (heading, asks)
    assert [one.quote for one in reply.statements if one.quote] == []


@pytest.mark.parametrize(
    ("question", "heading", "quotes"),
    [
        ("trucks", "Said about “trucks”:",
         ["trucks leave late and the contracts end in June", "trucks again"]),
        ("what did they say about the contract", "Said about “contract”:",
         ["trucks leave late and the contracts end in June"]),
        ("contract", "Said about “contract”:",
         ["trucks leave late and the contracts end in June", "our contract is fair"]),
        ("what did we say about security", "Said about “security”:",
         ["hello, is the data secured?"]),
        ("what did they say about securty",
         "Said about “security” (you wrote “securty”):",
         ["maybe forty grand, not thirty", "security matters"]),
        ("trucks zebras", "Said about “trucks”, nobody about “zebras”:",
         ["trucks leave late and the contracts end in June", "trucks again"]),
        ("what did Luis say about contracts", "Said about “contracts”:",
         ["trucks leave late and the contracts end in June"]),
        ("what did Dana say about trucks", "Dana said nothing about “trucks”; others did:",
         ["trucks leave late and the contracts end in June", "trucks again"]),
        ("when did they mention trucks", "Said about “trucks”, 2 times in this call:",
         ["trucks leave late and the contracts end in June", "trucks again"]),
        ("last time security", "Said about “security”:", ["security matters"]),
        ("June trucks", "Said about “june trucks”:",
         ["trucks leave late and the contracts end in June"]),
    ],
)  # fmt: skip
def test_words_are_found_in_any_form(question: str, heading: str, quotes: list[str]) -> None:
    reply = ask(question)
    assert (reply.about, reply.heading) == ("words", heading)
    assert [one.quote for one in reply.statements] == quotes


def test_a_turn_that_gave_an_answer_says_which() -> None:
    assert [one.key for one in ask("trucks").statements] == ["need", ""]


def test_why_the_verdict_is_what_it_is() -> None:
    reply = ask("why nurture")
    assert reply.heading == "Nurture so far, 40 of 100."
    assert told(reply) == [
        ("Budget: 40,000 USD, hedged", "forty grand", "Luis 01:00"),
        ("Authority: unknown, no answer in this call", "", ""),
        ("Need", "trucks leave late", "Luis 02:00"),
    ]
    assert [one.standing for one in reply.statements] == ["unmet", "unknown", "met"]
    assert ask("why").statements == reply.statements


def test_why_not_another_outcome() -> None:
    reply = ask("why not qualified")
    assert reply.heading == "It is nurture so far, not qualified."
    assert [one.text for one in reply.statements[:2]] == [
        "Qualified if Authority were met",
        "Budget: 40,000 USD, hedged",
    ]
    disqualified = ask("why disqualified")
    assert disqualified.heading == "It is nurture so far, not disqualified."
    assert [one.text for one in disqualified.statements] == [
        one.text for one in ask("why").statements
    ]


def test_why_a_criterion() -> None:
    reply = ask("why is budget unmet")
    assert (reply.heading, told(reply)) == (
        "Budget is unmet.",
        [("Budget: 40,000 USD, hedged", "forty grand", "Luis 01:00")],
    )


def test_what_is_missing_with_what_to_ask_and_what_was_said_before() -> None:
    reply = ask("missing")
    assert reply.heading == "Missing: Authority."
    assert told(reply) == [
        ("Authority. Ask: What of authority?", "", ""),
        ("", "Priya signs", "2 March 2026, notes 1:00:00"),
    ]


@pytest.mark.parametrize(
    ("question", "heading", "texts"),
    [
        ("next", "Ask next:", ["Ask: Who signs? (because Authority is unknown)"]),
        ("what would change it", "Nurture so far. It would change with:",
         ["Qualified if Authority were met"]),
        ("contradictions", "Nothing contradicts anything else in this call.", []),
        ("summary", "2 of 17 fields are answered.", ["Budget: 40,000 USD, hedged", "Need"]),
        ("who is on the call", "Who is in this call:",
         ["The lead: Ines Ortega, Operations director, Northgate", "Luis", "Dana"]),
        ("role", "Role:", ["Operations director"]),
        ("industry", "Industry:", ["logistics"]),
        ("how big are they", "Company size:", ["400 employees"]),
    ],
)  # fmt: skip
def test_questions_about_the_call(question: str, heading: str, texts: list[str]) -> None:
    reply = ask(question)
    assert (reply.heading, {one.text for one in reply.statements}) == (heading, set(texts))


def test_answers_that_contradict_each_other_are_told_as_such() -> None:
    one = answer(Field.BUDGET, "forty", turn=1, value="40", contradicts=("b",))
    reply = ask("budget", known(call_of(1, ("Luis", "forty"), answers=(one,))))
    assert reply.heading == "Budget: these contradict each other."
    assert [said.standing for said in reply.statements] == ["contradicted"]


def test_a_refusal_is_no_amount() -> None:
    no = answer(Field.BUDGET, "not a cent", polarity=Polarity.NO)
    assert told(ask("budget", known(call_of(1, ("Luis", "not a cent"), answers=(no,))))) == [
        ("no", "not a cent", "Luis 00:00")
    ]


@pytest.mark.parametrize("question", ["", "?", "???", "  ", "help", "?the"])
def test_an_empty_question_says_what_can_be_asked(question: str) -> None:
    reply = ask(question)
    assert reply.about == "help"
    assert any("?who signs" in one.text for one in reply.statements)


def test_a_call_without_bank_or_words_has_honest_replies() -> None:
    nothing = Known(now=call_of(1))
    headings = {ask(one, nothing).heading for one in ("why", "missing", "budget", "trucks")}
    assert headings == {
        "No question bank is with this call.",
        "Budget: nothing was said in this call.",
        "Nobody said anything about “trucks” in this call.",
    }


def test_no_more_than_can_be_read_and_the_rest_is_counted() -> None:
    many = call_of(1, *(("Luis", f"truck {number}") for number in range(30)))
    reply = ask("trucks", known(many))
    assert (len(reply.statements), reply.more) == (MOST, 30 - MOST)


def test_a_long_turn_is_quoted_around_the_words() -> None:
    text = "so " * 200 + "the security review" + " and" * 200
    [said] = ask("security", known(call_of(1, ("Luis", text)))).statements
    assert said.spot is not None
    assert said.quote == text[said.spot.start : said.spot.end]
    assert "security" in said.quote
    assert len(said.quote) < 300


WORDS = st.text(alphabet="abe sigt?#'\u2019\x1b[]\u202e\n", max_size=80)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=3), st.text(max_size=60) | WORDS)
def test_every_quote_stands_where_it_says(
    turns: list[str], notes: list[str], question: str
) -> None:
    now = call_of(1, *(("Luis", turn) for turn in turns), notes=tuple(notes))
    about = known(now)
    texts = {("transcript", at): text for at, text in enumerate(turns)}
    texts |= {("notes", at): text for at, text in enumerate(notes)}
    for said in ask(question, about).statements:
        assert bool(said.quote) == (said.spot is not None)
        if said.spot is not None:
            text = texts[said.spot.source, said.spot.turn]
            assert text[said.spot.start : said.spot.end] == said.quote
            assert passage(about, said.spot, reach=1) is not None


def test_a_passage_has_the_turns_around_the_words() -> None:
    spot = ask("contract").statements[0].spot
    assert spot is not None
    around = passage(ALL, spot, reach=1)
    assert around is not None
    assert [(one.text[:12], one.here) for one in around.turns] == [
        ("maybe forty ", False),
        ("trucks leave", True),
        ("our contract", False),
    ]
    gone = spot.model_copy(update={"turn": 99})
    assert passage(ALL, gone, reach=1) is None


def test_a_statement_says_where_it_is_from() -> None:
    assert [
        Statement(origin="notes", seconds=75).place,
        Statement(origin="transcript", speaker="Luis", day=date(2026, 3, 2)).place,
        Statement(origin="the bank").place,
    ] == ["notes 01:15", "2 March 2026, Luis", ""]
