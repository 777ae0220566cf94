"""A call under annotation, worked with as a person does."""

from uuid import UUID

from assistant.domain.answers import Answer
from assistant.tui.screens.annotation import AnnotationScreen
from assistant.workflows.people import NewLead, add_lead
from assistant.workflows.wiring import Workbench
from tests.tui.conftest import Rep
from tests.tui.kept import keep_call

SAID = """[00:00:05] Dana: hello, how are the trucks?
[00:00:12] Luis: need: trucks leave late; need: drivers wait
[00:00:31] Dana: and the money?
[00:01:02] Luis: budget: forty thousand
[00:01:40] Luis: no idea who signs, Ana I guess
[00:01:50] Luis: budget!: nothing at all, sorry
"""


def keep_luis(bench: Workbench) -> UUID:
    """Dana's call with Luis: four answers, two of them against each other, two questions."""
    lead = add_lead(bench, NewLead(name="Luis Ortega", account="Harborline"))
    return keep_call(bench, lead, text=SAID)


def screen(rep: Rep) -> AnnotationScreen:
    assert isinstance(rep.app.screen, AnnotationScreen)
    return rep.app.screen


def quote(rep: Rep) -> str:
    """The words of the answer that is aimed at."""
    answer = screen(rep).answer
    return answer.evidence.quote if answer and answer.evidence else ""


def answers_of(bench: Workbench, call_id: UUID) -> dict[str, Answer]:
    """The answers by their quotes."""
    return {one.evidence.quote: one for one in bench.store.answers(call_id) if one.evidence}


def states(bench: Workbench, call_id: UUID) -> dict[str, str]:
    return {quote: one.status.value for quote, one in answers_of(bench, call_id).items()}
