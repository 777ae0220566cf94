"""An annotation with something of everything, and one whose every text is hostile."""

from datetime import date

from assistant.domain.annotation import Annotation, CallFacts
from assistant.domain.answers import Answer, Cue, Evidence, Status, answer_id
from assistant.domain.bank import Bank, Question, TypedAnswer
from assistant.domain.engine import Engine
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.transcript import Participant, Turn
from assistant.domain.values import Decider, Deciders, Label, Money, Period, Value
from assistant.qualification.assessment import assess
from assistant.qualification.criteria import judge_core
from assistant.qualification.standing import settle
from tests.qualification.said import bant

CALL_DATE = date(2026, 3, 12)
HOSTILE = (
    "\x1b[31m\x00<script>document.title='owned'</script><img src=x onerror=alert(1)>"
    "[bold]|*_`&amp;\u202etxt.exe\r\n](javascript:alert(1)) {{ 7*7 }} {% raw %} www.evil.example"
)

SAID = (
    ("Dana", Side.REP, "Have you put money aside?"),
    ("Luis", Side.PROSPECT, "Roughly forty grand for the year, but Priya signs."),
    ("Luis", Side.PROSPECT, "We lose two orders a week. We tried Zendesk."),
    ("Mei", Side.PROSPECT, "No, there is no money at all."),
)


def bank() -> Bank:
    """BANT with a question of its own besides the fields."""
    own = Question(id="need.trial", ask="Would you try it?", answer=TypedAnswer(type="yes_no"))
    plain = bant()
    need = plain.gates[2]
    gates = (
        *plain.gates[:2],
        need.model_copy(update={"questions": (*need.questions, own)}),
        plain.gates[3],
    )
    return plain.model_copy(update={"gates": gates})


def answer(
    turns: tuple[Turn, ...],
    field: Field | str,
    turn: int,
    quote: str,
    value: Value | None = None,
    polarity: Polarity = Polarity.YES,
    **more: object,
) -> Answer:
    """An answer on a quote of a turn."""
    start = turns[turn].text.index(quote)
    end = start + len(quote)
    known = isinstance(field, Field)
    return Answer.model_validate(
        {
            "id": answer_id("transcript", turn, start, end, field),
            "field": field if known else None,
            "question": None if known else field,
            "evidence": Evidence(
                source="transcript",
                turn=turn,
                start=start,
                end=end,
                quote=quote,
                speaker=turns[turn].speaker,
                side=turns[turn].side,
            ),
            "polarity": polarity,
            "value": value,
            "confidence": 0.9,
            "found_by": "tagger",
            **more,
        }
    )


def a_call() -> Annotation:
    """Three people, a contradiction, a hedged answer, a bank question, something else heard."""
    turns = tuple(
        Turn(index=number, text=text, speaker=who, side=side, start=number * 61.5, line=number + 1)
        for number, (who, side, text) in enumerate(SAID)
    )
    forty = Money(
        low=40000, high=40000, currency="USD", per="year", bound="about", raw="forty grand"
    )
    priya = Deciders(speaker="no", people=(Decider(name="Priya", title=None),), raw="Priya")
    cue = Cue(kind="hedge", start=0, end=7, text="Roughly")
    answers = settle(
        [
            answer(
                turns,
                Field.BUDGET,
                1,
                "Roughly forty grand for the year",
                forty,
                certainty=Certainty.HEDGED,
                why=(cue,),
            ),
            answer(turns, Field.AUTHORITY, 1, "Priya signs", priya, Polarity.NO),
            answer(turns, Field.NEED, 2, "We lose two orders a week", Label(text="lost orders")),
            answer(
                turns,
                Field.CURRENT_SOLUTION,
                2,
                "Zendesk",
                Label(text="Zendesk"),
                Polarity.NO,
                status=Status.CONFIRMED,
            ),
            answer(turns, "need.trial", 2, "We tried", Label(text="yes")),
            answer(turns, Field.BUDGET, 3, "there is no money at all", None, Polarity.NO),
        ]
    )
    return annotation(turns, answers, title="Acme, first call")


def annotation(
    turns: tuple[Turn, ...], answers: tuple[Answer, ...], *, title: str, name: str = "Dana"
) -> Annotation:
    """What qualification makes of the answers, with the facts of a call."""
    return Annotation(
        engine=Engine(version="0.1.0", model="rules"),
        call=CallFacts(
            id="c0ffee",
            call_date=CALL_DATE,
            date_from="file",
            kind=Kind.CALL,
            currency="USD",
            currency_from="said",
            participants=(
                Participant(name=name, side=Side.REP),
                Participant(name="Luis", side=Side.PROSPECT),
            ),
            title=title,
        ),
        turns=turns,
        answers=answers,
        criteria=judge_core(answers, CALL_DATE),
        banks=(bank(),),
        assessments=(assess(bank(), answers, CALL_DATE),),
    )


def hostile(text: str = HOSTILE) -> Annotation:
    """The text wherever words from outside are shown: names, turns, quotes, values, titles."""
    turn = Turn(index=0, text=f"so {text} yes", speaker=text, side=Side.PROSPECT)
    values: list[tuple[Field, Value]] = [
        (Field.NEED, Label(text=text, raw=text)),
        (Field.AUTHORITY, Deciders(speaker="no", people=(Decider(name=text, title=text),))),
        (Field.BUDGET, Money(low=1, high=1, currency="USD", unit=text)),
        (Field.NEXT_STEP, Label(text=text)),
        (Field.TIMELINE, Period(start=None, end=None, raw=text)),
    ]
    answers = settle(
        answer((turn,), field, 0, text, value, found_by=text) for field, value in values
    )
    made = annotation((turn,), answers, title=text, name=text)
    return made.model_copy(update={"warnings": (text,)})
