"""How reps put their questions in the middle of a call, and what they are taken for."""

import pytest

from assistant.answering.understanding import Asked, understand
from assistant.domain.answers import Status
from assistant.domain.fields import Field
from tests.answering.knowing import answer, call_of, known
from tests.answering.test_replying import ask, told

SPEAKERS = ("Dana Reyes", "Luis")


def read(question: str) -> Asked:
    return understand(question, speakers=SPEAKERS, occurs=lambda _: False)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("so who actually has to sign this off", "authority"),
        ("who else needs to sign", "authority"),
        ("who's signing", "authority"),
        ("who do I need to convince", "authority"),
        ("who has the final say", "authority"),
        ("who else is involved in the decision", "authority"),
        ("who can say no", "authority"),
        ("what's their budget?", "budget"),
        ("have they got money for this", "budget"),
        ("what do they want to pay", "budget"),
        ("how much have they set aside", "budget"),
        ("is it funded", "budget"),
        ("when do they need to decide", "timeline"),
        ("when would they start", "timeline"),
        ("when do they have to be live", "timeline"),
        ("how soon do they need it", "timeline"),
        ("by when", "timeline"),
        ("why are they looking", "need"),
        ("why did they call us", "need"),
        ("what are they struggling with", "need"),
        ("cost of doing nothing", "need"),
        ("how much does it cost them if nothing changes", "need"),
        ("what hurts them most", "need"),
        ("what would good look like", "goal"),
        ("how do they measure success", "goal"),
        ("how do they do it today", "current_solution"),
        ("which tools do they use now", "current_solution"),
        ("have they looked at anyone else", "competition"),
        ("who are we competing with", "competition"),
        ("who else is pitching", "competition"),
        ("what do they care about", "decision_criteria"),
        ("what do they expect from us", "decision_criteria"),
        ("how does the buying process work", "decision_process"),
        ("what are the steps to sign", "decision_process"),
        ("what did I promise", "next_step"),
        ("what are my action items", "next_step"),
        ("when do we meet again", "next_step"),
        ("any red flags", "objection"),
        ("what could kill the deal", "objection"),
        ("what's holding them back", "objection"),
        ("deal breakers", "objection"),
        ("how large is the team", "company_size"),
        ("how many locations do they have", "company_size"),
        ("what's Luis's job", "role"),
        ("who am I talking to", "role"),
        ("how serious are they", "intent"),
        ("is it urgent", "priority"),
    ],
)
def test_a_wording_names_its_field(question: str, field: str) -> None:
    assert read(question).fields == (Field(field),)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("what do I still need to find out", "missing"),
        ("what haven't I asked", "missing"),
        ("which questions are left", "missing"),
        ("anything I forgot", "missing"),
        ("give me a good question", "next"),
        ("what should I ask now", "next"),
        ("is this a good lead", "verdict"),
        ("how far are we", "verdict"),
        ("what would change the outcome", "change"),
        ("what changed since last time", "changed"),
        ("what's different from last time", "changed"),
        ("who's on the line", "people"),
        ("recap please", "everything"),
    ],
)
def test_a_wording_is_about_the_call(question: str, intent: str) -> None:
    asked = read(question)

    assert (asked.intent, asked.fields) == (intent, ())


@pytest.mark.parametrize("question", ["who is Luis", "what does Luis do?", "who's Luis"])
def test_who_somebody_is(question: str) -> None:
    asked = read(question)

    assert (asked.person, asked.speaker, asked.fields) == (True, "Luis", (Field.ROLE,))


SAID = call_of(
    1,
    ("Dana", "Is there anything that worries you?"),
    ("Luis", "The switch, last time we lost a week of notes."),
    ("Dana", "Fair. And what does the delay cost you?"),
    ("Luis", "Nine thousand a month, and no app please."),
    answers=(answer(Field.NEED, "we lost a week", turn=1, start=22),
             answer(Field.BUDGET, "Nine thousand", turn=3, value="9,000", status=Status.CONFIRMED)),
)  # fmt: skip
EARLIER = call_of(
    2, ("Luis", "six thousand"), answers=(answer(Field.BUDGET, "six thousand", value="6,000"),)
)


def test_what_was_said_to_a_question_of_the_reps_is_found() -> None:
    reply = ask("what did they say about the delay", known(SAID))

    assert told(reply) == [
        ("When asked", "Nine thousand a month, and no app please.", "Luis 03:00"),
    ]


def test_what_is_asked_about_a_need_comes_before_other_needs() -> None:
    reply = ask("do they need an app", known(SAID))

    assert reply.heading == "Said about “app”; then need:"
    assert [one.quote for one in reply.statements] == [
        "Nine thousand a month, and no app please.",
        "we lost a week",
    ]


def test_words_that_nobody_said_are_no_topic() -> None:
    assert ask("how can I turn this into a nurture thing").about == "why nurture"
    assert ask("what zebras are missing").about == "missing"


def test_who_somebody_is_where_that_was_not_said_is_told_by_his_words() -> None:
    reply = ask("who is Luis", known(SAID))

    assert reply.heading == "Luis said this, the latest first:"


def test_what_changed_since_the_earlier_call() -> None:
    reply = ask("what changed since last time", known(SAID, EARLIER))

    assert reply.heading == "Changed since 10 March 2026: Budget."
    assert [one.quote for one in reply.statements] == ["Nine thousand", "six thousand"]
    assert ask("what changed", known(SAID)).heading == "This lead has no earlier call."
    same = known(SAID, SAID.model_copy(update={"call": EARLIER.call}))
    assert ask("what changed", same).heading == (
        "Nothing that was answered before is answered differently since 10 March 2026."
    )
