"""Statements about answers and about words that were said."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.answering.knowledge import NOTES, CallKnown, Known, Said
from assistant.answering.searching import Hit
from assistant.domain.answers import PERSON, Answer
from assistant.domain.fields import SINGLE_VALUED, Certainty, Field, Polarity, Side
from assistant.domain.people import Account, Lead
from assistant.domain.replies import Spot, Standing, Statement
from assistant.domain.values import Deciders
from assistant.domain.wording import date_text, own_value

_SETTLED: dict[Polarity, str] = {
    Polarity.YES: "yes",
    Polarity.NO: "no",
    Polarity.OPEN: "left open",
}


def title(key: str) -> str:
    """A field's or criterion's name as a heading: "decision_process" is "Decision process"."""
    return key.rpartition(".")[2].replace("_", " ").capitalize()


def field_statements(known: Known, field: Field, *, earlier_only: bool) -> list[Statement]:
    """All answers to a field: this call's, the strongest first, then those of earlier calls."""
    found: list[Statement] = []
    if not earlier_only:
        found += [answer_statement(known.now, one) for one in ranked(known.now.answers, field)]
    for call in known.earlier:
        in_force = [one for one in ranked(call.answers, field) if one.in_force]
        found += [answer_statement(call, one, before=True) for one in in_force]
    return found if earlier_only else [*found, *record_statements(known, field)]


def ranked(answers: Iterable[Answer], field: Field) -> list[Answer]:
    """A field's answers that were not rejected, the best first.

    Those in force and decided come first, words of a transcript before notes. Of a field that
    has one answer at a time the last one is told first, else the first.
    """
    mine = [one for one in answers if one.field is field and stands(one)]
    if field in SINGLE_VALUED:
        mine.reverse()
    return sorted(mine, key=lambda one: (not one.in_force, not one.decided, _weak(one)))


def _weak(answer: Answer) -> tuple[bool, bool, bool]:
    """Of a field that collects answers what is said firmly and with a yes is told first."""
    collects = answer.field not in SINGLE_VALUED
    hedged = collects and answer.certainty is Certainty.HEDGED
    return collects and answer.polarity is not Polarity.YES, hedged, _noted(answer)


def _noted(answer: Answer) -> bool:
    return answer.evidence is not None and answer.evidence.source == NOTES


def stands(answer: Answer) -> bool:
    """Whether it is in force, or was until something later was said."""
    return answer.in_force or (
        answer.superseded_by is not None and not answer.stale and answer.status.value != "rejected"
    )


def answer_statement(call: CallKnown, answer: Answer, *, before: bool = False) -> Statement:
    """An answer with its words. ``before`` marks it as an earlier call's."""
    where = answer.evidence
    day = call.call.call_date if before else None
    told = {"text": answer_text(answer), "key": answer.key, "standing": standing(answer)}
    if where is None or answer.stale:
        origin = "by hand" if answer.found_by == PERSON else "the lead's record"
        return Statement.model_validate({**told, "origin": origin, "day": day})
    return Statement.model_validate(
        {
            **told,
            "quote": where.quote,
            "speaker": where.speaker or "",
            "origin": where.source,
            "seconds": call.seconds(where.source, where.turn),
            "day": day,
            "spot": Spot(
                call_id=call.call.id,
                source=where.source,
                turn=where.turn,
                start=where.start,
                end=where.end,
            ),
        }
    )


def answer_text(answer: Answer) -> str:
    """What an answer comes to beyond its words: "40,000 USD a year, hedged", "no"; maybe "".

    Who decides is told by the value itself, whatever the polarity.
    """
    value = own_value(answer)
    parts = [value] if value else []
    if answer.polarity is not Polarity.YES and not (value and isinstance(answer.value, Deciders)):
        parts.append(_SETTLED[answer.polarity])
    if answer.certainty is Certainty.HEDGED:
        parts.append("hedged")
    return ", ".join(parts) or ("" if answer.evidence else _SETTLED[answer.polarity])


def under(name: str, said: Statement) -> Statement:
    """A statement that begins with a name; what its quote says anyway is not said twice."""
    text = f"{name}: {said.text}" if said.text and not said.says_itself else name
    return said.model_copy(update={"text": text})


def standing(answer: Answer) -> Standing:
    """What became of an answer."""
    if answer.superseded_by is not None:
        return "replaced"
    if answer.contradicts:
        return "contradicted"
    return "confirmed" if answer.decided else "unconfirmed"


def hit_statement(call: CallKnown, hit: Hit, *, before: bool = False) -> Statement:
    """Words that were found."""
    said = hit.said
    key = next((one.key for one in call.answers if one.in_force and _rests_on(one, said)), "")
    return Statement(
        key=key,
        quote=hit.quote,
        speaker=said.speaker,
        origin=said.source,
        seconds=said.seconds,
        day=call.call.call_date if before else None,
        spot=Spot(
            call_id=call.call.id,
            source=said.source,
            turn=said.turn,
            start=hit.start,
            end=hit.end,
        ),
    )


def _rests_on(answer: Answer, said: Said) -> bool:
    where = answer.evidence
    return where is not None and (where.source, where.turn) == (said.source, said.turn)


def record_statements(known: Known, field: Field) -> list[Statement]:
    """What the lead's and its account's records say of a field."""
    said = [text for text in _recorded(known.lead, known.account, field) if text]
    return [Statement(text=text, key=field, origin="the lead's record") for text in said]


def _recorded(lead: Lead | None, account: Account | None, field: Field) -> Iterator[str]:
    if lead is not None and field is Field.ROLE:
        yield lead.title
    if account is None:
        return
    if field is Field.INDUSTRY:
        yield account.sector
    elif field is Field.LOCATION:
        yield ", ".join(part for part in (account.place, account.country) if part)
    elif field is Field.COMPANY_SIZE and account.employees is not None:
        yield f"{account.employees:,} employees"


def asking(known: Known, key: str) -> str:
    """Words to ask for a field with, from the banks; "" where none asks for it."""
    questions = (question for bank in known.banks for question in bank.questions)
    return next((question.ask for question in questions if question.key == key), "")


def ask_statements(known: Known, keys: Sequence[str]) -> list[Statement]:
    """What to ask, for each key that a bank asks for."""
    asks = [(key, asking(known, key)) for key in keys]
    return [Statement(text=f"Ask: {ask}", key=key, origin="the bank") for key, ask in asks if ask]


def theirs(said: Said) -> bool:
    """Whether it is not the rep's."""
    return said.side is not Side.REP


def nothing_in(known: Known, *, earlier_only: bool) -> str:
    """Where nothing was found: "in this call, nor in the one before on 2 March 2026"."""
    calls = known.earlier
    if not calls:
        return "in this call" if not earlier_only else "before: this lead has no earlier call"
    days = f"the one on {date_text(calls[0].call.call_date)}"
    before = days if len(calls) == 1 else f"the {len(calls)} before"
    return f"in {before}" if earlier_only else f"in this call, nor in {before}"
