"""Calls to ask about, made by hand."""

from datetime import UTC, date, datetime
from uuid import UUID

from assistant.answering.knowledge import CallKnown, Known
from assistant.domain.answers import Answer, Evidence, Status, answer_id
from assistant.domain.bank import (
    Bank,
    Criterion,
    FieldAnswer,
    Gate,
    PassRule,
    Question,
    VerdictPolicy,
)
from assistant.domain.calls import Call, NoteLine, Source
from assistant.domain.fields import Certainty, Field, Kind, Polarity, Side
from assistant.domain.people import Account, Lead, Who
from assistant.domain.transcript import Turn
from assistant.domain.values import Label
from assistant.domain.verdict import (
    Assessment,
    CriterionResult,
    CriterionStatus,
    NextQuestion,
    Outcome,
    Verdict,
    WouldChange,
)

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)
SIDES = {"Dana": Side.REP, "Luis": Side.PROSPECT}


def call_of(
    number: int,
    *turns: tuple[str, str],
    notes: tuple[str, ...] = (),
    answers: tuple[Answer, ...] = (),
    day: date = date(2026, 3, 10),
) -> CallKnown:
    """A call with turns (speaker, words) a minute apart, and note lines after an hour."""
    call = Call(
        id=UUID(int=number),
        title=f"Call {number}",
        call_date=day,
        banks=("bant",),
        rep=Who(id="dana", name="Dana"),
        started_at=NOW,
    )
    source = Source(
        id=UUID(int=100 + number),
        call_id=call.id,
        name="transcript",
        kind=Kind.CALL,
        format="x",
        added_at=NOW,
        turns=tuple(
            Turn(index=at, text=text, speaker=name, side=SIDES[name], start=60.0 * at)
            for at, (name, text) in enumerate(turns)
        ),
    )
    lines = tuple(
        NoteLine(number=at, revision=0, position=at, text=text, seconds=3600.0 + at, at=NOW)
        for at, text in enumerate(notes)
    )
    return CallKnown(call=call, sources=(source,), lines=lines, answers=answers)


def answer(
    field: Field,
    quote: str,
    *,
    turn: int = 0,
    start: int = 0,
    source: str = "transcript",
    value: str = "",
    status: Status = Status.SUGGESTED,
    polarity: Polarity = Polarity.YES,
    certainty: Certainty = Certainty.FIRM,
    superseded_by: str | None = None,
    contradicts: tuple[str, ...] = (),
) -> Answer:
    """An answer on words of a turn."""
    end = start + len(quote)
    return Answer(
        id=answer_id(source, turn, start, end, field),
        field=field,
        evidence=Evidence(
            source=source,
            turn=turn,
            start=start,
            end=end,
            quote=quote,
            speaker="Luis" if source == "transcript" else None,
        ),
        polarity=polarity,
        certainty=certainty,
        value=Label(text=value) if value else None,
        found_by="rule:x",
        status=status,
        superseded_by=superseded_by,
        contradicts=contradicts,
    )


def bank() -> Bank:
    """A bank that judges budget, authority and need, and asks for each."""
    fields = (Field.BUDGET, Field.AUTHORITY, Field.NEED)
    questions = tuple(
        Question(id=f"{one}.x", ask=f"What of {one}?", answer=FieldAnswer(field=one))
        for one in fields
    )
    return Bank(
        id="bant",
        version=1,
        title="BANT",
        gates=(Gate(id="all", title="All", passes_when=PassRule(), questions=questions),),
        criteria=tuple(
            Criterion(id=one, title=one.capitalize(), sources=(one,), rule="last_answer")
            for one in fields
        ),
        verdict=VerdictPolicy(),
    )


def assessment(**statuses: tuple[CriterionStatus, tuple[Answer, ...]]) -> Assessment:
    """Nurture, with these criteria; authority met would qualify."""
    results = tuple(
        CriterionResult(
            criterion=name, status=status, answers=tuple(answer.id for answer in answers)
        )
        for name, (status, answers) in statuses.items()
    )
    missing = tuple(one.criterion for one in results if one.status is CriterionStatus.UNKNOWN)
    verdict = Verdict(
        bank="bant",
        bank_version=1,
        outcome=Outcome.NURTURE,
        score=40,
        reasons=results,
        missing=missing,
        would_change=(
            WouldChange(criterion="authority", to=CriterionStatus.MET, outcome=Outcome.QUALIFIED),
        ),
    )
    return Assessment(bank="bant", criteria=results, gates=(), verdict=verdict)


def known(now: CallKnown, *earlier: CallKnown, judged: Assessment | None = None) -> Known:
    """What is known, with a lead at an account."""
    lead = Lead(id=UUID(int=7), name="Ines Ortega", title="Operations director", created_at=NOW)
    account = Account(id=UUID(int=8), name="Northgate", sector="logistics", employees=400)
    return Known(
        now=now,
        earlier=earlier,
        lead=lead,
        account=account,
        banks=(bank(),),
        assessments=(judged,) if judged else (),
        next_questions=(
            NextQuestion(
                question="authority.x",
                gate="all",
                bank="bant",
                say="Who signs?",
                because="because Authority is unknown",
            ),
        ),
    )
