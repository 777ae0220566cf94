"""Which answers are shown as heard, and in what order. Pure."""

from datetime import UTC, datetime

from assistant.domain.answers import Answer, Evidence, Status
from assistant.domain.replies import Reply, Spot, Statement
from assistant.domain.wording import clock_text, own_value, value_text
from assistant.tui.signs import field_title
from assistant.workflows.views import CallView

_FIRST = datetime.min.replace(tzinfo=UTC)


def pending(view: CallView) -> tuple[Answer, ...]:
    """Suggestions that nobody has decided on, the latest first."""
    return tuple(one for one in _latest_first(view) if one.status is Status.SUGGESTED)


def heard_answers(view: CallView, question: str = "") -> tuple[Answer, ...]:
    """What is shown: a question's answers, or all in force, those to decide on first."""
    if question:
        every = (one for gate in view.gates for one in gate.questions)
        return next((one.answers for one in every if one.question.id == question), ())
    decided = (one for one in _latest_first(view) if one.status is not Status.SUGGESTED)
    return (*pending(view), *decided)


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


def words_of(answer: Answer) -> str:
    """What an answer says, in a few words: its value, else its quote, else yes or no."""
    quote = answer.evidence.quote if answer.evidence else answer.polarity.value
    return value_text(answer.value) or quote


def place_text(view: CallView, answer: Answer) -> str:
    """Where an answer's words are: "notes 12:38", "transcript 04:10 Luis", "by hand"."""
    where = answer.evidence
    if where is None:
        return {"person": "by hand"}.get(answer.found_by, answer.found_by.replace(":", " "))
    seconds = _seconds(view, where)
    parts = (where.source, clock_text(seconds) if seconds is not None else "", where.speaker or "")
    return " ".join(part for part in parts if part)


def reply_of(view: CallView, answer: Answer) -> Reply:
    """An answer as if it had been asked for, so that its words can be jumped to."""
    where = answer.evidence
    spot = where and Spot(
        call_id=view.call.id,
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
        seconds=_seconds(view, where) if where else None,
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
