"""Short ways to write answers and banks down in tests."""

from datetime import UTC, date, datetime

from assistant.domain.answers import PERSON, Answer, Evidence, Status, answer_id
from assistant.domain.bank import Bank, Criterion, FieldAnswer, Gate, PassRule, Question
from assistant.domain.bank import VerdictPolicy as Policy
from assistant.domain.fields import Certainty, Field, Polarity
from assistant.domain.values import Decider, Deciders, Label, Money, Period, Value

CALL_DATE = date(2026, 3, 12)
YES, NO, OPEN = Polarity.YES, Polarity.NO, Polarity.OPEN
FIRM, HEDGED = Certainty.FIRM, Certainty.HEDGED


def said(
    key: str,
    polarity: Polarity = YES,
    value: Value | None = None,
    *,
    turn: int = 0,
    start: int = 0,
    speaker: str | None = "Luis",
    source: str = "transcript",
    certainty: Certainty = FIRM,
    status: Status = Status.SUGGESTED,
    stale: bool = False,
    quote: str = "the words",
    found_by: str = "tagger",
) -> Answer:
    """An answer read from words; a key with a dot is a question's id."""
    return Answer(
        id=answer_id(source, turn, start, start + len(quote), key),
        field=None if "." in key else Field(key),
        question=key if "." in key else None,
        evidence=Evidence(
            source=source,
            turn=turn,
            start=start,
            end=start + len(quote),
            quote=quote,
            speaker=speaker,
        ),
        polarity=polarity,
        certainty=certainty,
        value=value,
        found_by=found_by,
        status=status,
        stale=stale,
    )


def noted(
    key: str, polarity: Polarity = YES, value: Value | None = None, *, turn: int = 0
) -> Answer:
    """An answer read from the rep's notes."""
    return said(key, polarity, value, turn=turn, speaker=None, source="notes")


def given(
    key: str, polarity: Polarity = YES, value: Value | None = None, *, minute: int = 0
) -> Answer:
    """An answer that a person gave by hand, without words."""
    return Answer(
        id=f"given-{key}-{minute}",
        field=None if "." in key else Field(key),
        question=key if "." in key else None,
        polarity=polarity,
        value=value,
        found_by=PERSON,
        status=Status.CONFIRMED,
        at=datetime(2026, 3, 12, 9, minute, tzinfo=UTC),
    )


def usd(low: float, high: float | None = None) -> Money:
    return Money(low=low, high=high or low, currency="USD")


def day(text: str) -> Period:
    return Period(start=date.fromisoformat(text), end=date.fromisoformat(text))


def signing(speaker: str | None, *names: str) -> Deciders:
    return Deciders.model_validate(
        {"speaker": speaker, "people": tuple(Decider(name=name) for name in names)}
    )


def label(text: str) -> Label:
    return Label(text=text)


def question(question_id: str, field: str, *follow_ups: str, ask: str = "") -> Question:
    return Question(
        id=question_id,
        ask=ask or f"Ask {question_id}?",
        answer=FieldAnswer(field=Field(field)),
        follow_ups=follow_ups,
    )


def bant(policy: Policy | None = None) -> Bank:
    """Four gates, a criterion each, with two questions each about budget and authority."""
    return Bank(
        id="bant",
        version=3,
        title="BANT",
        gates=(
            Gate(
                id="budget",
                title="Budget",
                passes_when=PassRule(met=("budget",)),
                questions=(
                    question("budget.amount", "budget", "Who releases it?"),
                    question("budget.origin", "budget"),
                ),
            ),
            Gate(
                id="authority",
                title="Authority",
                passes_when=PassRule(met=("authority",)),
                questions=(
                    question("authority.signs", "authority", "Can we meet them?"),
                    question("authority.others", "authority"),
                ),
            ),
            Gate(
                id="need",
                title="Need",
                passes_when=PassRule(met=("need",)),
                questions=(question("need.pain", "need"),),
            ),
            Gate(
                id="timeline",
                title="Timeline",
                passes_when=PassRule(met=("timeline",)),
                questions=(question("timeline.date", "timeline"),),
            ),
        ),
        criteria=(
            core("budget", weight=25),
            core("authority", weight=25, required=True),
            core("need", weight=30, required=True),
            core("timeline", weight=20),
        ),
        verdict=policy or Policy(),
    )


def core(name: str, *, weight: float = 0, required: bool = False) -> Criterion:
    return Criterion.model_validate(
        {
            "id": name,
            "title": name.title(),
            "sources": (name,),
            "rule": name,
            "weight": weight,
            "required": required,
        }
    )
