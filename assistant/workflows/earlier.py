"""What a lead's earlier calls said: carried over into the next call, with its date."""

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.domain.answers import Answer
from assistant.domain.calls import Call
from assistant.domain.frozen import Frozen
from assistant.qualification.disagreement import disagree
from assistant.qualification.standing import settle
from assistant.workflows.wiring import Workbench


class Carried(Frozen):
    """An answer of an earlier call, and the day of that call.

    ``against`` are answers to the same from calls before it, with which it cannot both hold.
    """

    answer: Answer
    day: date
    against: tuple["Carried", ...] = ()


def calls_before(bench: Workbench, call: Call) -> tuple[Call, ...]:
    """The lead's calls before this one, the latest first; none where the call has no lead."""
    if call.lead_id is None:
        return ()
    calls = [row.call for row in bench.store.calls() if row.call.lead_id == call.lead_id]
    before = [one for one in calls if one.started_at < call.started_at]
    return tuple(sorted(before, key=lambda one: one.started_at, reverse=True))


def carried_over(bench: Workbench, call: Call) -> tuple[Carried, ...]:
    """What earlier calls answered, each thing from the latest call that has it."""
    found: list[Carried] = []
    for one in calls_before(bench, call):
        answers = [answer for answer in settle(bench.store.answers(one.id)) if answer.in_force]
        here = [Carried(answer=answer, day=one.call_date) for answer in answers]
        known = {carried.answer.key for carried in found}
        found = [_with_contradictions(carried, here) for carried in found]
        found += [carried for carried in here if carried.answer.key not in known]
    return tuple(found)


def _with_contradictions(carried: Carried, before: Sequence[Carried]) -> Carried:
    against = tuple(contradicted(carried.answer, before))
    return carried.model_copy(update={"against": (*carried.against, *against)})


def contradicted(answer: Answer, carried: Sequence[Carried]) -> Iterator[Carried]:
    """Those that an answer cannot both hold with."""
    for one in carried:
        if one.answer.key == answer.key and disagree(one.answer, answer):
            yield one
