"""Which answers are shown as heard, and in what order. Pure."""

from datetime import UTC, date, datetime

from assistant.domain.answers import Answer, Evidence, Status
from assistant.domain.replies import Reply, Spot, Statement
from assistant.domain.wording import clock_text, date_text, own_value, value_text
from assistant.tui.signs import field_title
from assistant.workflows.views import EARLIER, CallView, Carried

WITHOUT_WORDS = {
    "person": "by hand",
    "lead": "the lead's record",
    "engagement": "what the lead did",
}
"""Where answers are from that rest on no words, by what found them."""
_FIRST = datetime.min.replace(tzinfo=UTC)


def pending(view: CallView) -> tuple[Answer, ...]:
    """Suggestions that nobody has decided on, the latest first."""
    return tuple(one for one in _latest_first(view) if one.status is Status.SUGGESTED)


def heard_answers(view: CallView, question: str = "") -> tuple[Answer, ...]:
    """What is shown: a question's answers, or all in force, those to decide on first.

    Answers of earlier calls follow, where this call has none.
    """
    if question:
        every = (one for gate in view.gates for one in gate.questions)
        found = next((one for one in every if one.question.id == question), None)
        return (*found.answers, *carried_answers(view, found.question.key)) if found else ()
    return (*pending(view), *_decided(view), *carried_answers(view))


def carried_of(view: CallView, answer_id: str) -> Carried | None:
    """What an earlier call answered, by the id that it is shown with."""
    at = answer_id.removeprefix(EARLIER)
    found = at != answer_id and at.isdecimal() and int(at) < len(view.earlier)
    return view.earlier[int(at)] if found else None


def carried_answers(view: CallView, key: str = "") -> tuple[Answer, ...]:
    """Answers of earlier calls to what this one leaves open, as they are shown."""
    still = view.still_open
    return tuple(
        one.answer.model_copy(
            update={
                "id": f"{EARLIER}{number}",
                "found_by": f"{EARLIER}{one.day.isoformat()}",
                "status": Status.SUGGESTED,
                "contradicts": (),
            }
        )
        for number, one in enumerate(view.earlier)
        if one in still and key in {"", one.answer.key}
    )


def _decided(view: CallView) -> tuple[Answer, ...]:
    decided = (one for one in _latest_first(view) if one.status is not Status.SUGGESTED)
    return tuple(decided)


def _latest_first(view: CallView) -> list[Answer]:
    numbered = [
        (answer.at or _FIRST, number, answer)
        for number, answer in enumerate(view.answers)
        if answer.in_force and (answer.evidence is not None or answer.decided)
    ]
    return [answer for _, _, answer in sorted(numbered, key=lambda one: one[:2], reverse=True)]


def against(view: CallView, answer: Answer) -> tuple[Answer, ...]:
    """The answers that contradict an answer."""
    return tuple(one for one in view.answers if one.id in answer.contradicts)


def then_against(view: CallView, answer: Answer) -> tuple[Carried, ...]:
    """What earlier calls said against an answer of this one, or of a later one of them."""
    carried = carried_of(view, answer.id)
    return carried.against if carried else view.against_earlier.get(answer.id, ())


def words_of(answer: Answer) -> str:
    """What an answer says, in a few words: its value, else its quote, else yes or no."""
    quote = answer.evidence.quote if answer.evidence else answer.polarity.value
    return value_text(answer.value) or quote


def place_text(view: CallView, answer: Answer) -> str:
    """Where an answer is from: "notes 12:38", "transcript 04:10 Luis", "by hand"."""
    where = answer.evidence
    if answer.found_by.startswith(EARLIER):
        day = date.fromisoformat(answer.found_by.removeprefix(EARLIER))
        return f"call of {date_text(day)}"
    if where is None:
        how = answer.found_by.partition(":")[0]
        return WITHOUT_WORDS.get(how, how)
    seconds = _seconds(view, where)
    source = where.source.replace("-", " ")
    parts = (source, clock_text(seconds) if seconds is not None else "", where.speaker or "")
    return " ".join(part for part in parts if part)


def reply_of(view: CallView, answer: Answer) -> Reply:
    """An answer as if it had been asked for, so that its words can be jumped to."""
    where, carried = answer.evidence, carried_of(view, answer.id)
    spot = where and Spot(
        call_id=(carried and carried.call_id) or view.call.id,
        source=where.source,
        turn=where.turn,
        start=where.start,
        end=where.end,
    )
    told = Statement(
        text=own_value(answer),
        key=answer.key,
        quote=where.quote if where else "",
        speaker=(where.speaker or "") if where else "",
        origin=where.source if where else "",
        seconds=_seconds(view, where) if where and not carried else None,
        day=carried.day if carried else None,
        spot=spot,
    )
    return Reply(question=field_title(answer.key), about="words", heading="", statements=(told,))


def _seconds(view: CallView, where: Evidence) -> float | None:
    if where.source == "notes":
        return next((line.seconds for line in view.lines if line.number == where.turn), None)
    source = next((one for one in view.sources if one.name == where.source), None)
    if source is None or where.turn >= len(source.turns):
        return None
    return source.turns[where.turn].start
