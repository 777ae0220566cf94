"""What stands beside what: notes beside the turns of their time, a call beside an earlier one."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from assistant.domain.answers import Answer
from assistant.domain.calls import Call, NoteLine, Source
from assistant.domain.errors import WrongUsage
from assistant.domain.fields import Field
from assistant.domain.frozen import Frozen
from assistant.domain.inert import inert_json
from assistant.domain.transcript import Turn
from assistant.qualification.disagreement import disagree
from assistant.workflows.viewing import call_of, view_call
from assistant.workflows.views import CallView
from assistant.workflows.wiring import Workbench

Change = Literal["new", "gone", "contradicted", "changed", "same"]


class NotesBeside(Frozen):
    """A turn, and the note lines that were finished while it was said, or until the next.

    The first has no turn where notes come before all words.
    """

    turn: Turn | None
    lines: tuple[NoteLine, ...] = ()


def by_time(source: Source, lines: Sequence[NoteLine]) -> tuple[NotesBeside, ...]:
    """Every turn with the notes of its time. Empty where the turns have no times."""
    timed = [turn for turn in source.turns if turn.start is not None]
    if not timed:
        return ()
    starts = [turn.start or 0.0 for turn in timed]
    beside: dict[int, list[NoteLine]] = {}
    before: list[NoteLine] = []
    for line in sorted(lines, key=lambda one: one.seconds):
        at = bisect_right(starts, line.seconds) - 1
        (beside.setdefault(timed[at].index, []) if at >= 0 else before).append(line)
    rows = [NotesBeside(turn=None, lines=tuple(before))] if before else []
    rows += [
        NotesBeside(turn=turn, lines=tuple(beside.get(turn.index, ()))) for turn in source.turns
    ]
    return tuple(rows)


class FieldBeside(Frozen):
    """What two calls answered to the same, in force; and what became of it."""

    key: str
    before: tuple[Answer, ...]
    now: tuple[Answer, ...]
    change: Change


class CallsBeside(Frozen):
    """Two calls of a lead, the earlier one first, field by field."""

    before: CallView
    now: CallView
    fields: tuple[FieldBeside, ...]


def others_with_the_lead(bench: Workbench, call_id: UUID) -> tuple[Call, ...]:
    """The lead's other calls, the latest first. Raises ``WrongUsage`` where there are none."""
    call = call_of(bench, call_id)
    if call.lead_id is None:
        raise WrongUsage("The call has no lead: give it one first, then its calls are compared.")
    others = tuple(one for one in bench.store.calls_with(call.lead_id) if one.id != call_id)
    if not others:
        raise WrongUsage("The lead has no other call to compare with.")
    return others


def calls_beside(bench: Workbench, call_id: UUID, other_id: UUID) -> CallsBeside:
    """Two calls side by side, whichever is named first. Raises ``WrongUsage``."""
    one, other = (view_call(bench, each) for each in (call_id, other_id))
    if one.call.id == other.call.id or one.call.lead_id != other.call.lead_id:
        raise WrongUsage("Only two calls of the same lead can be compared.")
    before, now = sorted((one, other), key=lambda view: view.call.held)
    return CallsBeside(before=before, now=now, fields=field_by_field(before.answers, now.answers))


def field_by_field(before: Sequence[Answer], now: Sequence[Answer]) -> tuple[FieldBeside, ...]:
    """What is answered in either, in the order of the fields; questions of banks follow."""
    keys = dict.fromkeys(one.key for one in (*before, *now) if one.in_force)
    known = [field.value for field in Field]
    ordered = sorted(keys, key=lambda key: known.index(key) if key in known else len(known))
    return tuple(_beside(key, _of(before, key), _of(now, key)) for key in ordered)


def beside_json(calls: CallsBeside) -> str:
    """Two calls as JSON text, ``assistant.comparison/1``."""
    from assistant.reports.annotation_json import answer_json

    whole = {
        "schema": "assistant.comparison/1",
        "before": _facts(calls.before),
        "now": _facts(calls.now),
        "fields": [
            {
                "key": one.key,
                "change": one.change,
                "before": [answer_json(answer) for answer in one.before],
                "now": [answer_json(answer) for answer in one.now],
            }
            for one in calls.fields
        ],
    }
    return inert_json(whole, indent=2)


def _facts(view: CallView) -> dict[str, object]:
    verdict = view.recorded.verdict if view.recorded else view.verdict
    return {
        "call": str(view.call.id),
        "date": view.call.call_date.isoformat(),
        "title": view.call.title,
        "outcome": verdict.outcome.value,
        "score": verdict.score,
    }


def _of(answers: Sequence[Answer], key: str) -> tuple[Answer, ...]:
    return tuple(one for one in answers if one.key == key and one.in_force)


def _beside(key: str, before: tuple[Answer, ...], now: tuple[Answer, ...]) -> FieldBeside:
    return FieldBeside(key=key, before=before, now=now, change=_change(before, now))


def _change(before: Sequence[Answer], now: Sequence[Answer]) -> Change:
    if not before:
        return "new"
    if not now:
        return "gone"
    if any(disagree(old, new) for old in before for new in now):
        return "contradicted"
    return "same" if {*map(_essence, before)} == {*map(_essence, now)} else "changed"


def _essence(answer: Answer) -> tuple[str, str]:
    """What an answer says: its value, else its words."""
    said = answer.evidence.quote.casefold() if answer.evidence else ""
    value = answer.value.model_dump_json(exclude={"raw"}) if answer.value else said
    return answer.polarity.value, value
