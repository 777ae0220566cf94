from assistant.domain.annotation import Annotation
from assistant.domain.answers import PERSON, Answer, Status
from assistant.domain.fields import Field, Polarity
from assistant.domain.inert import make_inert
from assistant.domain.values import Label
from assistant.qualification.standing import settle
from assistant.reports.follow_up import as_follow_up
from tests.reports.making import a_call, hostile

STEP = Answer(
    id="step",
    field=Field.NEXT_STEP,
    polarity=Polarity.YES,
    value=Label(text="demo on Tuesday (17 March 2026)"),
    found_by=PERSON,
    status=Status.CONFIRMED,
)
WHOLE = """\
Subject: Our call on 12 March 2026

Hello Luis,

thank you for the call on 12 March 2026.

This is what I took with me:
- What is to get better: lost orders
- Who decides: Priya signs

Still open on my side:
- By when?

What we agreed:
- demo on Tuesday (17 March 2026)

Please tell me where I got something wrong.

Kind regards
Dana Reyes
"""


def confirmed(call: Annotation, *fields: Field) -> Annotation:
    """The call with its answers to the fields confirmed, and a step by hand."""
    answers = [
        one.model_copy(update={"status": Status.CONFIRMED}) if one.field in fields else one
        for one in call.answers
    ]
    return call.model_copy(update={"answers": settle([*answers, STEP])})


def test_a_mail_of_what_was_confirmed_and_agreed() -> None:
    call = confirmed(a_call(), Field.NEED, Field.AUTHORITY)

    mail = as_follow_up(call, to="Luis Park", sign="Dana Reyes", ask=["By when?"])

    assert mail == WHOLE


def test_what_nobody_confirmed_is_not_told() -> None:
    mail = as_follow_up(a_call())

    assert mail.splitlines()[2:] == ["Hello,", "", "thank you for the call on 12 March 2026."]


def test_hostile_words_stay_in_their_lines() -> None:
    lines = as_follow_up(confirmed(hostile(), *Field)).splitlines()

    assert [make_inert(line) for line in lines] == lines
    assert lines[0] == "Subject: Our call on 12 March 2026"
