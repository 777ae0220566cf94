"""The words and signs in which every report says the same thing."""

from assistant.domain.annotation import Annotation
from assistant.domain.answers import PERSON, Answer, Status
from assistant.domain.fields import Certainty, Field, Polarity, Side
from assistant.domain.transcript import Participant, Turn
from assistant.domain.verdict import CriterionStatus
from assistant.domain.wording import date_text

STATUS_SIGNS = {
    CriterionStatus.MET: "+",
    CriterionStatus.UNMET: "-",
    CriterionStatus.UNKNOWN: "?",
}
POLARITY_SIGNS = {Polarity.YES: "+", Polarity.NO: "-", Polarity.OPEN: "?"}

_DATE_FROM = {
    "option": "as given",
    "file": "from the file",
    "modified": "when the file was last changed",
}


def field_title(field: Field) -> str:
    """The field's name for people: ``current_solution`` is "Current solution"."""
    return field.value.replace("_", " ").capitalize()


def remarks(answer: Answer) -> tuple[str, ...]:
    """What there is to know about an answer besides its meaning, in single words."""
    told = {
        "hedged": answer.certainty is Certainty.HEDGED,
        "given by hand": answer.found_by == PERSON,
        answer.status.value: answer.status is not Status.SUGGESTED and answer.found_by != PERSON,
        "superseded": answer.superseded_by is not None,
        "contradicted": bool(answer.contradicts),
        "its words are gone": answer.stale,
    }
    return tuple(words for words, holds in told.items() if holds)


def place(turn: Turn | None, speaker: str | None) -> str:
    """Who said it and where: "Luis, 00:12:04", "Luis, line 7", "line 3"."""
    if turn is None:
        return speaker or ""
    where = clock(turn.start) if turn.start is not None else f"line {turn.line or turn.index + 1}"
    return f"{speaker}, {where}" if speaker else where


def clock(seconds: float) -> str:
    """Seconds from the call's start as hours, minutes and seconds."""
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}"


def unconfirmed_words(count: int) -> str:
    """How many of the answers behind a verdict nobody has confirmed yet; "" for none."""
    if not count:
        return ""
    who = "1 answer behind this is" if count == 1 else f"{count} answers behind this are"
    return f"{who} not confirmed by a person."


def _with_side(person: Participant, *, guessed: bool) -> str:
    if person.side is Side.UNKNOWN:
        return person.name
    guess = ", as it sounds" if guessed and person.side is Side.REP else ""
    return f"{person.name} ({person.side}{guess})"


def facts(annotation: Annotation) -> dict[str, str]:
    """The facts of the call by name, in words; what is not known is left out."""
    call = annotation.call
    people = ", ".join(_with_side(one, guessed=call.rep_guessed) for one in call.participants)
    currency = f"{call.currency} ({call.currency_from})" if call.currency else ""
    told = {
        "Date": f"{date_text(call.call_date)} ({_DATE_FROM[call.date_from]})",
        "With": people,
        "Kind": call.kind.value,
        "Language": call.language if call.language != "en" else "",
        "Currency": currency,
        "Read by": f"engine {annotation.engine.version}, {annotation.engine.model[:12]}",
    }
    return {name: words for name, words in told.items() if words}
