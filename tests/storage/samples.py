"""One of everything that the store keeps."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from assistant.domain.answers import PERSON, Answer, Cue, Decision, Evidence, Status
from assistant.domain.bank import Bank, Criterion, FieldAnswer, Gate, PassRule, Question
from assistant.domain.bank import VerdictPolicy as Policy
from assistant.domain.calls import (
    Call,
    Consent,
    ConsentEntry,
    NoteLine,
    QuestionMark,
    ReviewEntry,
    Source,
)
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.marks import TurnMark
from assistant.domain.people import Account, EngagementEvent, Lead, Role, StageMove, Who
from assistant.domain.scorecards import CardItem, FilledCard, Mark, Scorecard
from assistant.domain.store import Store
from assistant.domain.transcript import Participant, Turn
from assistant.domain.values import Money
from assistant.domain.verdict import (
    CriterionResult,
    CriterionStatus,
    Outcome,
    RecordedVerdict,
    Verdict,
    WouldChange,
)

NOW = datetime(2026, 3, 10, 15, 0, 0, 123456, tzinfo=UTC)
DANA = Who(id="dana", name="Dana Reyes", email="dana@example.com", team="north")
MAX = Who(id="max", name="Max Boss", role=Role.MANAGER)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def an_account(name: str = "Harbor Mills") -> Account:
    return Account(
        id=uuid4(), name=name, sector="textiles", place="Porto", country="PT", employees=240
    )


def a_lead(name: str = "Lena Ortiz", account: Account | None = None, **facts: Any) -> Lead:
    return Lead(
        id=uuid4(),
        name=name,
        email=f"{name.split(maxsplit=1)[0].lower()}@example.com",
        title="Head of Operations",
        account_id=account.id if account else None,
        owner=DANA.id,
        created_at=NOW,
        **facts,
    )


def an_event(lead: Lead, kind: str = "demo_request", **facts: Any) -> EngagementEvent:
    return EngagementEvent(**{"id": uuid4(), "lead_id": lead.id, "kind": kind, "at": NOW} | facts)


def a_move(lead: Lead, call: Call | None = None, **facts: Any) -> StageMove:
    move = {
        "id": uuid4(),
        "lead_id": lead.id,
        "call_id": call.id if call else None,
        "lifecycle": lead.lifecycle,
        "from_stage": lead.stage,
        "to_stage": "sales_qualified",
        "by": DANA,
        "at": NOW,
        "blocked_by": ("bant.budget", "bant.need"),
        "override_reason": "They asked for a contract.",
    }
    return StageMove(**move | facts)


def a_call(lead: Lead | None = None, **facts: Any) -> Call:
    call = {
        "id": uuid4(),
        "title": "First call",
        "lead_id": lead.id if lead else None,
        "call_date": date(2026, 3, 10),
        "date_from": "file",
        "time_zone": "Europe/Lisbon",
        "banks": ("bant", "discovery"),
        "rep": DANA,
        "participants": (
            Participant(name="Dana", side=Side.REP),
            Participant(name="Lena", side=Side.PROSPECT),
        ),
        "currency": "EUR",
        "currency_from": "said",
        "consent": Consent.ASKED_AND_AGREED,
        "started_at": NOW,
    }
    return Call(**call | facts)


def a_source(call: Call, *texts: str, **facts: Any) -> Source:
    turns = tuple(
        Turn(index=n, text=text, speaker="Lena", side=Side.PROSPECT, start=n * 2.5, line=n + 1)
        for n, text in enumerate(texts)
    )
    source = {
        "id": uuid4(),
        "call_id": call.id,
        "name": "transcript",
        "kind": Kind.CALL,
        "format": "vtt",
        "origin": "call.vtt",
        "content": "c0ffee",
        "added_at": NOW,
        "turns": turns,
    }
    return Source(**source | facts)


def a_note_line(number: int, text: str, revision: int = 0, **facts: Any) -> NoteLine:
    line = {"position": float(number), "seconds": 12.5, "at": NOW} | facts
    return NoteLine(number=number, revision=revision, text=text, **line)


def evidence(quote: str, turn: int = 0, start: int = 0, **facts: Any) -> Evidence:
    place = {"source": "transcript", "speaker": "Lena", "side": Side.PROSPECT} | facts
    return Evidence(turn=turn, start=start, end=start + len(quote), quote=quote, **place)


def an_answer(answer_id: str = "a1", quote: str = "forty thousand", **facts: Any) -> Answer:
    answer = {
        "field": Field.BUDGET,
        "evidence": evidence(quote),
        "polarity": Polarity.YES,
        "certainty": Certainty.HEDGED,
        "value": Money(low=40000, high=45000, currency="EUR", per="year", raw=quote),
        "confidence": 0.75,
        "found_by": "rule:money",
        "why": (Cue(kind="hedge", start=0, end=5, text=quote[:5]),),
        "engine": "0.1.0 rules",
        "at": NOW,
    }
    return Answer(id=answer_id, **answer | facts)


def a_decision(answer: Answer, status: Status = Status.CONFIRMED, **facts: Any) -> Decision:
    decision = {
        "id": uuid4(),
        "answer_id": answer.id,
        "action": "confirm",
        "by": DANA,
        "at": NOW,
        "before": answer,
        "after": answer.model_copy(update={"status": status}),
    }
    return Decision(**decision | facts)


def a_bank(bank_id: str = "bant", digest: str = "d1") -> Bank:
    question = Question(
        id="budget.amount",
        ask="How much have you put aside?",
        answer=FieldAnswer(field=Field.BUDGET),
        listen_for={"yes": ("we have", "set aside")},
    )
    return Bank(
        id=bank_id,
        version=3,
        title="BANT",
        gates=(
            Gate(
                id="budget",
                title="Budget",
                passes_when=PassRule(met=("budget",)),
                questions=(question,),
            ),
        ),
        criteria=(Criterion(id="budget", title="Budget", sources=("budget",), rule="budget"),),
        verdict=Policy(roles={"budget": "budget"}),
        digest=digest,
    )


def a_verdict(
    call: Call, outcome: Outcome = Outcome.NURTURE, score: int = 54, **facts: Any
) -> RecordedVerdict:
    met = CriterionResult(criterion="need", status=CriterionStatus.MET, answers=("a1",))
    verdict = Verdict(
        bank="bant",
        bank_version=3,
        outcome=outcome,
        score=score,
        reasons=(met,),
        missing=("authority",),
        would_change=(
            WouldChange(criterion="authority", to=CriterionStatus.MET, outcome=Outcome.QUALIFIED),
        ),
        next_action="Ask who signs.",
        unconfirmed=1,
    )
    recorded = {
        "id": uuid4(),
        "call_id": call.id,
        "number": 1,
        "verdict": verdict,
        "answers": (an_answer(),),
        "engine": "0.1.0 rules",
        "bank_digest": "d1",
        "at": NOW,
    }
    return RecordedVerdict(**recorded | facts)


def a_review(call: Call, **facts: Any) -> ReviewEntry:
    entry = {"id": uuid4(), "call_id": call.id, "action": "comment", "by": MAX, "at": NOW}
    return ReviewEntry(**entry | {"text": "Well asked."} | facts)


def a_filled_card(call: Call, **facts: Any) -> FilledCard:
    item = CardItem(id="opening", title="Opening", kind="points")
    card = Scorecard(id="discovery", version=1, title="Discovery", items=(item,))
    filled = {"id": uuid4(), "call_id": call.id, "card": card, "by": MAX, "at": NOW}
    marks = (Mark(item="opening", value=4, comment="Calm."),)
    return FilledCard(**filled | {"marks": marks, "note": "Ask for dates."} | facts)


def a_mark(question: str = "budget.amount", **facts: Any) -> QuestionMark:
    return QuestionMark(
        **{"question": question, "state": "asked", "by": "heard", "at": NOW} | facts
    )


def a_consent(call: Call, **facts: Any) -> ConsentEntry:
    entry = {
        "id": uuid4(),
        "call_id": call.id,
        "consent": Consent.ASKED_AND_AGREED,
        "said_by": "Lena",
        "words": "Sure, record it.",
        "by": DANA,
        "at": NOW,
    }
    return ConsentEntry(**entry | facts)


def a_turn_mark(call: Call, **facts: Any) -> TurnMark:
    mark = {
        "id": uuid4(),
        "call_id": call.id,
        "source": "transcript",
        "turn": 0,
        "kind": "bookmark",
        "text": "Come back to this",
        "by": DANA,
        "at": NOW,
    }
    return TurnMark(**mark | facts)


def fill(store: Store, account: Account, word: str = "Lena") -> tuple[Lead, Call]:
    """A lead at the account with a call that has one of everything; ``word`` is in each text."""
    store.save_account(account)
    lead = a_lead(f"{word} Ortiz", account)
    store.save_lead(lead)
    call = a_call(lead, title=f"With {word}", participants=(Participant(name=word),))
    store.save_call(call)
    store.add_turn_mark(a_turn_mark(call, text=f"{word} spoke", kind="speaker"))
    store.note_consent(a_consent(call, said_by=word, words=f"{word} agrees"))
    store.add_event(an_event(lead, note=f"{word} came by"))
    store.save_source(a_source(call, f"{word} has forty thousand", f"so {word} says"))
    store.save_draft(call.id, f"{word} draft")
    store.save_note_lines(
        call.id, [a_note_line(0, f"{word} note"), a_note_line(0, f"{word} noted", 1)]
    )
    answer = an_answer(quote=f"{word} has forty thousand")
    store.save_answers(call.id, [answer])
    store.decide(call.id, a_decision(answer, reason=f"{word} said so"))
    store.decide(call.id, a_decision(given(word), action="add", before=None))
    store.mark_question(call.id, a_mark())
    store.save_bank(a_bank())
    store.add_verdict(a_verdict(call, answers=(answer,), by=DANA, reason=f"{word} hesitates"))
    store.add_review(a_review(call, text=f"Ask {word} again"))
    store.add_scorecard(a_filled_card(call, note=f"{word} was heard"))
    store.add_move(a_move(lead, call, override_reason=f"{word} insists"))
    return lead, call


def given(word: str) -> Answer:
    """An answer that a person gave by hand."""
    value = Money(low=1, high=2, raw=word)
    return an_answer("given", evidence=None, value=value, found_by=PERSON)


WHOLE_CALL = {
    "calls": 1,
    "participants": 1,
    "sources": 1,
    "turns": 2,
    "drafts": 1,
    "note_lines": 2,
    "answers": 2,
    "decisions": 2,
    "question_marks": 1,
    "verdicts": 1,
    "reviews": 1,
    "scorecards": 1,
    "consents": 1,
    "turn_marks": 1,
}
"""The rows of a call that ``fill`` made."""


def no_call() -> UUID:
    """The id of a call that nobody stored."""
    return UUID(int=0)
