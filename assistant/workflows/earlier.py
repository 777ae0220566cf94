"""What a lead's earlier calls said: carried over into the next call, with its date."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from assistant.domain.answers import Answer
from assistant.domain.calls import Call
from assistant.qualification.disagreement import disagree
from assistant.qualification.standing import settle
from assistant.workflows.views import CallView
from assistant.workflows.views import Carried as Carried  # noqa: PLC0414  # faces find it here, too
from assistant.workflows.wiring import Workbench


def calls_before(bench: Workbench, call: Call) -> tuple[Call, ...]:
    """The lead's calls before this one, the latest first; none where the call has no lead."""
    if call.lead_id is None:
        return ()
    held = bench.store.calls_with(call.lead_id)
    return tuple(one for one in held if one.held < call.held)


def carried_over(bench: Workbench, call: Call) -> tuple[Carried, ...]:
    """What earlier calls answered, each thing from the latest call that has it."""
    return answered_in(bench, calls_before(bench, call))


def said_to(bench: Workbench, lead_id: UUID) -> tuple[Carried, ...]:
    """What a lead's calls answered so far, for the next one."""
    return answered_in(bench, bench.store.calls_with(lead_id))


def answered_in(bench: Workbench, calls: Sequence[Call]) -> tuple[Carried, ...]:
    """What calls answered, the latest call first, each thing from the first that has it."""
    found: list[Carried] = []
    for one in calls:
        answers = [answer for answer in settle(bench.store.answers(one.id)) if answer.in_force]
        here = [Carried(answer=answer, day=one.call_date, call_id=one.id) for answer in answers]
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


def with_earlier(view: CallView, earlier: tuple[Carried, ...]) -> CallView:
    """A call as a face shows it, with what earlier calls answered beside it."""
    if not earlier:
        return view
    against = {one.id: tuple(contradicted(one, earlier)) for one in view.answers if one.in_force}
    speaks = {name: found for name, found in against.items() if found}
    return view.model_copy(update={"earlier": earlier, "against_earlier": speaks})
